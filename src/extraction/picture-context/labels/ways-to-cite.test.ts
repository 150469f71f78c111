import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCitations } from './read-citations.ts';

/** The figures of the document that all the ways are tried in. */
const figures = [
  ...Array.from({ length: 12 }, (_, at) => `${at + 1}`),
  ...['S1', 'S2', 'S3', 'S4', 'A1', 'A2', 'X1', 'X2', 'X3', 'E1', 'B1', 'R1', '附1', '附2'],
  ...['roman 1', 'roman 2', 'roman 3', '', '1/1', '1/2', 'appendix 1 1'],
];
const known = new Set(figures.map(figure => `Figure:${figure}`));

const file = path.join(import.meta.dirname, '..', 'testing', 'ways-to-cite.txt');
/** `what stands in the text => the figures and panels that it cites`, or a dash. */
const ways = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => line.split(' => ') as [string, string]);

test('there are many ways to cite a figure', () => {
  expect(ways.length).toBeGreaterThan(300);
});

test.each(ways)('%s', (written, expected) => {
  const text = written.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const cited = readCitations(text, known)
    .filter(({ key }) => known.has(key))
    .map(({ key, panels }) => `${key.slice('Figure:'.length) || 'only'}${panels ?? ''}`);
  expect(cited.join(' ') || '-').toBe(expected);
});
