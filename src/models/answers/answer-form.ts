import { z } from 'zod';
import type { ModelSpec } from '../model-spec.ts';
import type { AnswerForm } from '../providers/provider.ts';

/** What is tried next where a server does not know a way to hold a model to a form. */
const weaker: Record<AnswerForm['by'], AnswerForm['by'] | undefined> = {
  'json-schema': 'json-object',
  tool: 'json-object',
  'json-object': 'prompt',
  prompt: undefined,
};

const jsonObject = z.record(z.string(), z.json());
const schemas = new WeakMap<z.ZodType, AnswerForm['schema']>();

export function answerForm(schema: z.ZodType, by: AnswerForm['by']): AnswerForm {
  let json = schemas.get(schema);
  if (!json) {
    json = jsonObject.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
    schemas.set(schema, json);
  }
  return { by, schema: json };
}

/** Anthropic's older models keep a form by way of a tool, which the provider package cannot read
 *  back from a batch; asking works for all of them. */
export function usualForm({ answerForm: said, provider, mode }: ModelSpec): AnswerForm['by'] {
  const inBatch = provider === 'anthropic' && mode === 'batch';
  return said ?? (inBatch ? 'prompt' : 'json-schema');
}

export function weakerForm(by: AnswerForm['by']): AnswerForm['by'] | undefined {
  return weaker[by];
}
