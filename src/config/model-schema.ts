import { z } from 'zod';
import { environmentVariable, webAddress } from './value-schemas.ts';

const positive = z.number().positive();
const usd = z.number().min(0);

/** Those whose answers come from elsewhere: where that is has to be said. */
const remote = ['openai', 'anthropic', 'google', 'openai-compatible'] as const;

/** How a model is held to a form: by the provider against a schema or as JSON alone, by a
 *  tool that it must call, or by asking. */
export const answerForms = ['json-schema', 'json-object', 'tool', 'prompt'] as const;

/** One model of `spinemed.yaml`. */
export const modelSchema = z
  .strictObject({
    provider: z.enum([...remote, 'local', 'offline']),
    /** The provider's name for it, else ours; for a local one a folder or a hub name. */
    model: z.string().min(1).optional(),
    baseUrl: webAddress.optional(),
    keyEnv: environmentVariable.optional(),
    egress: z.enum(['onsite', 'external']).optional(),
    price: z
      .strictObject({
        inputPerMillionUsd: usd,
        cachedInputPerMillionUsd: usd.optional(),
        outputPerMillionUsd: usd,
      })
      .optional(),
    limits: z
      .strictObject({
        concurrency: z.int().positive().optional(),
        requestsPerMinute: positive.optional(),
        tokensPerMinute: positive.optional(),
      })
      .optional(),
    /** Batches cost half and take up to a day. */
    mode: z.enum(['live', 'batch']).default('live'),
    answerForm: z.enum(answerForms).optional(),
    timeoutSeconds: z.number().positive().max(86_400).optional(),
    parameters: z
      .strictObject({
        temperature: z.number().min(0).max(2).optional(),
        topP: z.number().min(0).max(1).optional(),
        seed: z.int().min(0).optional(),
        reasoning: z.enum(['none', 'minimal', 'low', 'medium', 'high']).optional(),
        maxOutputTokens: z.int().positive().optional(),
      })
      .optional(),
    /** Whether a local model that is not there may be fetched from the hub by its name. */
    download: z.boolean().optional(),
  })
  .superRefine((model, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const isRemote = remote.some(name => name === model.provider);
    if (isRemote && !model.egress) {
      refuse('egress', 'is missing; it must be one of: onsite, external');
    }
    if (!isRemote && model.egress === 'external') refuse('egress', 'is onsite for this provider');
    if (model.provider === 'openai-compatible' && !model.baseUrl) {
      refuse('baseUrl', 'must be the address of the server, such as http://127.0.0.1:8000/v1');
    }
    if (model.mode === 'batch' && !['openai', 'anthropic'].includes(model.provider)) {
      refuse('mode', 'can be batch for openai and anthropic alone');
    }
  });

export type ModelSettings = z.output<typeof modelSchema>;
