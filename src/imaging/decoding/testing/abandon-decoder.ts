// A program that ends without a word to its decoder: `abandon-decoder.ts idle|busy`. It prints
// the id of the decoder's process.
import { decodePicture } from '../decode-picture.ts';
import { makeBlackPng } from './make-png.ts';
import { watchChildren } from './watch-children.ts';

const children = watchChildren();
const bomb = makeBlackPng(30_000, 30_000);
const say = () => process.stdout.write(`${children[0]?.pid}\n`);
await decodePicture(makeBlackPng(8, 8));
if (process.argv[2] === 'busy') {
  // By then the bomb has been sent, and decoding it takes much longer.
  setTimeout(say, 300);
  await decodePicture(bomb, { maxPixels: 1e9, memoryMiB: 4096 });
} else say();
