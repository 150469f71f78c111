import { expect, test } from 'vitest';
import { layDocument } from './lay-document.ts';
import type { RawPage, Run } from './raw-page.ts';

function run(text: string, x: number, y: number, width: number, size = 10): Run {
  return { text, x, y, width, size, font: 0, turns: 0 };
}

const full = 'one line of a text that goes from the left edge of the page to the right one at once';
const narrow = 'a line that ends before the figure';
const pageOf = (runs: Run[]): RawPage => ({
  ...{ number: 1, width: 600, height: 800, rules: [], panels: [], shapes: [], runs },
  fonts: [{ name: '', bold: false, italic: false }],
  images: [{ box: [360, 100, 180, 100], pixels: [600, 400], isRemoved: false }],
});
const caption = [
  run('Fig. 1. A figure with text beside', 362, 212, 160, 9),
  run('it, seen from the right.', 362, 223, 110, 9),
];

test('a text that runs around a figure stays whole, and so does its caption', () => {
  const lines = [
    ...[60, 73, 86].map(y => run(full, 60, y, 480)),
    ...Array.from({ length: 11 }, (_, at) => run(narrow, 60, 99 + at * 13, 280)),
    ...[242, 255].map(y => run(full, 60, y, 480)),
  ];
  const { blocks, figures } = layDocument([pageOf([...caption, ...lines])]);
  expect(figures.map(({ caption }) => caption)).toEqual([
    'Fig. 1. A figure with text beside it, seen from the right.',
  ]);
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'figure', 'caption']);
  expect(blocks[0]!.text.match(/one line/g)).toHaveLength(5);
  expect(blocks[0]!.text.match(/a line/g)).toHaveLength(11);
});

test('text in the other of two columns does not run around', () => {
  const column = (x: number, from: number, count: number) =>
    Array.from({ length: count }, (_, at) => run(narrow, x, from + at * 13, 220));
  const lines = [...column(60, 60, 20), ...column(340, 60, 3), ...column(340, 245, 6)];
  const { blocks } = layDocument([pageOf([...lines, ...caption])]);
  expect(blocks[0]!.text.match(/a line/g)!.length).toBeGreaterThanOrEqual(20);
  expect(blocks.map(({ type }) => type).slice(1, 3)).toEqual(['figure', 'caption']);
});
