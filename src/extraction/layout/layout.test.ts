import { expect, test } from 'vitest';
import { captionStart } from './caption-grammar.ts';
import { findFurniture } from './find-furniture.ts';
import { joinLines, wordsOf } from './join-lines.ts';
import { layDocument } from './lay-document.ts';
import { listMarker } from './list-marker.ts';
import { orderItems } from './order-items.ts';
import type { RawPage, Run } from './raw-page.ts';
import { turnedBack, uprightPage } from './upright-page.ts';

function run(text: string, x: number, y: number, size = 10, turns: Run['turns'] = 0): Run {
  return { text, x, y, width: text.length * size * 0.5, size, font: 0, turns };
}

function pageOf(runs: Run[], more: Partial<RawPage> = {}): RawPage {
  return {
    ...{ number: 1, width: 600, height: 800, runs },
    fonts: [{ name: '', bold: false, italic: false }],
    ...{ rules: [], panels: [], shapes: [], images: [] },
    ...more,
  };
}

test.each([
  ['Figure 2. The disc', 'Figure 2'],
  ['Fig. 1-2 The disc', 'Figure 1-2'],
  ['FIGURE 3', 'Figure 3'],
  ['Supplementary Figure S4: More', 'Figure S4'],
  ['Table 1. Values', 'Table 1'],
  ['图1椎间盘', '图1'],
  ['图 3-12 椎间盘', '图3-12'],
  ['表２ 体征', '表2'],
])('%s begins a caption', (text, label) => {
  expect(captionStart(text)?.label).toBe(label);
});

test.each([
  'Figure 2 shows the disc',
  'Figure 2) and',
  'Figures show',
  '图1所示',
  '图2、3可见',
  '图示',
])('%s begins none', text => {
  expect(captionStart(text)).toBeUndefined();
});

test('a hyphen at the end of a line stays where the document writes the word with one', () => {
  const words = (text: string, hyphenates: boolean) => ({
    known: wordsOf([text.split(' ')]).known,
    hyphenates,
  });
  const join = (a: string, b: string, text = '', hyphenates = true) =>
    joinLines([a, b], words(text, hyphenates));
  expect(join('the verte-', 'bra')).toBe('the vertebra');
  expect(join('a wedge-', 'shaped body', 'wedge-shaped')).toBe('a wedge-shaped body');
  expect(join('a cross-', 'section', 'each section', false)).toBe('a cross-section');
  expect(join('on T2-', 'weighted images')).toBe('on T2-weighted images');
  expect(join('the lev\u00AD', 'el')).toBe('the level');
  expect(join('L4/', '5 and')).toBe('L4/5 and');
  expect(join('椎间盘', '突出')).toBe('椎间盘突出');
  expect(join('椎间盘C5', '突出')).toBe('椎间盘C5突出');
  expect(join('two', 'words')).toBe('two words');
});

test('knows markers of lists from numbers of a sentence', () => {
  expect(listMarker('• one')).toMatchObject({ marker: '-', rest: 'one' });
  expect(listMarker('12. one')).toMatchObject({ marker: '12.', rest: 'one' });
  expect(listMarker('（1）一')).toMatchObject({ marker: '（1）', rest: '一' });
  expect(listMarker('12.5 mm')).toBeUndefined();
  expect(listMarker('-5 mm')).toBeUndefined();
});

test('reads three columns below a title and around a wide figure', () => {
  const column = (x: number, from: number, name: string) =>
    Array.from({ length: 6 }, (_, at) => ({
      name: `${name}${at}`,
      box: [x, from + 12 * at, 150, 10] as [number, number, number, number],
    }));
  const wide = (y: number, name: string) => ({
    name,
    box: [50, y, 490, 10] as [number, number, number, number],
  });
  const items = [
    ...column(390, 100, 'c'),
    ...column(50, 100, 'a'),
    wide(50, 'title'),
    ...column(220, 100, 'b'),
    wide(200, 'figure'),
    ...column(220, 230, 'e').slice(0, 2),
    ...column(390, 230, 'f').slice(0, 2),
    ...column(50, 230, 'd').slice(0, 2),
  ];
  const read = orderItems(items).map(part => part.map(({ name }) => name).join(''));
  const full = (name: string) => [0, 1, 2, 3, 4, 5].map(at => `${name}${at}`).join('');
  expect(read).toEqual([
    'title',
    full('a'),
    full('b'),
    full('c'),
    'figure',
    'd0d1',
    'e0e1',
    'f0f1',
  ]);
});

test('takes running heads and page numbers out, and nothing that stands once', () => {
  const pages = [1, 2, 3].map(number => ({
    number,
    height: 800,
    segments: [
      { text: 'A head', y: 40 },
      { text: `Only on page ${'abc'[number]}`, y: 60 },
      { text: 'Text of the page', y: 300 },
      { text: `– ${number + 6} –`, y: 780 },
    ].map(({ text, y }) => ({
      text,
      box: [100, y - 8, 100, 10] as [number, number, number, number],
      baseline: y,
      size: 10,
      bold: false,
      style: { bold: false, italic: false },
    })),
  }));
  const { furniture } = findFurniture(pages);
  expect(furniture.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(
    [7, 8, 9].flatMap(number => ['running-head: A head', `page-number: – ${number} –`]),
  );
});

test('a page that lies on its side is read upright, and places point into the file’s page', () => {
  const lines = ['A line that runs up the page', 'and the next one beside it'];
  const page = pageOf(lines.map((text, at) => run(text, 100 + 14 * at, 700, 10, 3)));
  const { page: upright, turned } = uprightPage(page);
  expect([upright.width, upright.height, turned]).toEqual([800, 600, 3]);
  const { blocks } = layDocument([page]);
  expect(blocks.map(({ text }) => text)).toEqual([lines.join(' ')]);
  const [x, y, width, height] = blocks[0]!.box!;
  expect([x < 100, y > 500, width < 40, height > 100]).toEqual([true, true, true, true]);
  expect(turnedBack([0, 0, 10, 20], page, 3)).toEqual([0, 790, 20, 10]);
});

test('a stamp across a figure is in its picture, not in the text', () => {
  const shapes = Array.from({ length: 9 }, (_, at) => [100 + 20 * at, 100, 15, 90 + at]);
  const page = pageOf(
    [run('DRAFT', 150, 150, 20, null), run('Below it a line of text.', 60, 300)],
    {
      shapes: shapes as RawPage['shapes'],
    },
  );
  const { blocks, figures } = layDocument([page]);
  expect(figures).toHaveLength(1);
  expect(blocks.map(({ type }) => type)).toEqual(['figure', 'paragraph']);
});

test('one paragraph over a thousand pages costs what its lines cost', () => {
  const words = 'words that fill a line from one side to the other and never end it';
  const page = (number: number) =>
    pageOf(
      Array.from({ length: 30 }, (_, at) =>
        run(`${words} ${'abcdefg'[at % 7]}`, 40, 100 + 14 * at),
      ),
      { number },
    );
  const time = (count: number) => {
    const pages = Array.from({ length: count }, (_, at) => page(at + 1));
    const start = performance.now();
    expect(layDocument(pages).blocks).toHaveLength(1);
    return performance.now() - start;
  };
  time(50);
  // Four times the pages; were each line joined to all before it, it would be sixteen times the work.
  expect(time(1000) / time(250)).toBeLessThan(10);
});
