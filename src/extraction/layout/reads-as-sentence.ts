/** Ends as a sentence does, and has the words of one: labels of drawings do not. */
export function readsAsSentence(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return /[.。；;]$/.test(text) && (words >= 5 || /\p{Script=Han}{6}/u.test(text));
}
