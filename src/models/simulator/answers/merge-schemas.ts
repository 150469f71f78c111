type Schema = { [key: string]: unknown };

/** Both at once, as `allOf` and what stands beside a `$ref` want it: the tighter bound, all
 *  properties, all that either requires, what both lists allow. */
export function mergeSchemas(one: Schema, other: Schema): Schema {
  const merged: Schema = { ...one };
  for (const [key, value] of Object.entries(other))
    merged[key] = key in one ? mergeKey(key, one[key], value) : value;
  return merged;
}

function mergeKey(key: string, one: unknown, other: unknown): unknown {
  if (key === 'properties') return mergeProperties(one as Schema, other as Schema);
  if (key === 'required') return [...new Set([...(one as string[]), ...(other as string[])])];
  if (key === 'enum')
    return (one as unknown[]).filter(value => (other as unknown[]).includes(value));
  if (/^(?:min|exclusiveMin)/.test(key)) return Math.max(Number(one), Number(other));
  if (/^(?:max|exclusiveMax)/.test(key)) return Math.min(Number(one), Number(other));
  return other;
}

function mergeProperties(one: Schema, other: Schema): Schema {
  const merged: Schema = { ...one };
  for (const [name, schema] of Object.entries(other))
    merged[name] = name in one ? { allOf: [one[name], schema] } : schema;
  return merged;
}
