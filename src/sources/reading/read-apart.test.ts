import { expect, test } from 'vitest';
import { makeDocx } from '../testing/make-docx.ts';
import { type MadeCell, makeXlsx } from '../testing/make-xlsx.ts';
import { makeZip } from '../testing/make-zip.ts';
import { limits } from './limits.ts';
import type { Task } from './protocol.ts';
import { readApart } from './read-apart.ts';
import { startReader } from './start-reader.ts';

const signal = new AbortController().signal;
const read = <T extends Task>(task: T, content: string | Uint8Array) =>
  readApart(task, Buffer.from(content as Uint8Array), signal);

const xml = (inner: string): MadeCell => ({ xml: inner });

test('a workbook gives its values with their rows, however far apart, and no formulas', async () => {
  const book = makeXlsx([
    [
      ['a', null, 0.1 + 0.2],
      [],
      [
        null,
        xml('t="str"><f>HYPERLINK("http://x","y")</f><v>=cmd|x</v>'),
        xml('s="1"><v>45063</v>'),
      ],
      [
        xml('t="inlineStr"><is><r><t>椎</t></r><r><t>间盘</t></r></is>'),
        xml('t="e"><v>#REF!</v>'),
        xml('><f>1+1</f>'),
      ],
      [xml('t="b"><v>1</v>'), xml('s="1"><v>45063.5</v>'), xml('s="1"><v>0.25</v>')],
    ],
    [['second sheet']],
  ]);
  expect(await read('xlsx', book)).toEqual({
    value: [
      {
        rows: [
          { number: 1, cells: ['a', '', '0.3'] },
          { number: 3, cells: ['', '=cmd|x', '2023-05-17'] },
          { number: 4, cells: ['椎间盘', '#REF!', '=1+1'] },
          { number: 5, cells: ['TRUE', '2023-05-17 12:00:00', '06:00:00'] },
        ],
      },
      { rows: [{ number: 1, cells: ['second sheet'] }] },
    ],
  });
});

test('two cells at the ends of a sheet take no room between them', async () => {
  const far =
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row></sheetData></worksheet>';
  const answer = await read('xlsx', makeXlsx([[]], { sheetXml: far }));
  expect(answer).toMatchObject({ value: [{ rows: [{ number: 1 }, { number: 1048576 }] }] });
});

const zeros = Buffer.alloc(400 * 2 ** 20);
const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>';

const hostile: Array<[what: string, task: Task, bytes: () => string | Uint8Array, why: string]> = [
  ['no archive', 'xlsx', () => 'PK nothing', 'broken'],
  ['nothing', 'xlsx', () => '', 'broken'],
  ['an archive of nothing', 'xlsx', () => makeZip([]), 'broken'],
  ['a workbook cut short', 'xlsx', () => makeXlsx([[['a']]]).subarray(0, -40), 'broken'],
  [
    'a password',
    'xlsx',
    () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex'),
    'encrypted',
  ],
  [
    'an encrypted part',
    'xlsx',
    () => makeZip([['xl/workbook.xml', 'x']], { encrypted: true }),
    'encrypted',
  ],
  ['a bomb', 'xlsx', () => makeZip([['xl/workbook.xml', zeros]]), 'over-limits'],
  [
    'a bomb that says it is none',
    'xlsx',
    () => makeZip([['xl/workbook.xml', zeros]], { size: 9 }),
    'broken',
  ],
  ['a bomb in a letter', 'docx', () => makeZip([['word/document.xml', zeros]]), 'over-limits'],
  [
    'a cell far to the right',
    'xlsx',
    () =>
      makeXlsx([[]], {
        sheetXml: '<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>',
      }),
    'over-limits',
  ],
  [
    'an entity in a workbook',
    'xlsx',
    () =>
      makeXlsx([[]], {
        sheetXml: `${doctype}<worksheet><row r="1"><c r="A1"><v>&b;</v></c></row></worksheet>`,
      }),
    'broken',
  ],
  [
    'an entity in QTI',
    'qti',
    () =>
      `${doctype}<questestinterop><item><presentation>&a;</presentation></item></questestinterop>`,
    'broken',
  ],
  ['depth', 'qti', () => '<a>'.repeat(100_000), 'over-limits'],
  ['depth in JSON', 'json', () => '['.repeat(5_000_000), 'broken'],
  ['a quote without end', 'csv', () => `a,b\n"${'x,y\n'.repeat(500_000)}`, 'broken'],
  ['more columns than a table has', 'csv', () => `${','.repeat(100_000)}x`, 'over-limits'],
  [
    'bytes of no text',
    'csv',
    () => Buffer.from(Array.from({ length: 999 }, (_, i) => i % 7)),
    'broken',
  ],
];

