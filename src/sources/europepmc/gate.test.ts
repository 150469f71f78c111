import { expect, test } from 'vitest';
import { isThirdParty } from './gate.ts';
import { readLicence } from './licence.ts';

const owners = '© 2024 Smith et al. Springer Nature';
const ask = (permission: string | null, text: string | null = null) =>
  isThirdParty(
    { figure: 'F1', href: 'x', permission, licence: text ? { text, href: null } : null },
    owners,
    readLicence('cc by')!,
  );

test.each<[string | null, string | null, boolean]>([
  [null, null, false],
  ['© The Author(s) 2024', null, false],
  ['Copyright © 2024, The Authors', null, false],
  ['© 2024 Smith et al. Springer Nature', null, false],
  ['Smith et al.', null, false],
  ['Springer Nature', null, false],
  ['© Elsevier', null, true],
  ['Nature', null, true],
  ['Reprinted with permission from Smith et al.', null, true],
  ['Adapted from [2] under CC BY 4.0', null, false],
  ['Adapted from [2] under CC BY-NC 4.0', null, true],
  [null, 'All rights reserved', true],
  [null, 'CC BY', false],
])('%j with licence %j: %s', (permission, licence, isOthers) => {
  expect(ask(permission, licence)).toBe(isOthers);
});
