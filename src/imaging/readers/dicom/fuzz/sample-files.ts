import sharp from 'sharp';
import { encapsulate } from '../testing/encapsulate.ts';
import { encodeLosslessJpeg } from '../testing/encode-lossless-jpeg.ts';
import { encodeRle } from '../testing/encode-rle.ts';
import { encodeWasm } from '../testing/encode-wasm.ts';
import type { TestElement } from '../testing/make-dicom.ts';
import { makePicture } from '../testing/make-picture.ts';
import { hill } from '../testing/noise.ts';
import { EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE } from '../transfer-syntaxes.ts';

const [columns, rows] = [24, 20];
const root = '1.2.840.10008.1.2.';
const shape = { width: columns, height: rows, bitsPerSample: 12, componentCount: 1 };
const deep = Uint16Array.from(hill(columns, rows, 4095));
const shallow = Uint8Array.from(hill(columns, rows, 255));

/** What many readers trip over: sequences, tables, functional groups, character sets. */
const furniture: TestElement[] = [
  [0x00080005, 'CS', '\\ISO 2022 IR 87\\ISO 2022 IR 149'],
  [0x0008103e, 'LO', Buffer.from('Spine \x1b$B;3EDx\x1b(B', 'latin1')],
  [0x00200032, 'DS', '1\\2\\3'],
  [0x00200037, 'DS', '1\\0\\0\\0\\1\\0'],
  [0x00280030, 'DS', '0.5\\0.5'],
  [
    0x00283000,
    'SQ',
    [
      [
        [0x00283002, 'US', [2, 0, 16]],
        [0x00283006, 'OW', Uint8Array.of(1, 2, 3, 4)],
      ],
    ],
  ],
  [0x00281101, 'US', [4, 0, 16]],
  [0x00281221, 'OW', Uint8Array.of(0, 0, 2, 0, 1, 0, 2, 0, 2, 0, 1, 0, 0, 0, 0, 0)],
  [0x52009229, 'SQ', [[[0x00289110, 'SQ', [[[0x00280030, 'DS', '1\\1']]]]]]],
  [0x52009230, 'SQ', [[[0x00209113, 'SQ', [[[0x00200032, 'DS', '0\\0\\1']]]]], []]],
];

/** One small file of each packing, to be spoilt. */
export async function makeSampleFiles(): Promise<Buffer[]> {
  const bytes = new Uint8Array(deep.buffer);
  const base = { rows, columns, more: furniture };
  const native = [IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG, `${root}1.99`].map(syntax =>
    makePicture({ ...base, syntax, bitsAllocated: 16, bitsStored: 12, pixels: bytes }),
  );
  const lossless = { columns, rows, samples: 1, precision: 12, predictor: 4 };
  const picture = sharp(shallow, { raw: { width: columns, height: rows, channels: 1 } });
  const grey = picture.toColourspace('b-w');
  const streams: [syntax: string, bits: number, stream: Uint8Array][] = [
    ['5', 16, encodeRle(bytes, 1, 2)],
    ['4.70', 16, encodeLosslessJpeg(deep, { ...lossless, restartEvery: columns })],
    ['4.80', 16, await encodeWasm('jpeg-ls', deep, shape)],
    ['4.90', 16, await encodeWasm('jpeg-2000', deep, shape, each => each.setQuality?.(true, 0))],
    ['4.201', 16, await encodeWasm('htj2k', deep, shape, each => each.setQuality?.(true, 0))],
    ['4.50', 8, await grey.clone().jpeg().toBuffer()],
    ['4.55', 8, await grey.clone().jpeg({ progressive: true }).toBuffer()],
  ];
  const packed = streams.map(([syntax, bitsAllocated, stream]) =>
    makePicture({
      ...{ ...base, syntax: root + syntax, bitsAllocated, vr: 'fragments' },
      ...{
        frames: 2,
        pixels: encapsulate([[stream], [stream.subarray(0, 50), stream.subarray(50)]], {
          withOffsets: true,
        }),
      },
    }),
  );
  return [...native, ...packed];
}
