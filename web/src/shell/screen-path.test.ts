import { expect, test } from 'vitest';
import { screenPath } from './screen-path.ts';

test.each(['/', '/people', '/steps/3/rejects?x=1#top'])('%s is a screen', path => {
  expect(screenPath.safeParse(path).success).toBe(true);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'people',
  '',
  'javascript:alert(1)',
  '/a\\b',
  '/ /x',
])('%j is not', path => {
  expect(screenPath.safeParse(path).success).toBe(false);
});
