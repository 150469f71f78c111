import { expect, test } from 'vitest';
import { decodeDicomText } from './decode-text.ts';

/** Text whose `ESC` stands for the byte. */
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => Buffer.from(part as string, 'latin1')));
const esc = (letters: string) => [0x1b, ...Buffer.from(letters)];

test('reads each single-byte set', () => {
  const cases = [
    ['ISO_IR 100', [0xc4, 0xfc, 0xdf], 'Äüß'],
    ['ISO_IR 101', [0xb1, 0xe8], 'ąč'],
    ['ISO_IR 109', [0xa6, 0xb1], 'Ĥħ'],
    ['ISO_IR 110', [0xa3, 0xe0], 'Ŗā'],
    ['ISO_IR 144', [0xbb, 0xee, 0xda], 'Люк'],
    ['ISO_IR 127', [0xe2, 0xc8], 'قب'],
    ['ISO_IR 126', [0xc4, 0xe9, 0xef], 'Διο'],
    ['ISO_IR 138', [0xf9, 0xf8], 'שר'],
    ['ISO_IR 148', [0xdd, 0xfe], 'İş'],
    ['ISO_IR 203', [0xa4], '€'],
    ['ISO_IR 166', [0xa1], 'ก'],
    ['ISO_IR 13', [0xd4, 0xcf], 'ﾔﾏ'],
    ['ISO 2022 IR 100', [0xe9], 'é'],
  ] as const;
  for (const [set, text, expected] of cases) {
    expect([set, decodeDicomText(Uint8Array.from(text), [set])]).toEqual([set, expected]);
  }
});

test('reads Unicode and the Chinese sets', () => {
  const name = '腰椎间盘突出 L4/5';
  expect(decodeDicomText(Buffer.from(name), ['ISO_IR 192'])).toBe(name);
  const gb = [0xd1, 0xfc, 0xd7, 0xb5, 0xbc, 0xe4, 0xc5, 0xcc];
  for (const set of ['GB18030', 'GBK', 'gb18030 ', 'ISO 2022 IR 58']) {
    expect([set, decodeDicomText(Uint8Array.from(gb), [set])]).toEqual([set, '腰椎间盘']);
  }
  // Four bytes, which GBK has not.
  const rare = Uint8Array.of(0x95, 0x32, 0x82, 0x36);
  expect(decodeDicomText(rare, ['GB18030'])).toBe('𠀀');
  const switched = bytes(esc('$)A'), gb, 'MR');
  expect(decodeDicomText(switched, ['', 'ISO 2022 IR 58'])).toBe('腰椎间盘MR');
});

test('switches between sets within a text, and back at its separators', () => {
  const japanese = bytes('Yamada=', esc('$B'), [0x3b, 0x33, 0x45, 0x44], esc('(B'), '^Tarou');
  expect(decodeDicomText(japanese, ['', 'ISO 2022 IR 87'], true)).toBe('Yamada=山田^Tarou');
  // The second byte of だ is that of the caret.
  const syllables = bytes(esc('$B'), [0x24, 0x64, 0x24, 0x5e, 0x24, 0x40], esc('(B'));
  expect(decodeDicomText(syllables, ['', 'ISO 2022 IR 87'], true)).toBe('やまだ');
  const rare = bytes(esc('$(D'), [0x30, 0x21], esc('(B'), 'x');
  expect(decodeDicomText(rare, ['', 'ISO 2022 IR 159'])).toBe('丂x');
  const mixed = bytes([0xd4, 0xcf], '=', esc('$B'), [0x3b, 0x33], esc('(J'), '^A');
  expect(decodeDicomText(mixed, ['ISO 2022 IR 13', 'ISO 2022 IR 87'], true)).toBe('ﾔﾏ=山^A');
  const korean = bytes('Kim=', esc('$)C'), [0xb1, 0xe8], '^', esc('$)C'), [0xc8, 0xf1]);
  expect(decodeDicomText(korean, ['', 'ISO 2022 IR 149'], true)).toBe('Kim=김^희');
  // Behind a caret the first set holds again.
  const forgotten = bytes(esc('-F'), [0xc4], '^', [0xc4]);
  expect(decodeDicomText(forgotten, ['ISO 2022 IR 100', 'ISO 2022 IR 126'], true)).toBe('Δ^Ä');
});

test('reads what has no set, or one that nobody knows, without failing', () => {
  expect(decodeDicomText(bytes('LUMBAR SPINE \0'), [])).toBe('LUMBAR SPINE');
  expect(decodeDicomText(Buffer.from('颈椎'), [])).toBe('颈椎');
  expect(decodeDicomText(bytes('abc', [0x1b], 'x', [0xff]), ['ISO_IR 999'])).toContain('abc');
});
