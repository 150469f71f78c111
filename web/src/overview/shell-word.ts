/** A word for a POSIX shell, quoted where it must be: it will be pasted into one. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
