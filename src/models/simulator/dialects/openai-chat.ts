import { z } from 'zod';
import type { Answer, Ask, Dialect, Form, Reply } from '../ask.ts';
import { chooseForm } from './choose-form.ts';
import { gather } from './gather.ts';
import { hashPictureUrl } from './measure.ts';
import { parseBody } from './parse-body.ts';
import { frame, splitText } from './split-text.ts';

const part = z.object({
  type: z.string(),
  text: z.string().optional(),
  image_url: z.object({ url: z.string() }).optional(),
});
const message = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(part), z.null()]).optional(),
});
const schemaOf = z.record(z.string(), z.unknown());
const tool = z.object({
  type: z.string(),
  function: z.object({ name: z.string(), parameters: schemaOf.optional() }).optional(),
});
const bodySchema = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  n: z.int().min(1).max(16).nullish(),
  max_tokens: z.int().positive().nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  response_format: z
    .object({ type: z.string(), json_schema: z.object({ schema: schemaOf.optional() }).optional() })
    .nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: z
    .union([z.string(), z.object({ function: z.object({ name: z.string() }).optional() })])
    .nullish(),
});
type Body = z.output<typeof bodySchema>;

export const openaiChat: Dialect = {
  name: 'openai',
  read(raw) {
    const body = parseBody(bodySchema, raw);
    const ask = readAsk(body);
    const withUsage = body.stream_options?.include_usage ?? false;
    return {
      ask,
      render: reply => render(ask, reply),
      frames: reply => frames(ask, reply, withUsage),
    };
  },
};

function readAsk(body: Body): Ask {
  const said = body.messages.map(({ role, content }) => {
    const parts = Array.isArray(content) ? content : [{ text: content ?? '' }];
    return {
      role,
      text: parts.map(one => one.text ?? '').join('\n'),
      pictures: parts.flatMap(one =>
        'image_url' in one && one.image_url ? [hashPictureUrl(one.image_url.url)] : [],
      ),
    };
  });
  return {
    model: body.model,
    ...gather(said, readForm(body)),
    stream: body.stream ?? false,
    maxOutputTokens: body.max_completion_tokens ?? body.max_tokens ?? null,
    count: body.n ?? 1,
  };
}

function readForm({ tools, tool_choice: choice, response_format: format }: Body): Form {
  return chooseForm({
    tools: (tools ?? []).flatMap(one => one.function ?? []),
    mustCall:
      typeof choice === 'object' ? (choice?.function?.name ?? false) : choice === 'required',
    schema: format?.type.startsWith('json') ? (format.json_schema?.schema ?? true) : null,
  });
}

function render({ model }: Ask, reply: Reply) {
  return {
    ...head(model, reply, 'chat.completion'),
    choices: reply.answers.map((answer, index) => ({
      index,
      message: {
        role: 'assistant',
        content: answer.tool !== null || answer.finish === 'refused' ? null : answer.text,
        refusal: answer.finish === 'refused' ? answer.text : null,
        ...(answer.tool !== null ? { tool_calls: [toolCall(reply, answer, index)] } : {}),
      },
      logprobs: null,
      finish_reason: finishOf(answer),
    })),
    usage: usageOf(reply),
  };
}

function frames({ model }: Ask, reply: Reply, withUsage: boolean): string[] {
  const start = head(model, reply, 'chat.completion.chunk');
  const chunk = (index: number, delta: unknown, finish: string | null = null) =>
    frame({ ...start, choices: [{ index, delta, logprobs: null, finish_reason: finish }] });
  const all = reply.answers.flatMap((answer, index) => [
    chunk(index, { role: 'assistant', content: answer.tool === null ? '' : null }),
    ...deltas(reply, answer, index).map(delta => chunk(index, delta)),
    chunk(index, {}, finishOf(answer)),
  ]);
  if (withUsage) all.push(frame({ ...start, choices: [], usage: usageOf(reply) }));
  return [...all, 'data: [DONE]\n\n'];
}

function deltas(reply: Reply, answer: Answer, index: number): unknown[] {
  const pieces = splitText(answer.text);
  if (answer.tool === null)
    return pieces.map(piece =>
      answer.finish === 'refused' ? { refusal: piece } : { content: piece },
    );
  const { id, type } = toolCall(reply, answer, index);
  const opening = { index: 0, id, type, function: { name: answer.tool, arguments: '' } };
  return [
    { tool_calls: [opening] },
    ...pieces.map(piece => ({ tool_calls: [{ index: 0, function: { arguments: piece } }] })),
  ];
}

function toolCall(reply: Reply, answer: Answer, index: number) {
  return {
    id: `call_${reply.id}${index}`,
    type: 'function',
    function: { name: answer.tool, arguments: answer.text },
  };
}

function head(model: string, reply: Reply, object: string) {
  const created = Math.floor(reply.createdAtMs / 1000);
  return { id: `chatcmpl-${reply.id}`, object, created, model };
}

function finishOf(answer: Answer): string {
  if (answer.finish === 'length') return 'length';
  if (answer.finish === 'refused') return 'content_filter';
  return answer.tool === null ? 'stop' : 'tool_calls';
}

function usageOf({ inputTokens, outputTokens }: Reply) {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}
