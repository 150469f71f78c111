import { expect, test } from 'vitest';
import { layDocument } from './lay-document.ts';
import type { RawBox, RawPage, Run } from './raw-page.ts';

function run(text: string, x: number, y: number, size = 10): Run {
  return { text, x, y, width: text.length * size * 0.45, size, font: 0, turns: 0 };
}

const line =
  'The disc was seen to bulge in most of the patients, who were treated with care for years.';
const textFrom = (y: number) => [0, 1, 2, 3].map(at => run(line, 60, y + at * 13));

function lay(runs: Run[], drawn: Partial<RawPage>) {
  const page: RawPage = {
    ...{ number: 1, width: 600, height: 800, rules: [], panels: [], shapes: [], images: [] },
    runs: [...textFrom(60), ...runs, ...textFrom(420)],
    fonts: [{ name: '', bold: false, italic: false }],
    ...drawn,
  };
  return layDocument([page]);
}

const bars = [0, 1, 2].map((at): RawBox => [120 + at * 90, 180 + at * 20, 40, 140 - at * 20]);
const axes: RawBox[] = [
  [110, 160, 110, 320],
  [110, 320, 380, 320],
];

test('bars that stand apart are one figure with the words around them', () => {
  const words = [
    ...[0, 1, 2].map(at => run(`L${at + 1}/L${at + 2}`, 125 + at * 90, 334)),
    run('Level of surgery', 200, 356),
    run('ODI', 78, 240),
  ];
  const laid = lay([...words, run('Figure 1. Bars by level.', 180, 384, 9)], {
    panels: bars,
    rules: axes,
  });
  expect(laid.blocks.map(({ type }) => type)).toEqual([
    'paragraph',
    'figure',
    'caption',
    'paragraph',
  ]);
  const [figure] = laid.figures;
  expect(figure).toMatchObject({ label: 'Figure 1', caption: 'Figure 1. Bars by level.' });
  const [x, y, width, height] = figure!.box;
  expect([x <= 78, y <= 160, x + width >= 380, y + height >= 356]).toEqual(Array(4).fill(true));
  expect(y).toBeGreaterThan(105);
});

test('boxes with long texts in them are a flow chart, below its caption as well', () => {
  const walls = (x: number, y: number): RawBox[] => [
    [x, y, x + 300, y],
    [x, y + 30, x + 300, y + 30],
    [x, y, x, y + 30],
    [x + 300, y, x + 300, y + 30],
  ];
  const laid = lay(
    [
      run('Figure 2. The flow of patients.', 60, 130, 9),
      run('Assessed for eligibility before the operation (n = 210)', 110, 180),
      run('Randomised to decompression or to fusion at once (n = 160)', 110, 280),
    ],
    { rules: [...walls(100, 160), ...walls(100, 260), [250, 190, 250, 260]] },
  );
  expect(laid.blocks.map(({ type }) => type)).toEqual([
    'paragraph',
    'figure',
    'caption',
    'paragraph',
  ]);
});

test('labels beside a drawing belong to it', () => {
  const shapes = [0, 1, 2].map((at): RawBox => [120, 150 + at * 46, 80, 40]);
  const labels = [0, 1, 2].map(at => run(`L${at + 1}`, 214, 174 + at * 46));
  const laid = lay([...labels, run('Figure 3. Three vertebrae.', 60, 310, 9)], { shapes });
  expect(laid.figures.map(({ caption }) => caption)).toEqual(['Figure 3. Three vertebrae.']);
  expect(laid.figures[0]!.box[0] + laid.figures[0]!.box[2]).toBeGreaterThan(222);
  expect(laid.blocks.some(({ text }) => text.startsWith('L1'))).toBe(false);
});

test('a caption with nothing drawn near is told with its place', () => {
  const laid = lay([run('Figure 4. Lost on the way.', 60, 310, 9)], {});
  expect(laid.lost).toEqual([{ page: 1, box: expect.any(Array) }]);
  expect(lay([], {}).lost).toEqual([]);
});
