import { expect, test } from 'vitest';
import { figureNumbers } from './figure-numbers.ts';

test.each([
  ['Figure 3. The canal.', ['3']],
  ['see Figs. 2 and 3, not figure 7', ['2', '3', '7']],
  ['Figures 1–3 show', ['1', '2', '3']],
  ['(Fig. 5A)', ['5']],
  ['如图2、3所示', ['2', '3']],
  ['如图1至3所示', ['1', '2', '3']],
  ['Figure 1-2', ['1-2', '1', '2']],
  ['图3-1', ['3-1']],
  ['Figures 4, 5 and 6', ['4', '5', '6']],
  ['a figure of speech, 12 of 13', []],
  ['no number at all', []],
])('%s', (text, numbers) => {
  expect([...figureNumbers(text)]).toEqual(numbers);
});
