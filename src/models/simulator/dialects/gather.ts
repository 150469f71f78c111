import type { Ask, Form } from '../ask.ts';
import { findToldSchema } from './find-told-schema.ts';
import { countTokens } from './measure.ts';

export type Said = { role: string; text: string; pictures: string[] };

type Gathered = Pick<Ask, 'question' | 'inputTokens' | 'pictures' | 'form'>;

/** What all dialects have in common: who said what, and the form asked for. */
export function gather(said: Said[], form: Form): Gathered {
  let bytes = 0;
  let question = '';
  for (const { role, text } of said) {
    bytes += Buffer.byteLength(text);
    if (role === 'user') question = text;
  }
  const pictures = said.flatMap(one => one.pictures);
  return {
    question,
    inputTokens: countTokens(bytes, pictures.length),
    pictures,
    form: withToldSchema(said, form),
  };
}

/** A server that cannot hold a model to a schema is told it in words. */
function withToldSchema(said: Said[], form: Form): Form {
  if (form.kind === 'tool' || (form.kind === 'json' && form.schema !== null)) return form;
  for (const { role, text } of said) {
    if (role === 'assistant' || role === 'model') continue;
    const schema = findToldSchema(text);
    if (schema) return { kind: 'json', schema };
  }
  return form;
}
