import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'spinemed-bind-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const text = `如图1所示，椎间盘向后突出，硬膜囊受压明显。

![](a.png)

图1 腰椎磁共振
`;

test('bind writes a line a picture, in the published format', async () => {
  const root = folder();
  const file = path.join(root, 'a.md');
  writeFileSync(file, text);
  const out = path.join(root, 'out.jsonl');
  const ran = await runSpinemed(['bind', root, '--out', out]);
  expect([ran.status, ran.stdout]).toEqual([0, '']);
  expect(ran.stderr).toBe('1 documents, 1 pictures: 1 bound, 0 unbound; 0 rejected\n');
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual({
    document: file,
    picture: { src: 'a.png', line: 3, alt: '' },
    label: '图1',
    caption: { text: '图1 腰椎磁共振', lines: [5, 5] },
    context: [
      {
        text: '如图1所示，椎间盘向后突出，硬膜囊受压明显。',
        lines: [1, 1],
        relation: 'mention',
        rule: 'single',
        confidence: 0.98,
      },
    ],
    status: 'bound',
    reason: null,
  });
});

test('bind streams to standard output, and says by exit code 1 that a file was left out', async () => {
  const root = folder();
  writeFileSync(path.join(root, 'a.md'), text);
  writeFileSync(path.join(root, 'b.md'), Buffer.from([0xff]));
  const ran = await runSpinemed(['bind', root, '--out', '-']);
  expect(ran.status).toBe(1);
  expect(
    ran.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).label),
  ).toEqual(['图1']);
  expect(ran.stderr).toContain(
    `not-utf8: the file is not UTF-8 text (${path.join(root, 'b.md')}).`,
  );
});

test('bind without --out is a mistake in the call', async () => {
  const ran = await runSpinemed(['bind', 'x.md']);
  expect([ran.status, ran.stdout]).toEqual([2, '']);
});
