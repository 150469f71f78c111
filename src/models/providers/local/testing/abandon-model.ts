// A program that forgets to close its model: `abandon-model.ts FOLDER idle|busy`. It prints the
// id of the model's process.
import { openLocalModel } from '../index.ts';
import { watchChildren } from './watch-children.ts';

const [, , folder = '', how] = process.argv;
const children = watchChildren();
const model = openLocalModel({ model: folder, allowDownload: false });
const request = {
  prompt: {
    messages: [{ from: 'user' as const, parts: [{ type: 'text' as const, text: 'look' }] }],
  },
  pictures: new Map(),
  signal: new AbortController().signal,
};

await model.generate({ ...request, maxOutputTokens: 3 });
process.stdout.write(`${children[0]?.pid}\n`);
// Without a listener: a process that has nothing to say would not notice that nobody hears it.
if (how === 'busy') await model.generate({ ...request, maxOutputTokens: 1_000_000 });
