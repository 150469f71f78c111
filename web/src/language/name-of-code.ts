/** The name of a code such as `unknown-format`: the language file's, else the code as words.
 *  So a new stage can be read before anybody has translated its name. */
export function nameOfCode(names: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(names, code) ? names[code] : undefined) ?? wordsOf(code);
}

function wordsOf(code: string): string {
  const words = code
    .split(/[-_\s]+/)
    .filter(Boolean)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
