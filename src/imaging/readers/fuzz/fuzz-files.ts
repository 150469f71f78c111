import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { makeSampleFiles } from '../dicom/fuzz/sample-files.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { makeMetaImage, metaFields } from '../testing/make-meta-image.ts';
import { makeNifti } from '../testing/make-nifti.ts';
import { makePng } from '../testing/make-png.ts';
import { sealPng } from './seal-png.ts';

/** A file to be spoilt. What is packed is spoilt inside as often as outside, and `seal` puts it
 *  together again: past its checksums faults reach what stands behind them. */
export type FuzzFile = {
  format: string;
  bytes: Buffer;
  seal: ((inside: Buffer) => Buffer) | undefined;
};

export async function makeFuzzFiles(): Promise<FuzzFile[]> {
  const dicom = (await makeSampleFiles()).map(bytes => ({
    format: 'dicom',
    bytes,
    seal: undefined,
  }));
  return [...dicom, ...niftiFiles(), ...metaFiles(), ...pngFiles(), ...(await jpegFiles())];
}

const values = Int16Array.from({ length: 600 }, (_, at) => at * 37 - 9000);
const qform = { code: 1, quaternion: [0.1, 0.2, 0.3], offset: [1, 2, 3] };
const rows = [
  [0.5, 0, 0, 1],
  [0, 0.75, 0, 2],
  [0, 0, 3, 3],
];

function niftiFiles(): FuzzFile[] {
  const sform = { code: 1, rows };
  const files = [
    makeNifti({ values, dims: [10, 12, 5], sform })[0]!,
    makeNifti({ values, dims: [10, 12, 5], qform, order: 'big', extension: 32 })[0]!,
    makeNifti({ values, dims: [5, 6, 4, 5], version: 2, qform, sform })[0]!,
    makeNifti({ values: new Uint8Array(values.buffer), dims: [10, 40], datatype: 128 })[0]!,
  ];
  return files.flatMap(bytes => [
    { format: 'nifti', bytes, seal: undefined },
    { format: 'nifti', bytes, seal: inside => gzipSync(inside) },
  ]);
}

function metaFiles(): FuzzFile[] {
  const content = bytesOf(values);
  const packed = deflateSync(content);
  const shape = { DimSize: '10 12 5' };
  const text = Buffer.from([...values].join(' '));
  return [
    makeMetaImage(metaFields(shape), content),
    makeMetaImage(
      metaFields({ ...shape, CompressedData: 'True', CompressedDataSize: packed.length }),
      packed,
    ),
    makeMetaImage(metaFields({ ...shape, BinaryData: 'False' }), text),
    makeMetaImage(metaFields({ ...shape, ElementDataFile: 'LIST' }), Buffer.from('a.raw\nb.raw\n')),
  ].map(bytes => ({ format: 'metaimage', bytes, seal: undefined }));
}

function pngFiles(): FuzzFile[] {
  const size = { width: 23, height: 17 };
  const kinds = [
    { colourType: 0, channels: 1, bits: 16, isInterlaced: false },
    { colourType: 6, channels: 4, bits: 8, isInterlaced: true },
    { colourType: 3, channels: 1, bits: 2, isInterlaced: true },
  ];
  return kinds.flatMap(kind => {
    const samples = Array.from({ length: 23 * 17 * kind.channels }, (_, at) => at % 2 ** kind.bits);
    const bytes = makePng({ ...size, ...kind, samples });
    return [undefined, sealPng].map(seal => ({ format: 'png', bytes, seal }));
  });
}

async function jpegFiles(): Promise<FuzzFile[]> {
  const pixels = Uint8Array.from({ length: 40 * 30 * 3 }, (_, at) => (at * at) / 77);
  const colour = sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } });
  const files = [
    await colour.clone().jpeg().toBuffer(),
    await colour.clone().jpeg({ progressive: true }).withMetadata({ orientation: 3 }).toBuffer(),
    await colour.clone().toColourspace('cmyk').jpeg().toBuffer(),
  ];
  return files.map(bytes => ({ format: 'jpeg', bytes, seal: undefined }));
}
