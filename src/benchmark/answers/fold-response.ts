import { foldHan } from '../../spine/fold-han.ts';

/** Stands where something ended that a statement cannot reach across, such as a closing tag. */
export const stop = '¶';

const steps: ReadonlyArray<readonly [pattern: RegExp, by: string]> = [
  [/[¶\u200b-\u200f\u2060\ufeff\u00ad]/g, ''],
  [/\ufe0e|\ufe0f/g, ''],
  [/[➡➜➔➙➤⟶⟹⇒👉▶]|(?<= )(?:=>|-{1,2}>)(?= )|\\(?:long)?(?:right|Right)arrow(?![a-z])/gu, '→'],
  [/[✖❎]/gu, '❌'],
  // Of the pictures only those that judge say something.
  [/(?![✅✓✔☑❌✗✘×])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu, ' '],
  [/\r\n?/g, '\n'],
  // The marks of a final answer that are no words become words.
  [/<\|(?:begin|start)_of_box\|>/gi, '\nanswer: '],
  [/<\|[a-z_]{1,30}\|>/gi, stop],
  [/<(?:final[ _-]?)?(?:answer|choice|option|response|result|final)s?>/gi, '\nanswer: '],
  // What only sets type stands inside a statement, as ** does.
  [/<\/?(?:b|i|u|em|strong|span|mark|font|small|sub|sup|code)(?: [^<>\n]{0,100})?>/g, ''],
  [/<(?:br|hr) ?\/?>|<\/?(?:p|div|li|ul|ol|h[1-6])(?: [^<>\n]{0,100})?>/gi, '\n'],
  [/<\/?(?:[a-z]|[A-Za-z][a-z_-]{1,20})>/g, stop],
  [/\\f?boxed\s{0,3}\{\s{0,3}\}/g, stop],
  [/\\f?boxed\s{0,3}\{/g, '\nanswer: '],
  [/\\(?:text|math)[a-z]{0,6}\s?\{/g, ''],
  [/\\[()[\]]/g, ' '],
  [/\\[a-zA-Z]{1,12}/g, ' '],
  [/[{}|$]/g, ' '],
  // Struck through is taken back.
  [/~~[^~\n]{0,200}~~/g, ''],
  [/^[ \t]{0,8}(?:#{1,6}|>(?= ))/gm, ''],
  [/^[ \t]{0,8}[*+•·▪●-] /gm, ''],
  [/[*`"“”„«»「」『』]/g, ''],
  [/_/g, ' '],
  [/[‘’]/g, "'"],
  [/(?<![A-Za-z])'|'(?![A-Za-z])/g, ''],
  [/[【〔〖]/g, '['],
  [/[】〕〗]/g, ']'],
  [/[ \t\u00a0]+/g, ' '],
  [/ ?\n ?/g, '\n'],
];

/**
 * A response with width, script, markup and quotation marks evened out, so that the rules meet one
 * spelling. Letters, words, brackets, stops and lines stay in their order.
 */
export function foldResponse(text: string): string {
  let folded = foldHan(text.normalize('NFKC'));
  for (const [pattern, by] of steps) folded = folded.replace(pattern, by);
  return folded.trim();
}
