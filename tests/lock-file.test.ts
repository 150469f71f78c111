import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Entry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};
const names = Object.keys(packages).filter(name => name !== '');

test('every package for every platform is locked: else `npm ci` refuses elsewhere', () => {
  const wanted = Object.values(packages).flatMap(entry =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  const missing = wanted.filter(
    name => !names.some(place => place.endsWith(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});

test('packages are locked by what they hold and not by where they were fetched', () => {
  expect(names.filter(name => !packages[name]!.integrity)).toEqual([]);
  expect(names.filter(name => packages[name]!.resolved)).toEqual([]);
});
