import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tellFormat } from './tell-format.ts';
import { makeMetaImage, metaFields } from './testing/make-meta-image.ts';
import { makeNifti } from './testing/make-nifti.ts';

test('formats are told by their first bytes', () => {
  const preamble = Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(124), Buffer.from('DICM')]);
  expect(tellFormat(preamble)).toBe('dicom');
  expect(tellFormat(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBe('png');
  expect(tellFormat(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg');
  for (const version of [1, 2] as const) {
    for (const order of ['little', 'big'] as const) {
      for (const isPair of [false, true]) {
        const [file] = makeNifti({ version, order, isPair }) as [Buffer];
        expect(tellFormat(file)).toBe('nifti');
        const packed = gzipSync(file);
        expect(tellFormat(packed)).toBe('nifti');
        // Damage behind the header is for the reader to find.
        expect(tellFormat(Buffer.concat([packed.subarray(0, -4), Buffer.alloc(9, 5)]))).toBe(
          'nifti',
        );
      }
    }
  }
  expect(tellFormat(makeMetaImage(metaFields()))).toBe('metaimage');
});

test('what only looks like one is none', () => {
  const others = [
    ...['', 'words', 'II*\0', '%PDF-1.7', 'NDims are many', 'ObjectType = Image\nno more'],
    gzipSync('words').toString('latin1'),
    `\x5c\x01\0\0${'\0'.repeat(400)}`,
  ];
  for (const text of others) expect(tellFormat(Buffer.from(text, 'latin1'))).toBe(undefined);
});
