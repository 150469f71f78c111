// A program that forgets to close its model: `abandon-model.ts FOLDER idle|busy`. It prints the
// id of the model's process.
import { openLocalModel } from '../index.ts';
import { watchChildren } from './watch-children.ts';

const [, , model = '', how] = process.argv;
const children = watchChildren();
const { signal } = new AbortController();
const prompt = {
  messages: [{ from: 'user' as const, parts: [{ type: 'text' as const, text: 'look' }] }],
};
let said = false;

await openLocalModel({ model, allowDownload: false }).generate({
  ...{ prompt, pictures: new Map(), signal },
  maxOutputTokens: how === 'busy' ? 1_000_000 : 3,
  onText() {
    if (!said) process.stdout.write(`${children[0]?.pid}\n`);
    said = true;
  },
});
