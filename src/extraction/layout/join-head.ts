/** The rows of a head as one, for Markdown knows one only: what stands above several columns is
 *  said of each. */
export function joinHead(rows: readonly string[][], count: number): string[][] {
  const head = rows.slice(0, count);
  const joined = (rows[0] ?? []).map((_, column) => {
    const parts = head.map(row => row[column] ?? '').filter(text => text !== '');
    return parts.filter((part, at) => part !== parts[at - 1]).join(' / ');
  });
  return [joined, ...rows.slice(count)];
}
