/** Turns a run of bytes of one character set into text. */
export type DecodeRun = (bytes: Uint8Array) => string;

const decoders = new Map<string, TextDecoder>();

function decoderOf(label: string): DecodeRun {
  return bytes => {
    let decoder = decoders.get(label);
    if (!decoder) {
      decoder = new TextDecoder(label);
      decoders.set(label, decoder);
    }
    return decoder.decode(bytes);
  };
}

/** Bytes below 128 of a set that is written with two, as its form above 128 has them. */
function lifted(label: string, lead: readonly number[] = []): DecodeRun {
  const decode = decoderOf(label);
  return bytes => {
    const raised: number[] = [];
    for (let at = 0; at < bytes.length; at++) {
      // Line ends and spaces may stand between the pairs.
      if (bytes[at]! <= 0x20) raised.push(bytes[at]!);
      else if (at + 1 < bytes.length) raised.push(...lead, bytes[at]! | 0x80, bytes[++at]! | 0x80);
    }
    return decode(Uint8Array.from(raised));
  };
}

/** Yen and overline stand where ASCII has the backslash, which separates values, and the tilde. */
const romaji: DecodeRun = bytes =>
  decoderOf('ascii')(bytes).replaceAll('\\', '¥').replaceAll('~', '‾');

export const ascii = decoderOf('utf-8');
/** Half-width katakana above 128. */
const katakana = decoderOf('shift_jis');

/** The single-byte sets by their number as ISO_IR, which the labels of ISO 2022 share. */
const latinSets: Record<string, DecodeRun> = {
  '100': decoderOf('iso-8859-1'),
  '101': decoderOf('iso-8859-2'),
  '109': decoderOf('iso-8859-3'),
  '110': decoderOf('iso-8859-4'),
  '144': decoderOf('iso-8859-5'),
  '127': decoderOf('iso-8859-6'),
  '126': decoderOf('iso-8859-7'),
  '138': decoderOf('iso-8859-8'),
  '148': decoderOf('iso-8859-9'),
  '203': decoderOf('iso-8859-15'),
  '166': decoderOf('windows-874'),
  '13': katakana,
  '6': ascii,
};

/** Sets that are the whole text's: no escapes switch between them. */
const wholeSets: Record<string, DecodeRun> = {
  ISO_IR_192: decoderOf('utf-8'),
  GB18030: decoderOf('gb18030'),
  GBK: decoderOf('gbk'),
};

/** A text without escapes, by the first value of Specific Character Set. */
export function wholeSetOf(term: string): DecodeRun | null {
  return wholeSets[plainTerm(term)] ?? null;
}

/** What stands above 128 until an escape says otherwise. */
export function initialSetOf(term: string): DecodeRun {
  const plain = plainTerm(term);
  const number = /^ISO_(?:IR|2022_IR)_(\d+)$/.exec(plain)?.[1];
  if (number === '149') return decoderOf('euc-kr');
  if (number === '58') return decoderOf('gbk');
  // Without a set only ASCII is allowed; what is there nevertheless is mostly UTF-8.
  return latinSets[number ?? '6'] ?? ascii;
}

/** Writers spell them with spaces, underscores or hyphens. */
function plainTerm(term: string): string {
  return term
    .trim()
    .toUpperCase()
    .replaceAll(/[ _-]+/g, '_');
}

const kanji = lifted('euc-jp');
const moreKanji = lifted('euc-jp', [0x8f]);
export const twoByteSets: ReadonlySet<DecodeRun> = new Set([kanji, moreKanji]);

/** Escape sequences, each with the half of the code space that it fills. */
export const escapes: ReadonlyMap<string, { half: 'low' | 'high'; decode: DecodeRun }> = new Map([
  ['(B', { half: 'low', decode: ascii }],
  ['(J', { half: 'low', decode: romaji }],
  ['$B', { half: 'low', decode: kanji }],
  ['$@', { half: 'low', decode: kanji }],
  ['$(D', { half: 'low', decode: moreKanji }],
  [')I', { half: 'high', decode: katakana }],
  ['$)C', { half: 'high', decode: decoderOf('euc-kr') }],
  ['$)A', { half: 'high', decode: decoderOf('gbk') }],
  ['-A', { half: 'high', decode: latinSets['100']! }],
  ['-B', { half: 'high', decode: latinSets['101']! }],
  ['-C', { half: 'high', decode: latinSets['109']! }],
  ['-D', { half: 'high', decode: latinSets['110']! }],
  ['-L', { half: 'high', decode: latinSets['144']! }],
  ['-G', { half: 'high', decode: latinSets['127']! }],
  ['-F', { half: 'high', decode: latinSets['126']! }],
  ['-H', { half: 'high', decode: latinSets['138']! }],
  ['-M', { half: 'high', decode: latinSets['148']! }],
  ['-b', { half: 'high', decode: latinSets['203']! }],
  ['-T', { half: 'high', decode: latinSets['166']! }],
] as const);
