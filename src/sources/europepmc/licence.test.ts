import { expect, test } from 'vitest';
import {
  allowsAllOf,
  classOf,
  readLicence,
  readStatedLicence,
  redistributionOf,
} from './licence.ts';

test.each([
  ['cc by', 'cc by'],
  ['CC-BY-NC-ND', 'cc by-nc-nd'],
  ['cc0', 'cc0'],
  ['CC BY 4.0', 'cc by'],
  ['cc by-nc/cc by-nc-nd', 'cc by-nc-nd'],
  ['https://creativecommons.org/licenses/by-nc-sa/3.0/igo/', 'cc by-nc-sa'],
  ['http://creativecommons.org/publicdomain/zero/1.0/', 'cc0'],
  ['This work is in the public domain.', 'cc0'],
  [
    'the terms of the Creative Commons Attribution License, which permits unrestricted use',
    'cc by',
  ],
  ['a Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 licence', 'cc by-nc-nd'],
  ['Creative Commons Attribution Non-Commercial No Derivatives License', 'cc by-nc-nd'],
  ['Creative Commons Attribution–Share Alike', 'cc by-sa'],
  ['a Creative Commons Attribution License that allows commercial and non-commercial use', 'cc by'],
  ['CC BY, and a CC0 waiver applies to the data', 'cc by'],
])('%s is %s', (words, name) => {
  expect(readLicence(words)?.name).toBe(name);
});

test.each([
  '',
  null,
  'publisher specific',
  'All rights reserved',
  'Free to read',
  'cc bypass',
  'Creative Commons',
  'https://publisher.example/open-access',
])('%j is none', words => {
  expect(readLicence(words)).toBeUndefined();
});

test('of an address and a wording that differ, all that either asks for counts', () => {
  const href = 'https://creativecommons.org/licenses/by/4.0/';
  expect(readStatedLicence({ href, text: 'CC BY-NC' })?.name).toBe('cc by-nc');
  expect(readStatedLicence({ href, text: null })?.name).toBe('cc by');
  expect(readStatedLicence(null)).toBeUndefined();
});

test('says what may be done', () => {
  const of = (name: string) => readLicence(name)!;
  expect(allowsAllOf(of('cc by'), of('cc by-nc'))).toBe(true);
  expect(allowsAllOf(of('cc by-nc'), of('cc by'))).toBe(false);
  expect(['cc0', 'cc by-sa', 'cc by-nc', 'cc by-nd'].map(name => classOf(of(name)))).toEqual([
    ...['public', 'public', 'public', 'licensed'],
  ]);
  expect(redistributionOf(of('cc by-nc-nd'))).toBe(
    'cc by-nc-nd: with attribution, not commercially, unchanged only, nothing derived from it',
  );
  expect(redistributionOf(of('cc0'))).toBe('cc0: freely');
});
