import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { type ReadItem, readItems } from './read-items.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-items-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, content: string): Promise<ReadItem[]> {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return Array.fromAsync(readItems(file));
}

const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
  .png()
  .toBuffer();
const base64 = png.toString('base64');
const head = 'index\timage\timage_path\thint\tquestion\tA\tB\tC\tanswer\tcategory\tsplit\n';

test('reads the table of VLMEvalKit: pictures in base64, by path, or those of another row', async () => {
  const found = await read(
    'set.tsv',
    `${head}1\t${base64}\t\tA man of 50.\tWhich level?\tL3/4\tL4/5\tnan\tB\tliterature\ttest
2\t1\t\t\t"Which side?
Left or right?"\tleft\tright\tboth\tC\t\ttest
3\t\t['a.png', 'b.png']\t\t哪个节段？\tL3/4\tL4/5\t\tA, B\t\t
4\t["${base64}"]\t\t\tWhich?\tone\ttwo\tthree\ttwo\t\t\n`,
  );
  const [one, two, three, four] = found.map(({ item }) => item);
  expect(one).toMatchObject({
    ...{ id: '1', task: 'mcq', benchmark: 'set', answer: ['B'], source: 'literature' },
    question: 'A man of 50.\nWhich level?',
    options: { A: 'L3/4', B: 'L4/5' },
    language: 'en',
  });
  expect(one!.images[0]).toMatch(/^run:pictures\/[0-9a-f]{64}\.png$/);
  expect(found[0]!.pictures.get(one!.images[0]!)).toEqual(png);
  expect(two).toMatchObject({ images: one!.images, question: 'Which side?\nLeft or right?' });
  expect(three).toMatchObject({
    ...{ task: 'mcq-multi', answer: ['A', 'B'], images: ['a.png', 'b.png'], language: 'zh' },
    source: 'open_source',
  });
  expect(four).toMatchObject({ answer: ['B'], images: one!.images });
});

test("reads Inspect's samples with choices", async () => {
  const samples = [
    {
      input: 'Which?',
      choices: ['one', 'two'],
      target: 'B',
      id: 7,
      metadata: { source: 'textbook' },
    },
    {
      input: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is seen?' },
            { type: 'image', image: `data:image/png;base64,${base64}` },
            { type: 'image', image: 'x.png' },
          ],
        },
      ],
      choices: ['one', 'two', 'three'],
      target: ['A', 'three'],
      metadata: { group: 'patient 1', levels: ['L4/L5'] },
    },
  ];
  const found = await read('inspect.jsonl', samples.map(each => JSON.stringify(each)).join('\n'));
  expect(found.map(({ item }) => item)).toMatchObject([
    { id: '7', task: 'mcq', answer: ['B'], source: 'textbook', benchmark: 'inspect' },
    { id: '2', task: 'mcq-multi', answer: ['A', 'C'], group: 'patient 1', levels: ['L4/L5'] },
  ]);
  expect(found[1]!.item.images).toEqual([expect.stringMatching(/^run:/), 'x.png']);
  expect([...found[1]!.pictures.values()]).toEqual([png]);
});

test('reads an array of the second SpineBench under all its names, by what its labels mean', async () => {
  const questions = [
    {
      task: 'spine_disease_classification',
      image: 'a.png',
      question: 'What is it?',
      answers: 'Neural foraminal narrowing',
    },
    {
      task: 'spine_disease_classification',
      image_path: ['b.png', `data:image/png;base64,${base64}`],
      query: '这是什么？',
      answer: ['健康'],
    },
    {
      task: 'spine_lesion_localization',
      image: 'c.png',
      query: 'Where?',
      answer: ['L5-S1', 'l3_l4'],
    },
    {
      task: 'spine_lesion_localization',
      image: 'c.png',
      question: 'Where?',
      answers: 'L4/5, L5/S1',
    },
    {
      id: 'x',
      task: 'spine_disease_classification',
      image: 'd.png',
      question: 'Which?',
      options: { A: 'Osteophytes', B: 'Healthy', C: 'Spondylolysthesis' },
      answer: 'Spondylolisthesis',
    },
  ];
  const found = await read('mm.json', JSON.stringify(questions, null, 1));
  const [foramen, normal, discs, sameDiscs, own] = found.map(({ item }) => item);
  expect(foramen).toMatchObject({ id: '1', task: 'mcq', benchmark: 'mm', images: ['a.png'] });
  expect(Object.values(foramen!.options)).toHaveLength(12);
  expect(foramen!.options[foramen!.answer[0]!]).toBe('Foraminal stenosis');
  expect(normal!.language).toBe('zh');
  expect(normal!.options[normal!.answer[0]!]).toBe('健康');
  expect(normal!.images).toEqual(['b.png', expect.stringMatching(/^run:/)]);
  expect([...found[1]!.pictures.values()]).toEqual([png]);
  expect(sameDiscs!.group).toBe(discs!.group);
  expect(discs).toMatchObject({ task: 'mcq-multi', answer: ['C', 'E'], options: { E: 'L5/S1' } });
  expect(sameDiscs!.answer).toEqual(['D', 'E']);
  expect(own).toMatchObject({ id: 'x', answer: ['C'], options: questions[4]!.options });
});

test('takes a .json file of lines for what it is', async () => {
  const [found] = await read('lines.json', '{"input":"Which?","choices":["a","b"],"target":"B"}\n');
  expect(found!.item.answer).toEqual(['B']);
});

const ours =
  '{"id":"x","task":"mcq","benchmark":"b","question":"q","language":"en","source":"textbook",';

test.each([
  [
    'an answer that nobody understands',
    `${head}1\t\t\t\tWhich?\tone\ttwo\t\tperhaps\t\t\n`,
    'a.tsv',
    /`answer`/,
  ],
  [
    'no options',
    `${head}1\t\t\t\tWhich?\t\t\t\tA\t\t\n`,
    'b.tsv',
    /the row has no options: an open/,
  ],
  ['no answer', `${ours}"options":{"A":"a","B":"b"}}`, 'h.jsonl', /`answer` a single choice/],
  [
    'an answer outside the options',
    `${ours}"options":{"A":"a","B":"b"},"answer":["Z"]}`,
    'i.jsonl',
    /`answer` names an option that is not there/,
  ],
  [
    'two answers to a single choice',
    `${ours}"options":{"A":"a","B":"b"},"answer":["A","B"]}`,
    'j.jsonl',
    /`answer` a single choice has exactly one right option/,
  ],
  ['no task', '{"id":"x"}', 'k.jsonl', /`task` is missing or none of mcq, mcq-multi, report/],
  ['no id', '{"task":"mcq"}', 'l.jsonl', /`id` is missing/],
  ['an open question', '{"input":"Why?","target":"because"}', 'c.jsonl', /no choices/],
  ['another task', '[{"task":"chat","question":"Why?"}]', 'e.json', /second SpineBench/],
  [
    'a label that is none',
    '[{"task":"spine_lesion_localization","query":"Where?","answer":"L4/L5, perhaps"}]',
    'f.json',
    /none of the options/,
  ],
  ['half an array', '[{"task":', 'g.json', /not JSON/],
  ['no table', 'index\t"question\n', 'd.tsv', /no item|no table|not a table/],
])('refuses %s, and says where', async (_, content, name, message) => {
  await expect(read(name, content)).rejects.toMatchObject({
    code: 'benchmark-invalid',
    message: expect.stringMatching(message),
    place: expect.stringContaining(name),
  });
});
