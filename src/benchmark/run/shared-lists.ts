const mostKept = 10_000;

/** Letters, levels and nothing at all come again in a hundred thousand items: equal lists of short
 *  texts become one. */
export function sharedLists(): <Text extends string>(list: readonly Text[]) => Text[] {
  const known = new Map<string, string[]>();
  return <Text extends string>(list: readonly Text[]) => {
    const key = JSON.stringify(list);
    const before = known.get(key);
    if (before === undefined && known.size < mostKept) known.set(key, list as Text[]);
    return (before ?? list) as Text[];
  };
}
