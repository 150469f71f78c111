import type { Json, JsonSchema } from '../ask.ts';
import type { Random } from '../chance/random.ts';
import { generateNumber } from './generate-number.ts';
import { generateString } from './generate-string.ts';
import { mergeSchemas } from './merge-schemas.ts';

type Schema = { [key: string]: unknown };
type Context = {
  root: JsonSchema;
  random: Random;
  /** The letters chosen, where the question had options: given where a field asks for them. */
  letters: string[] | null;
  depth: number;
  field: string;
  /** How many more values may come: a schema that points at itself twice doubles at each step. */
  budget: { left: number };
};

// A schema may point at itself; past this only what is required comes.
const deepOptional = 4;
const deepest = 24;
const mostValues = 20_000;

/** A value that satisfies a JSON Schema, in the parts that models are given: what is not known
 *  here does not narrow the value. */
export function generateJson(
  schema: JsonSchema,
  random: Random,
  { letters }: { letters: string[] | null },
): Json {
  return generate(schema, {
    root: schema,
    random,
    letters,
    depth: 0,
    field: '',
    budget: { left: mostValues },
  });
}

function generate(given: JsonSchema, context: Context): Json {
  const { random, depth, budget } = context;
  if (depth > deepest || budget.left-- <= 0) return null;
  const schema = resolve(given, context);
  if ('const' in schema) return schema.const as Json;
  if (Array.isArray(schema.enum)) return pickFromEnum(schema.enum as Json[], context);
  const branches = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(branches) && branches.length > 0)
    return generate(pickBranch(schema, branches, context), { ...context, depth: depth + 1 });
  const type = pickType(schema, context);
  if (type === 'null') return null;
  if (type === 'boolean') return random.next() < 0.5;
  if (type === 'number' || type === 'integer') return generateNumber(schema, type, random);
  if (type === 'array') return generateArray(schema, context);
  if (type === 'object') return generateObject(schema, context);
  return letterFor(context) ?? generateString(schema, random);
}

function generateObject(schema: Schema, context: Context): Json {
  const { random, depth } = context;
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const value: { [key: string]: Json } = {};
  const inside = (field: string) => ({ ...context, field, depth: depth + 1 });
  for (const [name, inner] of Object.entries(properties)) {
    const wanted = required.has(name) || (depth < deepOptional && random.next() < 0.7);
    if (wanted) value[name] = generate(inner, inside(name));
  }
  const additional = schema.additionalProperties as JsonSchema | undefined;
  for (const name of required)
    if (!(name in value)) value[name] = generate(additional || true, inside(name));
  const least = (schema.minProperties as number | undefined) ?? 0;
  for (let extra = 1; Object.keys(value).length < least && extra <= least; extra++)
    value[`extra${extra}`] = generate(additional || true, inside(''));
  return value;
}

function generateArray(schema: Schema, context: Context): Json {
  const { random, depth, letters } = context;
  const inside = { ...context, depth: depth + 1 };
  const fixed = (schema.prefixItems ?? []) as JsonSchema[];
  const items = (schema.items as JsonSchema | undefined) ?? true;
  const least = (schema.minItems as number | undefined) ?? 0;
  const most =
    (schema.maxItems as number | undefined) ?? Math.max(least, depth < deepOptional ? 3 : 0);
  if (letters && asksForLetters(context.field) && letters.length >= least && fixed.length === 0) {
    const { field } = context;
    return letters
      .slice(0, most)
      .map(letter => generate(items, { ...inside, field, letters: [letter] }));
  }
  const value = fixed.map(item => generate(item, inside));
  const count = Math.max(
    value.length,
    least + random.below(Math.max(0, Math.min(most, least + 3) - least) + 1),
  );
  const seen = schema.uniqueItems === true ? new Set(value.map(one => JSON.stringify(one))) : null;
  // Where all have to differ a small choice may run out: then as many as were found.
  for (let tries = 0; value.length < count && tries < count * 20; tries++) {
    const item = items === false ? null : generate(items, inside);
    const key = seen ? JSON.stringify(item) : '';
    if (seen?.has(key)) continue;
    seen?.add(key);
    value.push(item);
  }
  return value;
}

function resolve(given: JsonSchema, context: Context): Schema {
  let schema: Schema = typeof given === 'object' ? given : {};
  for (let steps = 0; steps < deepest; steps++) {
    if (typeof schema.$ref === 'string') {
      const { $ref, ...beside } = schema;
      schema = mergeSchemas(lookUp(context.root, $ref), beside);
    } else if (Array.isArray(schema.allOf)) {
      const { allOf, ...beside } = schema;
      schema = (allOf as JsonSchema[])
        .map(part => resolve(part, context))
        .reduce(mergeSchemas, beside);
    } else break;
  }
  return schema;
}

function lookUp(root: JsonSchema, reference: string): Schema {
  let place: unknown = root;
  for (const step of reference.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    place = typeof place === 'object' && place !== null ? (place as Schema)[name] : undefined;
  }
  return typeof place === 'object' && place !== null ? (place as Schema) : {};
}

function pickBranch(schema: Schema, branches: JsonSchema[], context: Context): Schema {
  const { anyOf, oneOf, ...beside } = schema;
  const shallow = branches.filter(branch => isShallow(branch));
  const from = context.depth >= deepOptional && shallow.length > 0 ? shallow : branches;
  return mergeSchemas(resolve(context.random.pick(from), context), beside);
}

function isShallow(branch: JsonSchema): boolean {
  if (typeof branch !== 'object' || '$ref' in branch) return false;
  return branch.type !== 'object' && branch.type !== 'array';
}

/** Google writes types in capitals, and `nullable` beside them. */
function pickType(schema: Schema, { random }: Context): string {
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type ?? implied(schema)]).map(
    type => String(type).toLowerCase(),
  );
  if (schema.nullable === true && random.next() < 0.2) return 'null';
  return random.pick(types);
}

function implied(schema: Schema): string {
  if ('properties' in schema || 'required' in schema) return 'object';
  if ('items' in schema || 'prefixItems' in schema) return 'array';
  if ('minimum' in schema || 'maximum' in schema || 'multipleOf' in schema) return 'number';
  return 'string';
}

function pickFromEnum(values: Json[], context: Context): Json {
  const letter = letterFor(context);
  return letter !== null && values.includes(letter) ? letter : context.random.pick(values);
}

function letterFor({ letters, field }: Context): string | null {
  return letters && asksForLetters(field) ? letters[0]! : null;
}

function asksForLetters(field: string): boolean {
  return /^(?:final_?)?(?:answers?|options?|choices?|letters?)$/i.test(field);
}
