import { expect, test } from 'vitest';
import { findHeader } from './find-header.ts';
import { recogniseColumn } from './recognise-column.ts';

const names: Array<[role: string, names: string]> = [
  ['stem', '题干 题目 试题 问题 Question Stem question_text 题目内容*'],
  ['options', '选项 备选答案 Options choices'],
  ['answer', '答案 正确答案 参考答案（必填） Answer correct_answer Key answer_idx cop'],
  ['explanation', '解析 答案解析 Explanation Rationale exp'],
  ['picture', '图片 附图 image Figure'],
  ['number', '题号 序号 ID No. #'],
  ['A', 'A 选项A 选项Ａ 备选答案A Option_A opa answerA'],
  ['2', '选项2 选项二 Option2'],
  ['none', '1 二 章节 Topic difficulty answers_count abc options_total'],
];

test.each(names)('columns of the role %s are known by their names: %s', (role, list) => {
  for (const name of list.split(' ')) {
    const column = recogniseColumn(name);
    const found = column?.role === 'option' ? column.label : (column?.role ?? 'none');
    expect([name, found]).toEqual([name, role]);
  }
});

test('a name in two languages counts where both say the same', () => {
  expect(recogniseColumn('答案 Answer')).toEqual({ role: 'answer' });
  expect(recogniseColumn('题干/Stem')).toEqual({ role: 'stem' });
  expect(recogniseColumn('题号（No.）')).toEqual({ role: 'number' });
  expect(recogniseColumn('Question type')).toBeUndefined();
  expect(recogniseColumn('Answer explanation')).toBeUndefined();
});

const table = (...rows: string[][]) =>
  findHeader(rows.map((cells, index) => ({ number: index + 1, cells })));
const shown = (header: ReturnType<typeof findHeader>) =>
  header && [
    header.rows,
    ...header.columns.map(c => (c?.role === 'option' ? c.label : (c?.role ?? '-'))),
  ];

test('a title may stand above the header', () => {
  const header = table(
    ['2023 spine bank'],
    [],
    ['No', 'Question', 'A', 'B', 'Answer'],
    ['1', 'q', 'x', 'y', 'A'],
  );
  expect(shown(header)).toEqual([3, 'number', 'stem', 'A', 'B', 'answer']);
});

test('a header of two rows is read as one, merged cells and all', () => {
  const header = table(
    ['题号', '题干', '选项', '', '', '', '答案'],
    ['', '', 'A', 'B', 'C', 'D', ''],
    ['1', '…', 'x', 'y', 'z', 'w', 'A'],
  );
  expect(shown(header)).toEqual([2, 'number', 'stem', 'A', 'B', 'C', 'D', 'answer']);
  const numbered = table(['题干', '选项', '', '答案'], ['', '1', '2', ''], ['q', 'x', 'y', '1']);
  expect(shown(numbered)).toEqual([2, 'stem', '1', '2', 'answer']);
});

test('a title may stand above a header of two rows', () => {
  const header = table(
    ['脊柱题库（2023）'],
    ['题号', '题干', '选项', '', '答案', '解析'],
    ['', '', 'A', 'B'],
    ['1', 'q', 'x', 'y', 'A'],
  );
  expect(shown(header)).toEqual([3, 'number', 'stem', 'A', 'B', 'answer', 'explanation']);
  const groups = table(['', '选项', ''], ['题干', '1', '2', '答案'], ['q', 'x', 'y', '1']);
  expect(shown(groups)).toEqual([2, 'stem', '1', '2', 'answer']);
});

test('a first question is not taken for a second row of the header', () => {
  const header = table(['Question', 'A', 'B', 'Answer'], ['Which?', 'A', 'B', 'B']);
  expect(shown(header)).toEqual([1, 'stem', 'A', 'B', 'answer']);
});

test('a table that is no bank has no header', () => {
  expect(table(['name', 'age'], ['x', '1'])).toBeUndefined();
  expect(table()).toBeUndefined();
});
