type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The object without the keys that have no value, or undefined if none has one. */
export function dropAbsent<T extends object>(object: T): Present<T> | undefined {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Present<T>);
}
