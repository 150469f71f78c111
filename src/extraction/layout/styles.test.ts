import { expect, test } from 'vitest';
import { cutStart, markStyle, withoutMarks, writeStyles } from './styles.ts';

const bold = (text: string) => markStyle(text, { bold: true, italic: false });
const both = (text: string) => markStyle(text, { bold: true, italic: true });

test('writes a style as Markdown that its readers see', () => {
  expect(writeStyles(`a ${bold('b')} c`)).toBe('a **b** c');
  expect(writeStyles(`${both('b')} ${bold('c')}`)).toBe('***b* c**');
  expect(writeStyles(`${bold('one')} ${bold('two')}`)).toBe('**one two**');
  expect(writeStyles(`${bold('注意：')}文本`)).toBe('**注意**：文本');
  expect(writeStyles(`文${bold('（本')}`)).toBe('文（**本**');
  expect(writeStyles(`a${bold(' b ')}c`)).toBe('a **b** c');
  expect(bold('—')).toBe('—');
});

test('takes a marker away and leaves the style', () => {
  expect(writeStyles(cutStart(bold('1. First'), 3))).toBe('**First**');
  expect(writeStyles(cutStart(`${bold('1.')} First`, 3))).toBe('First');
  expect(withoutMarks(both('x'))).toBe('x');
});
