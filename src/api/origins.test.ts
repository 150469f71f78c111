import { expect, test } from 'vitest';
import { originsOf } from './origins.ts';

test('links name the public address where there is one, else the one that is listened on', () => {
  expect(originsOf('127.0.0.1', 4411, undefined)[0]).toBe('http://127.0.0.1:4411');
  expect(originsOf('::1', 4411, undefined)[0]).toBe('http://[::1]:4411');
  expect(originsOf('0.0.0.0', 4411, undefined)[0]).toBe('http://127.0.0.1:4411');
  expect(originsOf('::', 4411, undefined)[0]).toBe('http://127.0.0.1:4411');
  expect(originsOf('spine.lan', 80, undefined)[0]).toBe('http://spine.lan');
  expect(originsOf('0.0.0.0', 4411, 'https://spine.example/workbench/')).toEqual([
    'https://spine.example',
    'http://127.0.0.1:4411',
    'http://localhost:4411',
  ]);
});
