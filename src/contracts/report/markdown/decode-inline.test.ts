import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeInline } from './decode-inline.ts';

it.each([
  ['**bold**, *italic*, __bold__, _italic_ and ***both***', 'bold, italic, bold, italic and both'],
  ['**诊断：**腰椎管狭窄', '诊断：腰椎管狭窄'],
  ['a **b *c* d** e', 'a b c d e'],
  ['2*3*4 mm and T2_SPACE_TRA', '2*3*4 mm and T2_SPACE_TRA'],
  ['**never closed', '**never closed'],
  ['**b c* d**', 'b c* d'],
  ['*one line\nanother*', '*one line\nanother*'],
  ['a * b * c', 'a * b * c'],
  ['`C5-6` is code', 'C5-6 is code'],
  ['\\*not\\* \\_this\\_ \\| \\# \\q', '*not* _this_ | # \\q'],
  ['&lt;45&deg; &#8804; &#x2265; &amp; &unknown; &#9999999;', '<45° ≤ ≥ & &unknown; &#9999999;'],
  ['a<br>b<BR/>c<br />d', 'a\nb\nc\nd'],
  ['<p>a</p><p>b</p>', 'a\nb\n'],
  ['<b>a</b> <span style="color:red">b</span> <sup>2</sup>', 'a b 2'],
  ['Cobb <45 and > 30, <unknown>', 'Cobb <45 and > 30, <unknown>'],
  ['', ''],
])('%j is %j', (raw, text) => {
  expect(decodeInline(raw)).toBe(text);
});

it('leaves text without marks as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9 ,.;:()[\]\n%°\u4e00-\u4e20-]*$/), text => {
      expect(decodeInline(text)).toBe(text);
    }),
  );
});
