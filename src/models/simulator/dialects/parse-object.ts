/** Arguments of a tool where the dialect has them as an object: it cannot carry what is not
 *  one, so that becomes an empty one. */
export function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
