const mostKept = 4096;

/**
 * Keeps the answers to short texts, which in a report are its labels and come again and again: each
 * line is asked for its label several times. Bounded, so that a hostile text cannot fill the memory.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const kept = known.get(text);
    if (kept !== undefined || known.has(text)) return kept as T;
    if (known.size >= mostKept) known.clear();
    const answer = read(text);
    known.set(text, answer);
    return answer;
  };
}
