import { expect, test } from 'vitest';
import { type DraftDocument, documentSchema } from './document.ts';
import { escapeInline, escapeParagraph } from './escape-inline.ts';
import { renderDocument } from './render-document.ts';
import { renderTable } from './render-table.ts';

const draft: DraftDocument = {
  schema: 'spinemed-document-1',
  source: { file: 'a.pdf', sha256: 'a'.repeat(64), bytes: 10, format: 'pdf' },
  software: { spinemed: '1' },
  title: 'Discs',
  language: 'en',
  licence: null,
  identifiers: {},
  pages: [{ number: 1, width: 595, height: 842, read: 'text' }],
  blocks: [
    { type: 'heading', level: 2, text: 'Discs' },
    { type: 'paragraph', text: 'See Figure 1.', page: 1, box: [10, 20, 30, 40] },
    { type: 'list-item', marker: '1.', text: 'One' },
    { type: 'list-item', level: 2, text: 'Below' },
    { type: 'figure', figure: 'figure-1', text: 'a [disc]' },
    { type: 'caption', text: 'Figure 1. A disc.' },
    {
      type: 'table',
      text: renderTable([
        ['a', 'b|c'],
        ['1', '2'],
      ]),
    },
  ],
  figures: [
    {
      id: 'figure-1',
      file: 'figures/fig (1).png',
      sha256: 'b'.repeat(64),
      page: 1,
      box: [0, 0, 1, 1],
      label: 'Figure 1',
      caption: 'Figure 1. A disc.',
      kind: 'raster',
      permission: null,
      href: null,
    },
  ],
  citations: [],
  rejects: [],
  counts: { pagesIn: 1, pagesOut: 1, pagesRejected: 0 },
};

test('renders every block, and each knows its lines', () => {
  const { markdown, document } = renderDocument(draft);
  expect(markdown).toBe(
    '## Discs\n\nSee Figure 1.\n\n1. One\n    - Below\n\n![a disc](figures/fig%20%281%29.png)\n\nFigure 1. A disc.\n\n| a | b\\|c |\n| --- | --- |\n| 1 | 2 |\n',
  );
  const lines = markdown.split('\n');
  expect(document.blocks.map(({ lines: [a, b] }) => lines.slice(a - 1, b).join('\n'))).toEqual([
    '## Discs',
    'See Figure 1.',
    '1. One',
    '    - Below',
    '![a disc](figures/fig%20%281%29.png)',
    'Figure 1. A disc.',
    '| a | b\\|c |\n| --- | --- |\n| 1 | 2 |',
  ]);
  expect(documentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
});

test('a document of nothing renders to nothing', () => {
  expect(renderDocument({ ...draft, blocks: [] }).markdown).toBe('');
});

test('escapes what Markdown would take for its own, and nothing else', () => {
  expect(escapeInline('a*b snake_case _x_ p < 0.05 <b> [12] [a](b) &amp; R&D')).toBe(
    'a\\*b snake_case \\_x\\_ p < 0.05 \\<b> [12] [a\\](b) \\&amp; R&D',
  );
  expect(escapeParagraph('# one')).toBe('\\# one');
  expect(escapeParagraph('1. one')).toBe('1\\. one');
  expect(escapeParagraph('- one')).toBe('\\- one');
  expect(escapeParagraph('-5 mm')).toBe('-5 mm');
  expect(escapeParagraph('---')).toBe('\\---');
});
