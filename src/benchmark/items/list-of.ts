/** What stands in one cell: a text, or several as a list in the way of JSON or Python. */
export function listOf(text: string): string[] {
  if (!text.startsWith('[')) return [text];
  try {
    const value: unknown = JSON.parse(text.replaceAll("'", '"'));
    return Array.isArray(value) ? value.map(String) : [text];
  } catch {
    return [text];
  }
}
