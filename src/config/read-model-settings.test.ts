import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readModelSettings } from './read-model-settings.ts';

function folderWith(text?: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (text) writeFileSync(path.join(folder, 'spinemed.yaml'), text);
  return folder;
}

const file = 'name: x\negress: { onsite: [10.1.0.0/16] }\nroles: { judge: [offline] }\n';

test('without a file there are no models, and nothing but loopback is inside', () => {
  expect(readModelSettings(undefined, folderWith())).toMatchObject({
    models: {},
    roles: {},
    egress: { onsite: [], exceptions: [] },
  });
});

test('the nearest file upwards is read; one that is named wins', () => {
  const folder = folderWith(file);
  const deep = path.join(folder, 'a', 'b');
  mkdirSync(deep, { recursive: true });
  expect(readModelSettings(undefined, deep).egress.onsite).toEqual(['10.1.0.0/16']);
  expect(readModelSettings(undefined, deep).roles).toEqual({ judge: ['offline'] });
  const other = path.join(folderWith('name: y\n'), 'spinemed.yaml');
  expect(readModelSettings(other, deep).egress.onsite).toEqual([]);
});

test('a file that is not there, or is wrong, is an error and never an open door', () => {
  expect(() => readModelSettings('/nowhere/spinemed.yaml')).toThrow(
    expect.objectContaining({ code: 'no-such-config', mender: 'user' }),
  );
  expect(() => readModelSettings(undefined, folderWith('name: x\negres: {}\n'))).toThrow(
    expect.objectContaining({ code: 'workspace-file-invalid' }),
  );
});
