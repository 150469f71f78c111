/**
 * What a response that was cut off at the length allowed says in whole: up to the last end of a
 * sentence or a line, and not into a list that is still open. A statement there is the model's own;
 * half a list of letters is not.
 */
export function textBeforeCut(text: string, finish: string | null): string {
  if (finish !== 'length') return text;
  const ends = [...text.matchAll(/[.!?;](?=\s)|[。！？；\n]/g)];
  const last = ends.at(-1);
  const whole = last ? text.slice(0, last.index + 1) : '';
  const open = whole.lastIndexOf('[');
  return open > whole.lastIndexOf(']') ? whole.slice(0, whole.lastIndexOf('\n', open) + 1) : whole;
}
