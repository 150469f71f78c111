/** Works on so many at once; the first that breaks ends it, once those under way have ended. */
export async function sideBySide<T>(
  all: Iterable<T>,
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const queue = all[Symbol.iterator]();
  let broken: { error: unknown } | undefined;
  const worker = async () => {
    for (let next = queue.next(); !next.done && !broken; next = queue.next())
      await work(next.value).catch(error => {
        broken ??= { error };
      });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (broken) throw broken.error;
}
