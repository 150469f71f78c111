/** A stranger's text between two lines of signs that it cannot write itself. */
export function fence(text: string): string {
  const longest = Math.max(0, ...(text.match(/={5,}/g) ?? []).map(line => line.length));
  const line = '='.repeat(Math.max(20, longest + 1));
  return `${line}\n${text}\n${line}`;
}
