const shortLength = 'AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US';
const longLength = 'OB OD OF OL OV OW SQ SV UC UN UR UT UV';

/** How an explicit element writes its length: in 16 bits, or in 32 after two empty bytes. */
export const lengthBitsOfVr: ReadonlyMap<string, 16 | 32> = new Map([
  ...shortLength.split(' ').map(vr => [vr, 16] as const),
  ...longLength.split(' ').map(vr => [vr, 32] as const),
]);

export const textVrs: ReadonlySet<string> = new Set(
  'AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT'.split(' '),
);
