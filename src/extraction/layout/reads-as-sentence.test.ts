import { expect, test } from 'vitest';
import { readsAsSentence } from './reads-as-sentence.ts';

test.each([
  ['As Figure 1 shows here, the L4/5 disc bulges.', true],
  ['如图1所示，L4/5节段狭窄最重，术后患者症状明显见图2。', true],
  ['Level of surgery', false],
  ['VAS p. op.', false],
  ['术后。', false],
])('%s: %s', (text, is) => {
  expect(readsAsSentence(text)).toBe(is);
});
