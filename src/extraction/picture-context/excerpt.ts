/** No paragraph is longer; what is, comes from a broken converter, and a picture cited in it would
 *  otherwise carry megabytes. */
const longest = 20_000;
const around = 2000;

/** A paragraph as it is, or of a monstrous one the part around a place in it. */
export function excerpt(text: string, at: number | null): string {
  if (text.length <= longest) return text;
  const middle = at ?? 0;
  return text.slice(Math.max(0, middle - around), middle + around).trim();
}