test.each(hostile)('%s (%s) is refused in bounded time', async (_what, task, bytes, why) => {
  expect(await read(task, bytes())).toEqual({ why });
});

test('a letter gives its text; an entity in it gives nothing of this machine', async () => {
  expect(await read('docx', makeDocx(['主诉：腰痛', 'L4/L5']))).toEqual({
    value: '主诉：腰痛\n\nL4/L5',
  });
  const answer = await read('docx', makeDocx(['&a;'], doctype));
  expect(JSON.stringify(answer)).not.toContain('root:');
});

test('what takes too long or too much is ended, and the next file is read', async () => {
  const slow = startReader({ ...limits, timeoutMs: 1 });
  expect(await slow.read({ task: 'csv', bytes: Buffer.from('a') }, signal)).toEqual({
    why: 'over-limits',
  });
  expect(slow.hasEnded()).toBe(true);
  const large = startReader({ ...limits, residentMiB: 1 });
  const many = Buffer.from('a,b\n'.repeat(190_000));
  expect(await large.read({ task: 'csv', bytes: many }, signal)).toEqual({ why: 'over-limits' });
  expect(await read('csv', 'a,b')).toEqual({
    value: [{ rows: [{ number: 1, cells: ['a', 'b'] }] }],
  });
});

test('a process that cannot be started is no fault of the file', async () => {
  const fresh = startReader();
  // As a machine without memory ends it: before it has said that it is there.
  const reading = fresh.read({ task: 'csv', bytes: Buffer.from('a') }, signal);
  fresh.kill();
  await expect(reading).rejects.toMatchObject({ code: 'reader-not-started', mender: 'retry' });
});

test('asked to end, reading ends', async () => {
  const ending = new AbortController();
  const reading = readApart('csv', Buffer.from('a,b\n'.repeat(190_000)), ending.signal);
  ending.abort(new Error('stop'));
  await expect(reading).rejects.toThrow('stop');
});

const gb = Buffer.from('ccb8c9c22c4c342f4c350a', 'hex');

const tables: Array<[what: string, bytes: string | Uint8Array, cells: string[][]]> = [
  [
    'a mark of UTF-8',
    '\ufeffa,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'UTF-16',
    Buffer.from('\ufeffa\tb\n1\t2', 'utf16le'),
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'UTF-16 without a mark',
    Buffer.from('题a,b\n1,2', 'utf16le'),
    [
      ['题a', 'b'],
      ['1', '2'],
    ],
  ],
  ['GB18030', gb, [[new TextDecoder('gb18030').decode(gb).split(',')[0]!, 'L4/L5']]],
  [
    'semicolons, and commas inside',
    'a;b;c\n1,5;2;3\n2,5;1,0;7',
    [
      ['a', 'b', 'c'],
      ['1,5', '2', '3'],
      ['2,5', '1,0', '7'],
    ],
  ],
  [
    'a stated delimiter',
    'sep=;\na;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quotes and breaks inside',
    'a,b\n"x, ""y""\nz",2',
    [
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ],
  ],
  [
    'a quote in the middle',
    'a,b\n5" disc,2',
    [
      ['a', 'b'],
      ['5" disc', '2'],
    ],
  ],
  ['rows of different length', 'a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']]],
];

test.each(tables)('a table with %s is read', async (_what, bytes, cells) => {
  const answer = await read('csv', bytes);
  if ('why' in answer) throw new Error(answer.why);
  expect(answer.value[0]!.rows.map(row => row.cells)).toEqual(cells);
});

test('entries are found in a list, in the list of an object, and one a line', async () => {
  const entry = (place: string, value: unknown) => ({ place, value });
  const two = [entry('entry 1', { a: 1 }), entry('entry 2', { a: 2 })];
  expect(await read('json', '[{"a":1},{"a":2}]')).toEqual({ value: two });
  expect(await read('json', '{"name":"x","data":[{"a":1},{"a":2}]}')).toEqual({ value: two });
  expect(await read('json', '{"a":1}\n\n{bad\n')).toEqual({
    value: [entry('line 1', { a: 1 }), entry('line 3', undefined)],
  });
});
