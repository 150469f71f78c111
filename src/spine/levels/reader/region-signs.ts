import { CERVICAL, COCCYGEAL, LUMBAR, SACRAL, THORACIC } from './slots.ts';

const LATIN_REGIONS = regionTable([
  ['CcＣｃ', CERVICAL],
  ['TtDdＴｔＤｄ', THORACIC],
  ['LlＬｌ', LUMBAR],
  ['SsＳｓ', SACRAL],
]);

const HAN_REGIONS = regionTable([
  ['颈頸', CERVICAL],
  ['胸', THORACIC],
  ['腰', LUMBAR],
  ['骶薦', SACRAL],
  ['尾', COCCYGEAL],
]);

function regionTable(signs: readonly (readonly [signs: string, region: number])[]): Int8Array {
  const table = new Int8Array(0x10000).fill(-1);
  for (const [list, region] of signs) {
    for (const sign of list) table[sign.charCodeAt(0)] = region;
  }
  return table;
}

/** The region a Latin letter stands for, -1 for none; past the text's end there is none. */
export function regionOfLetter(code: number): number {
  return code > 0 ? LATIN_REGIONS[code]! : -1;
}

export function regionOfHan(code: number): number {
  return code > 0 ? HAN_REGIONS[code]! : -1;
}
