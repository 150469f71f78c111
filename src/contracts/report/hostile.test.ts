import { describe, expect, it } from 'vitest';
import { parseReport, renderReport } from './index.ts';
import { sampleReport } from './testing/sample-report.ts';

const size = 250_000;
const fill = (unit: string, length = size) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const lines = (line: (at: number) => string) => {
  const out: string[] = [];
  for (let at = 0, length = 0; length < size; at += 1) {
    out.push(line(at));
    length += out.at(-1)!.length + 1;
  }
  return out.join('\n');
};

const units = [
  ...[
    '#',
    '|',
    '**',
    '*',
    '_',
    '`',
    '>',
    '\\',
    '<',
    '&',
    '&#',
    '(',
    '（',
    ':',
    '：',
    '【',
    '-',
    '=',
    '\t',
    ' ',
    '\n',
  ],
  ...[
    '# \n',
    '|\n',
    '|-|\n',
    '- ',
    '- a\n',
    '1. ',
    '1. a 2. ',
    '①②',
    '. ',
    '**a:** b\n',
    'a\tb\n',
    'a\n---\n',
  ],
  ...[
    '<think>',
    '</think>',
    '<table>',
    '<table><tr><td>',
    '<h1>',
    '<li>',
    '<br>',
    '<!--',
    '```\n',
    '→ ',
  ],
  ...[
    '## Diagnosis\n',
    '## Treatment\n### Prognosis\nx\n',
    'Confidence: high ',
    'Red flag: ',
    'MRI shows x. ',
    'MRI示突出。',
  ],
];

// A second on one core is enough for anything linear; what is not takes minutes at this size.
const limitMs = 10_000;

function expectQuick(text: string): void {
  const start = process.cpuUsage().user;
  expect(() => parseReport(text)).not.toThrow();
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(limitMs);
}

describe('nonsense by the megabyte', () => {
  it.each(['#', '|', '**'])(
    '%s',
    unit => {
      expectQuick(fill(unit, 1_000_000));
    },
    60_000,
  );

  it.each(units.map(unit => [JSON.stringify(unit), unit]))(
    '%s',
    (_, unit) => {
      expectQuick(fill(unit));
    },
    60_000,
  );

  it.each<[string, string]>([
    ['distinct lines', lines(at => `line ${at}`)],
    ['distinct headings', lines(at => `### H${at}`)],
    [
      'a wide head over many rows',
      `## Imaging findings\n|${'a|'.repeat(60_000)}Finding|Levels|\n|-|\n${fill('|a\n')}`,
    ],
    [
      'one meaning for many findings',
      `## Imaging findings\n${'- a\n'.repeat(20_000)}- Meaning: ${fill('b ')}`,
    ],
    ['blanks in a measure', `## Imaging findings\n- Measurements: 5${fill(' ')}x`],
    ['stars after a label', `## Diagnosis\n### Primary diagnosis\nconfidence${fill('*')}`],
    ['blanks before a label', `## Diagnosis\n### Primary diagnosis\nx${fill(' ')}y`],
    ['blanks before a red flag', `## Post-operative issues\n- a: b${fill(' ')}c`],
    ['brackets in a differential', `## Diagnosis\n### Differential diagnoses\n- a (${fill('b')}`],
    ['numbers in a tree', `## Treatment\n### For the physician\n${fill('1. a 2. ')}`],
    ['reports one after the other', fill(renderReport(sampleReport, 'en'))],
  ])(
    '%s',
    (_, text) => {
      expectQuick(text);
    },
    60_000,
  );
});
