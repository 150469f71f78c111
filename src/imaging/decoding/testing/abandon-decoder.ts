// A program that ends without a word to its decoder: `abandon-decoder.ts idle|busy`. It prints
// the id of the decoder's process.
import { decodePicture } from '../decode-picture.ts';
import { makeBlackPng } from './make-png.ts';
import { watchChildren } from './watch-children.ts';

const children = watchChildren();
await decodePicture(makeBlackPng(8, 8));
process.stdout.write(`${children[0]?.pid}\n`);
if (process.argv[2] === 'busy') {
  await decodePicture(makeBlackPng(30_000, 30_000), { maxPixels: 1e9, memoryMiB: 4096 });
}
