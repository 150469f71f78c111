import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import { defineRecipe, runRecipe, verify } from '../../store/index.ts';
import { collectQuestions } from '../index.ts';
import { makeXlsx } from '../testing/make-xlsx.ts';

let throwaway: Throwaway;
beforeEach(async () => {
  throwaway = await throwawayStore();
  mkdirSync(at());
});
afterEach(() => throwaway[Symbol.asyncDispose]());

const at = (name = '') => path.join(throwaway.folder, 'sources', 'bank', name);
const write = (name: string, content: string | Uint8Array) => writeFileSync(at(name), content);

/** As seen from the folder of the bank. */
const short = (text: string) =>
  text.replace(/^sources\/bank\//, '').replace(/(clinical|folder)-[0-9a-f]{16}/g, '$1-…');

async function collect(name = '') {
  const { store } = throwaway;
  const steps = [collectQuestions({ path: at(name) })];
  const defects: unknown[] = [];
  const [counts] = await runRecipe(store, defineRecipe({ name: 'test', about: '', steps }), {
    signal: new AbortController().signal,
    logDefect: error => defects.push(error),
  });
  expect(defects).toEqual([]);
  expect(await Array.fromAsync(verify(store))).toEqual([]);
  const things = await store.pool.query(
    `select data, class, blobs from things where kind = 'question-template' order by seq`,
  );
  const rejects = await store.pool.query('select reason, place from rejects order by id');
  return {
    counts: counts!,
    questions: things.rows.map(row => row.data),
    classes: [...new Set(things.rows.map(row => row.class))],
    blobs: [...new Set(things.rows.flatMap(row => row.blobs))],
    rejects: rejects.rows.map(row => `${short(row.place)}: ${row.reason}`),
  };
}

const chinese = `题号,题干,选项A,选项B,选项C,选项D,答案,解析,图片
1,腰椎间盘突出最常见于哪个节段？,L1/L2,L2/L3,L3/L4,L4/L5,D,下腰椎负荷大,图1.png
2,下列哪些属于马尾综合征的表现？,鞍区麻木,尿潴留,=1+1,头痛,AB,,
3,没有答案的题,甲,乙,丙,丁,,,
4,没有选项的题,,,,,A,,
5,,甲,乙,丙,丁,A,,
1,腰椎间盘突出最常见于哪个节段?,L1/L2,L2/L3,L3/L4,L4/L5,D,重复,
题号,题干,选项A,选项B,选项C,选项D,答案,解析,图片
`;

test('every row of a bank is a template or a reject with its row and reason', async () => {
  write('bank.csv', chinese);
  write('source.yaml', 'title: 脊柱题库\nclass: public\nredistribution: free\nlanguage: zh\n');
  const { counts, questions, classes, blobs, rejects } = await collect();
  expect(counts).toMatchObject({ in: 7, out: 2, rejects: 5, waiting: 0 });
  expect(questions[0]).toMatchObject({
    path: 'sources/bank/bank.csv',
    place: 'row 2',
    number: '1',
    language: 'zh',
    answers: ['D'],
    explanation: '下腰椎负荷大',
    pictures: ['图1.png'],
    options: [{ label: 'A', text: 'L1/L2' }, {}, {}, { label: 'D', text: 'L4/L5' }],
  });
  // A formula is a text like any other.
  expect(questions[1]).toMatchObject({
    answers: ['A', 'B'],
    options: [{}, {}, { text: '=1+1' }, {}],
  });
  expect(rejects).toEqual([
    'bank.csv, row 4: answer-missing',
    'bank.csv, row 5: options-missing',
    'bank.csv, row 6: stem-missing',
    'bank.csv, row 7: duplicate',
    'bank.csv, row 8: repeated-header',
  ]);
  // Not milder than licensed, and never passed on, whatever the file beside it says.
  expect(classes).toEqual(['licensed']);
  const { rows } = await throwaway.store.pool.query(
    'select class, title, redistribution from sources',
  );
  expect(rows).toEqual([{ class: 'licensed', title: '脊柱题库', redistribution: 'never' }]);
  expect(await throwaway.store.blobs.get(blobs[0]!)).toEqual(readFileSync(at('bank.csv')));
});

test('nothing is collected twice, and a row put in above the others is the only new one', async () => {
  write('bank.csv', chinese);
  const first = await collect('bank.csv');
  expect(await collect('bank.csv')).toEqual(first);
  // Nor by the folder it lies in.
  expect(await collect()).toEqual(first);
  const [header, ...rows] = chinese.split('\n');
  write('bank.csv', [header, '9,新题？,甲,乙,丙,丁,C,,', ...rows].join('\n'));
  const second = await collect('bank.csv');
  expect(second.counts.in).toBe(first.counts.in + 1);
  expect(second.questions.slice(0, 2)).toEqual(first.questions);
  expect(second.questions[2]).toMatchObject({ place: 'row 2', answers: ['C'] });
});

const one = { stem: 'Which root leaves at L4/L5?', texts: ['L3', 'L4', 'L5', 'S1'], answer: 'B' };
const qti12 = `<?xml version="1.0"?><questestinterop><item ident="i1"><presentation><material><mattext texttype="text/html">&lt;p&gt;${one.stem}&lt;/p&gt;&lt;img src="a.png"&gt;</mattext></material>
<response_lid ident="R" rcardinality="Single"><render_choice>${one.texts.map((text, i) => `<response_label ident="x${i}"><material><mattext>${text}</mattext></material></response_label>`).join('')}</render_choice></response_lid></presentation>
<resprocessing><respcondition><conditionvar><varequal respident="R">x1</varequal></conditionvar><setvar action="Set">100</setvar></respcondition>
<respcondition><conditionvar><not><varequal respident="R">x1</varequal></not></conditionvar><setvar action="Set">0</setvar></respcondition></resprocessing>
<itemfeedback><material><mattext>The exiting root.</mattext></material></itemfeedback></item>
<item><presentation><response_str><render_fib/></response_str></presentation></item></questestinterop>`;
const qti21 = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q"><responseDeclaration identifier="R" cardinality="single"><correctResponse><value>c1</value></correctResponse></responseDeclaration>
<itemBody><p>${one.stem}</p><img src="a.png" alt=""/><choiceInteraction responseIdentifier="R" maxChoices="1">${one.texts.map((text, i) => `<simpleChoice identifier="c${i}">${text}<feedbackInline>no</feedbackInline></simpleChoice>`).join('')}</choiceInteraction></itemBody><modalFeedback>The exiting root.</modalFeedback></assessmentItem>`;

const letters = Object.fromEntries(one.texts.map((text, i) => ['ABCD'[i], text]));
const banks: Array<[name: string, content: string | Uint8Array, rejected?: number]> = [
  [
    'a.xlsx',
    makeXlsx([
      [
        ['Spine bank'],
        ['Question', 'A', 'B', 'C', 'D', 'Answer', 'Explanation', 'Image'],
        [one.stem, ...one.texts, one.answer, 'The exiting root.', 'a.png'],
      ],
    ]),
  ],
  [
    'a.json',
    JSON.stringify([
      {
        question: one.stem,
        options: letters,
        answer: 'L4',
        answer_idx: 'B',
        exp: 'The exiting root.',
        image: 'a.png',
      },
    ]),
  ],
  [
    'b.json',
    JSON.stringify({
      questions: [
        {
          question: one.stem,
          choices: one.texts,
          answer: 'B',
          explanation: 'The exiting root.',
          images: ['a.png'],
        },
      ],
    }),
  ],
  [
    'c.jsonl',
    `${JSON.stringify({ Question: one.stem, opa: 'L3', opb: 'L4', opc: 'L5', opd: 'S1', answer: 'B', exp: 'The exiting root.', image: 'a.png' })}\nbroken\n`,
    1,
  ],
  ['d.xml', qti12, 1],
  ['e.xml', qti21],
  [
    'f.tsv',
    Buffer.from(
      `\ufeffStem\tOptions\tKey\tRationale\tFigure\n${one.stem}\tA. L3 B. L4 C. L5 D. S1\tB\tThe exiting root.\ta.png\n`,
      'utf16le',
    ),
  ],
];

test.each(banks)('the same question is read out of %s', async (name, content, rejected = 0) => {
  write(name, content);
  const { counts, questions } = await collect(name);
  expect(counts).toMatchObject({ out: 1, rejects: rejected });
  expect(questions[0]).toMatchObject({
    stem: one.stem,
    language: 'en',
    options: one.texts.map((text, i) => ({ label: 'ABCD'[i], text })),
    answers: ['B'],
    explanation: 'The exiting root.',
    pictures: ['a.png'],
  });
});

test('a sheet that is no bank beside one that is, is a reject, and an empty one is nothing', async () => {
  const bank = [
    ['题干', '选项', null, '答案'],
    [null, 'A', 'B', null],
    ['问题？', '甲', '乙', 'B'],
  ];
  write('a.xlsx', makeXlsx([[['notes'], ['only', 'words']], [], bank]));
  const { questions, rejects } = await collect('a.xlsx');
  expect(rejects).toEqual(['a.xlsx, sheet 1: columns-not-recognised']);
  expect(questions).toMatchObject([{ place: 'sheet 3, row 3', answers: ['B'] }]);
});

test('files that are no banks are rejects, each with its reason, and the others are read', async () => {
  write('1.csv', 'name,age\nx,1\n');
  write('2.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  write('3.csv', '');
  write('4.xlsx', makeXlsx([[['a']]]).subarray(0, -30));
  write('5.csv', chinese);
  const { counts, rejects } = await collect();
  expect(rejects.slice(0, 4)).toEqual([
    '1.csv: columns-not-recognised',
    '2.png: not-a-question-bank',
    '3.csv: empty',
    '4.xlsx: not-a-question-bank',
  ]);
  expect(counts).toMatchObject({ in: 11, out: 2, rejects: 9 });
});

test('a broken source.yaml keeps the bank out', async () => {
  write('bank.csv', chinese);
  write('source.yaml', 'class: secret');
  const { counts, rejects } = await collect();
  expect(counts).toMatchObject({ in: 1, rejects: 1 });
  expect(rejects).toEqual(['source.yaml of folder-…: source-file-invalid']);
});

test('a bank that is not there is told of', async () => {
  await expect(collect('none.csv')).rejects.toMatchObject({ code: 'question-bank-missing' });
});
