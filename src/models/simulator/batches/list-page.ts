/** A page of a list, the newest first, behind the id that the cursor names. */
export function listPage<T extends { id: string }>(all: T[], url: string, cursor: string) {
  const { searchParams } = new URL(url, 'http://simulator');
  const after = searchParams.get(cursor);
  const limit = Math.min(100, Math.max(1, Number(searchParams.get('limit')) || 20));
  const start = after === null ? 0 : all.findIndex(one => one.id === after) + 1;
  const data = all.slice(start, start + limit);
  return {
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: start + limit < all.length,
  };
}
