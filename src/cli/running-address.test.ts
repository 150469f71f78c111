import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAddress, removeAddress, writeAddress } from './running-address.ts';

test('the address is that of the server which opened last, until that one closes', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-address-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(readAddress(folder)).toBeUndefined();
  writeAddress(folder, 'http://127.0.0.1:4411');
  writeAddress(folder, 'http://127.0.0.1:4412');
  removeAddress(folder, 'http://127.0.0.1:4411');
  expect(readAddress(folder)).toBe('http://127.0.0.1:4412');
  removeAddress(folder, 'http://127.0.0.1:4412');
  expect(readAddress(folder)).toBeUndefined();
});
