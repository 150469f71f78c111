import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { summarise } from './testing/summarise.ts';

const folder = path.join(import.meta.dirname, 'testing', 'layouts');

/** A layout begins with `=== name`; behind its Markdown stand the bindings, each as `>>> …`. */
function readLayouts(file: string): Array<[name: string, markdown: string, expected: string[]]> {
  const [, ...layouts] = readFileSync(path.join(folder, file), 'utf8').split(/^=== /m);
  return layouts.map(layout => {
    const [name, ...lines] = layout.trimEnd().split('\n');
    const markdown = lines.filter(line => !line.startsWith('>>> ')).join('\n');
    const expected = lines.filter(line => line.startsWith('>>> ')).map(line => line.slice(4));
    return [name!, markdown, expected];
  });
}

for (const file of readdirSync(folder)) {
  test.each(readLayouts(file))(`${path.parse(file).name}: %s`, (_, markdown, expected) => {
    expect(summarise(markdown)).toEqual(expected);
  });
}
