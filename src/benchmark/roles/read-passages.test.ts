import { expect, test } from 'vitest';
import { readPassages } from './read-passages.ts';

test('takes a chapter apart: paragraphs under their heading, items, rows, no pictures', () => {
  const markdown = `# Title

## 2 Discs

One sentence
and its second line.

![a drawing](figures/a.png)

- **Bulge:** broad.
- **Extrusion:** narrow.

| Root | Weakness |
| --- | --- |
| L5 | toe extension |
| S1 | heel rise |

### （一）体征
步态不稳。`;
  expect(readPassages(markdown)).toEqual([
    { line: 5, text: 'Discs: One sentence and its second line.' },
    { line: 10, text: 'Discs: Bulge: broad.' },
    { line: 11, text: 'Discs: Extrusion: narrow.' },
    { line: 15, text: 'Discs: Root: L5; Weakness: toe extension' },
    { line: 16, text: 'Discs: Root: S1; Weakness: heel rise' },
    { line: 19, text: '体征: 步态不稳。' },
  ]);
  expect(readPassages('')).toEqual([]);
});
