import { z } from 'zod';
import type { Answer, Ask, Dialect, Form, Reply } from '../ask.ts';
import { chooseForm } from './choose-form.ts';
import { gather, type Said } from './gather.ts';
import { hashPictureUrl } from './measure.ts';
import { parseBody } from './parse-body.ts';
import { frame, splitText } from './split-text.ts';

const schemaOf = z.record(z.string(), z.unknown());
const part = z.object({
  type: z.string(),
  text: z.string().optional(),
  image_url: z.string().nullish(),
});
const item = z.object({
  role: z.string().optional(),
  content: z.union([z.string(), z.array(part)]).nullish(),
  /** Of a tool that was called before. */
  output: z.unknown().optional(),
});
const bodySchema = z.object({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(item)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  max_output_tokens: z.int().positive().nullish(),
  text: z
    .object({ format: z.object({ type: z.string(), schema: schemaOf.optional() }).nullish() })
    .nullish(),
  tools: z
    .array(
      z.object({ type: z.string(), name: z.string().optional(), parameters: schemaOf.nullish() }),
    )
    .nullish(),
  tool_choice: z
    .union([z.string(), z.object({ type: z.string(), name: z.string().optional() })])
    .nullish(),
});
type Body = z.output<typeof bodySchema>;

export const openaiResponses: Dialect = {
  name: 'openai',
  read(raw) {
    const body = parseBody(bodySchema, raw);
    const ask: Ask = {
      model: body.model,
      ...gather(readSaid(body), readForm(body)),
      stream: body.stream ?? false,
      maxOutputTokens: body.max_output_tokens ?? null,
      count: 1,
    };
    return {
      ask,
      render: reply => render(ask.model, reply, 'done'),
      frames: reply => frames(ask.model, reply),
    };
  },
};

function readSaid({ input, instructions }: Body): Said[] {
  const items = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
  const said = items.map(({ role = 'tool', content, ...rest }) => {
    const parts = Array.isArray(content) ? content : [{ text: content ?? toolOutput(rest) }];
    return {
      role,
      text: parts.map(one => one.text ?? '').join('\n'),
      pictures: parts.flatMap(one =>
        'image_url' in one && one.image_url ? [hashPictureUrl(one.image_url)] : [],
      ),
    };
  });
  return [{ role: 'system', text: instructions ?? '', pictures: [] }, ...said];
}

function toolOutput(rest: { output?: unknown }): string {
  return typeof rest.output === 'string' ? rest.output : '';
}

function readForm({ tools, tool_choice: choice, text }: Body): Form {
  const format = text?.format;
  return chooseForm({
    tools: (tools ?? []).flatMap(({ name, parameters }) =>
      name === undefined ? [] : [{ name, parameters: parameters ?? undefined }],
    ),
    mustCall: typeof choice === 'object' ? (choice?.name ?? false) : choice === 'required',
    schema: format?.type.startsWith('json') ? (format.schema ?? true) : null,
  });
}

function render(model: string, reply: Reply, state: 'begun' | 'done') {
  const [answer] = reply.answers as [Answer];
  const reason = reasonOf(answer);
  const done = state === 'done';
  return {
    id: `resp_${reply.id}`,
    object: 'response',
    created_at: Math.floor(reply.createdAtMs / 1000),
    status: done ? (reason ? 'incomplete' : 'completed') : 'in_progress',
    error: null,
    incomplete_details: done && reason ? { reason } : null,
    model,
    output: done ? [outputItem(reply, answer)] : [],
    usage: done ? usageOf(reply) : null,
  };
}

function outputItem(reply: Reply, answer: Answer) {
  const status = answer.finish === 'length' ? 'incomplete' : 'completed';
  if (answer.tool !== null)
    return {
      ...{ type: 'function_call', id: `fc_${reply.id}`, call_id: `call_${reply.id}` },
      ...{ name: answer.tool, arguments: answer.text, status },
    };
  const content = [contentOf(answer, answer.text)];
  return { type: 'message', id: `msg_${reply.id}`, status, role: 'assistant', content };
}

function contentOf({ finish }: Answer, text: string) {
  if (finish === 'refused') return { type: 'refusal', refusal: text };
  return { type: 'output_text', text, annotations: [], logprobs: [] };
}

function frames(model: string, reply: Reply): string[] {
  const [answer] = reply.answers as [Answer];
  const whole = outputItem(reply, answer);
  const places = { item_id: whole.id, output_index: 0, content_index: 0 };
  const { content, ...message } = { content: undefined, ...whole };
  const begun =
    answer.tool === null
      ? { ...message, status: 'in_progress', content: [] }
      : { ...whole, status: 'in_progress', arguments: '' };
  const kind = answer.tool !== null ? 'function_call_arguments' : textKind(answer);
  const field =
    answer.tool !== null ? 'arguments' : answer.finish === 'refused' ? 'refusal' : 'text';
  const isText = answer.tool === null;
  const events: Array<[string, object]> = [
    ['created', { response: render(model, reply, 'begun') }],
    ['in_progress', { response: render(model, reply, 'begun') }],
    ['output_item.added', { output_index: 0, item: begun }],
  ];
  if (isText) events.push(['content_part.added', { ...places, part: contentOf(answer, '') }]);
  for (const delta of splitText(answer.text)) events.push([`${kind}.delta`, { ...places, delta }]);
  events.push([`${kind}.done`, { ...places, [field]: answer.text }]);
  if (isText)
    events.push(['content_part.done', { ...places, part: contentOf(answer, answer.text) }]);
  events.push(['output_item.done', { output_index: 0, item: whole }]);
  const end = reasonOf(answer) ? 'incomplete' : 'completed';
  events.push([end, { response: render(model, reply, 'done') }]);
  return events.map(([name, data], sequence_number) => {
    const type = `response.${name}`;
    return frame({ type, sequence_number, ...data }, type);
  });
}

function textKind({ finish }: Answer): string {
  return finish === 'refused' ? 'refusal' : 'output_text';
}

function reasonOf({ finish }: Answer): string | null {
  if (finish === 'length') return 'max_output_tokens';
  return finish === 'refused' ? 'content_filter' : null;
}

function usageOf({ inputTokens, outputTokens }: Reply) {
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
}
