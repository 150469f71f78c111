export type Ahead<Item> = { item: Promise<Item>; repeat: number };

/** Takes turns from a queue whose next ones are read already: a place at a model that has become
 *  free does not wait for the disk. */
export function readAhead<Item>(
  queue: Iterator<{ place: number; repeat: number }>,
  get: (place: number) => Promise<Item>,
  most: number,
): () => Ahead<Item> | undefined {
  const ahead: Ahead<Item>[] = [];
  return () => {
    while (ahead.length <= most) {
      const { done, value } = queue.next();
      if (done) break;
      const item = get(value.place);
      // Told to whoever takes it.
      item.catch(() => {});
      ahead.push({ item, repeat: value.repeat });
    }
    return ahead.shift();
  };
}
