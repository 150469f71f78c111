import { z } from 'zod';
import type { Answer, Ask, Dialect, Form, Reply } from '../ask.ts';
import { chooseForm } from './choose-form.ts';
import { gather, type Said } from './gather.ts';
import { hashPicture, hashPictureUrl } from './measure.ts';
import { parseBody } from './parse-body.ts';
import { parseObject } from './parse-object.ts';
import { frame, splitText } from './split-text.ts';

const schemaOf = z.record(z.string(), z.unknown());
const part = z.object({
  text: z.string().optional(),
  inlineData: z.object({ data: z.string() }).optional(),
  fileData: z.object({ fileUri: z.string() }).optional(),
});
const content = z.object({ role: z.string().optional(), parts: z.array(part) });
const declaration = z.object({
  name: z.string(),
  parameters: schemaOf.nullish(),
  parametersJsonSchema: schemaOf.nullish(),
});
const bodySchema = z.object({
  contents: z.array(content).min(1),
  systemInstruction: content.nullish(),
  generationConfig: z
    .object({
      maxOutputTokens: z.int().positive().nullish(),
      responseMimeType: z.string().nullish(),
      responseSchema: schemaOf.nullish(),
      responseJsonSchema: schemaOf.nullish(),
    })
    .nullish(),
  tools: z.array(z.object({ functionDeclarations: z.array(declaration).optional() })).nullish(),
  toolConfig: z
    .object({
      functionCallingConfig: z
        .object({
          mode: z.string().optional(),
          allowedFunctionNames: z.array(z.string()).optional(),
        })
        .optional(),
    })
    .nullish(),
});
type Body = z.output<typeof bodySchema>;

export const googleContent: Dialect = {
  name: 'google',
  // The model and whether to stream stand in the path.
  read(raw, { model, stream }) {
    const body = parseBody(bodySchema, raw);
    const system = body.systemInstruction ? [readSaid(body.systemInstruction, 'system')] : [];
    const said = body.contents.map(one => readSaid(one, one.role ?? 'user'));
    const ask: Ask = {
      model: model ?? '',
      ...gather([...system, ...said], readForm(body)),
      stream,
      maxOutputTokens: body.generationConfig?.maxOutputTokens ?? null,
      count: 1,
    };
    return {
      ask,
      render: reply => render(ask.model, reply),
      frames: reply => frames(ask.model, reply),
    };
  },
};

function readSaid({ parts }: z.output<typeof content>, role: string): Said {
  return {
    role,
    text: parts.map(one => one.text ?? '').join('\n'),
    pictures: parts.flatMap(({ inlineData, fileData }) => {
      if (inlineData) return [hashPicture(inlineData.data)];
      return fileData ? [hashPictureUrl(fileData.fileUri)] : [];
    }),
  };
}

function readForm({ tools, toolConfig, generationConfig }: Body): Form {
  const calling = toolConfig?.functionCallingConfig;
  const { responseMimeType, responseSchema, responseJsonSchema } = generationConfig ?? {};
  const schema = responseJsonSchema ?? responseSchema;
  return chooseForm({
    tools: (tools ?? [])
      .flatMap(one => one.functionDeclarations ?? [])
      .map(({ name, ...one }) => ({
        name,
        parameters: one.parametersJsonSchema ?? one.parameters ?? undefined,
      })),
    mustCall: calling?.mode === 'ANY' ? (calling.allowedFunctionNames?.[0] ?? true) : false,
    schema: schema ?? (responseMimeType === 'application/json' ? true : null),
  });
}

function render(model: string, reply: Reply) {
  const [answer] = reply.answers as [Answer];
  const { text, tool, finish } = answer;
  const parts = tool === null ? textPart(text) : [call(tool, text)];
  return chunk(model, reply, finish === 'refused' ? [] : parts, finishOf(answer));
}

function frames(model: string, reply: Reply): string[] {
  const [answer] = reply.answers as [Answer];
  const { text, tool, finish } = answer;
  const parts =
    tool === null ? splitText(text).map(piece => ({ text: piece })) : [call(tool, text)];
  return [
    ...(finish === 'refused' ? [] : parts).map(one => frame(chunk(model, reply, [one]))),
    frame(chunk(model, reply, [], finishOf(answer))),
  ];
}

function chunk(model: string, reply: Reply, parts: object[], finishReason?: string) {
  return {
    candidates: [
      {
        ...(parts.length > 0 ? { content: { role: 'model', parts } } : {}),
        ...(finishReason ? { finishReason } : {}),
        index: 0,
      },
    ],
    usageMetadata: {
      promptTokenCount: reply.inputTokens,
      candidatesTokenCount: reply.outputTokens,
      totalTokenCount: reply.inputTokens + reply.outputTokens,
    },
    modelVersion: model,
    responseId: reply.id,
  };
}

function textPart(text: string) {
  return text === '' ? [] : [{ text }];
}

function call(name: string, text: string) {
  return { functionCall: { name, args: parseObject(text) } };
}

function finishOf({ finish }: Answer): string {
  if (finish === 'length') return 'MAX_TOKENS';
  return finish === 'refused' ? 'SAFETY' : 'STOP';
}
