import { z } from 'zod';
import type { Prompt } from '../../../contracts/models/index.ts';

/** How the weights are kept, which names the file: `q8` is `…_quantized.onnx`. */
export const dtypes = [
  ...(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'bnb4'] as const),
  ...(['q4', 'q4f16', 'q2', 'q2f16', 'q1', 'q1f16'] as const),
] as const;
export type Dtype = (typeof dtypes)[number];

/** What the process that runs the model is started with. */
export type HostSettings = {
  /** An absolute folder, or a hub name that may be downloaded. */
  model: string;
  cacheFolder: string;
  allowDownload: boolean;
  dtype: Dtype | undefined;
  /** False where the parent can look itself. */
  reportMemory: boolean;
};

export type GenerateRequest = {
  prompt: Prompt;
  pictures: ReadonlyMap<string, Uint8Array>;
  maxOutputTokens: number;
  temperature: number | undefined;
  seed: number | undefined;
  stream: boolean;
};

export type HostRequest =
  | { type: 'embed'; pictures: Uint8Array[] }
  | ({ type: 'generate' } & GenerateRequest);

/** `cancel` ends the request that is under way, at its next token. */
export type HostMessage = HostRequest | { type: 'cancel' };

const failureSchema = z.object({
  failure: z.object({
    code: z.string(),
    mender: z.enum(['user', 'retry', 'us']),
    message: z.string(),
    place: z.string().optional(),
    hint: z.string().optional(),
  }),
});

const generatedSchema = z.object({
  type: z.literal('generated'),
  text: z.string(),
  finish: z.enum(['stop', 'length']),
  tokens: z.object({ input: z.number().nullable(), output: z.number().nullable() }),
});

/** One answer a picture, in order: a broken one does not spoil its neighbours. */
const embeddedSchema = z.object({
  type: z.literal('embedded'),
  results: z.array(z.union([z.instanceof(Float32Array), failureSchema])),
});

export const answerSchema = z.discriminatedUnion('type', [
  embeddedSchema,
  generatedSchema,
  failureSchema.extend({ type: z.literal('failed') }),
]);

export const hostNewsSchema = z.discriminatedUnion('type', [
  ...answerSchema.options,
  z.object({ type: z.literal('text'), delta: z.string() }),
  z.object({ type: z.literal('memory'), residentMiB: z.number() }),
]);

export type Failure = z.output<typeof failureSchema>;
export type Generated = Omit<z.output<typeof generatedSchema>, 'type'>;
export type HostAnswer = z.output<typeof answerSchema>;
export type HostNews = z.output<typeof hostNewsSchema>;
