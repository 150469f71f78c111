import { z } from 'zod';
import type { Answer, Ask, Dialect, Form, Reply } from '../ask.ts';
import { chooseForm } from './choose-form.ts';
import { gather, type Said } from './gather.ts';
import { hashPicture, hashPictureUrl } from './measure.ts';
import { parseBody } from './parse-body.ts';
import { parseObject } from './parse-object.ts';
import { frame, splitText } from './split-text.ts';

const schemaOf = z.record(z.string(), z.unknown());
const block = z.object({
  type: z.string(),
  text: z.string().optional(),
  source: z.object({ data: z.string().optional(), url: z.string().optional() }).optional(),
});
const content = z.union([z.string(), z.array(block)]);
const format = z.object({ type: z.string(), schema: schemaOf.optional() }).nullish();
const bodySchema = z.object({
  model: z.string().min(1),
  max_tokens: z.int().positive(),
  system: content.nullish(),
  messages: z.array(z.object({ role: z.string(), content })).min(1),
  stream: z.boolean().nullish(),
  tools: z.array(z.object({ name: z.string(), input_schema: schemaOf.optional() })).nullish(),
  tool_choice: z.object({ type: z.string(), name: z.string().optional() }).nullish(),
  output_config: z.object({ format }).nullish(),
  output_format: format,
});
type Body = z.output<typeof bodySchema>;

export const anthropicMessages: Dialect = {
  name: 'anthropic',
  read(raw) {
    const body = parseBody(bodySchema, raw);
    const system = { role: 'system', content: body.system ?? '' };
    const ask: Ask = {
      model: body.model,
      ...gather([system, ...body.messages].map(readSaid), readForm(body)),
      stream: body.stream ?? false,
      maxOutputTokens: body.max_tokens,
      count: 1,
    };
    return {
      ask,
      render: reply => render(ask.model, reply),
      frames: reply => frames(ask.model, reply),
    };
  },
};

function readSaid({
  role,
  content: said,
}: {
  role: string;
  content: z.output<typeof content>;
}): Said {
  const blocks = typeof said === 'string' ? [{ text: said, source: undefined }] : said;
  return {
    role,
    text: blocks.map(one => one.text ?? '').join('\n'),
    pictures: blocks.flatMap(({ source }) => {
      if (source?.data !== undefined) return [hashPicture(source.data)];
      return source?.url === undefined ? [] : [hashPictureUrl(source.url)];
    }),
  };
}

function readForm({ tools, tool_choice: choice, output_config, output_format }: Body): Form {
  const wanted = output_config?.format ?? output_format;
  return chooseForm({
    tools: (tools ?? []).map(({ name, input_schema }) => ({ name, parameters: input_schema })),
    mustCall: choice?.type === 'tool' ? (choice.name ?? false) : choice?.type === 'any',
    schema: wanted ? (wanted.schema ?? true) : null,
  });
}

function render(model: string, reply: Reply) {
  const [answer] = reply.answers as [Answer];
  return {
    ...start(model, reply),
    content: contentOf(reply, answer),
    stop_reason: stopReason(answer),
    usage: { input_tokens: reply.inputTokens, output_tokens: reply.outputTokens },
  };
}

function start(model: string, reply: Reply) {
  return {
    ...{ id: `msg_${reply.id}`, type: 'message', role: 'assistant', model, content: [] },
    ...{ stop_reason: null, stop_sequence: null },
    usage: { input_tokens: reply.inputTokens, output_tokens: 1 },
  };
}

function contentOf(reply: Reply, { text, tool }: Answer) {
  if (tool !== null) return [{ ...toolUse(reply, tool), input: parseObject(text) }];
  return text === '' ? [] : [{ type: 'text', text }];
}

function toolUse(reply: Reply, name: string) {
  return { type: 'tool_use', id: `toolu_${reply.id}`, name, input: {} };
}

function frames(model: string, reply: Reply): string[] {
  const [answer] = reply.answers as [Answer];
  const named = (data: { type: string; [field: string]: unknown }) => frame(data, data.type);
  const { text, tool } = answer;
  const whole = tool === null ? text : JSON.stringify(parseObject(text));
  const block = tool === null ? { type: 'text', text: '' } : toolUse(reply, tool);
  const deltas = splitText(whole).map(piece =>
    tool === null
      ? { type: 'text_delta', text: piece }
      : { type: 'input_json_delta', partial_json: piece },
  );
  const blocks =
    whole === ''
      ? []
      : [
          named({ type: 'content_block_start', index: 0, content_block: block }),
          ...deltas.map(delta => named({ type: 'content_block_delta', index: 0, delta })),
          named({ type: 'content_block_stop', index: 0 }),
        ];
  return [
    named({ type: 'message_start', message: start(model, reply) }),
    named({ type: 'ping' }),
    ...blocks,
    named({
      type: 'message_delta',
      delta: { stop_reason: stopReason(answer), stop_sequence: null },
      usage: { output_tokens: reply.outputTokens },
    }),
    named({ type: 'message_stop' }),
  ];
}

function stopReason({ finish, tool }: Answer): string {
  if (finish === 'length') return 'max_tokens';
  if (finish === 'refused') return 'refusal';
  return tool === null ? 'end_turn' : 'tool_use';
}
