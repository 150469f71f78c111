/** The last so many, so that a long run does not fill the memory. */
export function keepLast<T>(most: number): Map<string, T> & { keep(id: string, value: T): void } {
  const kept = new Map<string, T>();
  return Object.assign(kept, {
    keep(id: string, value: T) {
      kept.set(id, value);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
    },
  });
}
