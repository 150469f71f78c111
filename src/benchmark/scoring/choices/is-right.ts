/** Exactly the right options, no more and no less; for a single choice that is the one letter. */
export function isRight(said: readonly string[], answer: readonly string[]): boolean {
  const chosen = new Set(said);
  const wanted = new Set(answer);
  return chosen.size === wanted.size && [...wanted].every(letter => chosen.has(letter));
}
