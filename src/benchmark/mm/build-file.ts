import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';
import { languages } from '../../spine/index.ts';
import { severities } from './labels/labelled-case.ts';

export const embedderSchema = z.object({
  name: z.string(),
  provider: z.string(),
  model: z.string(),
  /** A classical method, and no model. */
  offline: z.boolean(),
  method: z.string().nullable(),
});
export type Embedder = z.output<typeof embedderSchema>;

/** The most similar diseases, as in the paper; or such as stand beside Healthy where somebody is
 *  ill, so that which diseases are on the list does not say whether it is the truth. */
export const healthyOptions = ['most-similar', 'like-the-ill'] as const;

export const buildSettingsSchema = z.object({
  seed: z.int().min(0),
  /** Pictures a disease in the library. */
  library: z.int().min(1),
  severity: z.enum(severities),
  language: z.enum([...languages, 'mixed']),
  /** What stands beside Healthy where it is the truth. */
  healthyOptions: z.enum(healthyOptions).default('most-similar'),
  /** A picture with a longer side is made smaller. */
  longestPixels: z.int().min(64),
  /** Items of SpineBench-Sub. */
  sub: z.int().min(1),
});
export type BuildSettings = z.output<typeof buildSettingsSchema>;

/** `build.json`, as far as others read it. */
const buildSchema = z.looseObject({
  format: z.literal('spinemed-bench-mm'),
  version: z.literal(1),
  settings: buildSettingsSchema,
});

export const files = {
  build: 'build.json',
  items: 'spinebench-mm.jsonl',
  sub: 'spinebench-sub.jsonl',
  pictures: 'pictures.jsonl',
  rejects: 'rejects.jsonl',
  /** The call log: of the workspace's every picture would have to be kept there as a blob. */
  calls: 'embeddings.jsonl',
} as const;

export async function readBuild(folder: string): Promise<z.output<typeof buildSchema>> {
  const file = path.join(folder, files.build);
  try {
    return buildSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new SpinemedError({
      code: 'no-mm-build',
      mender: 'user',
      message: 'there is no finished build of spinebench-mm in this folder',
      place: file,
      hint: 'Make one with `./spinemed bench-mm build`, or name its folder.',
    });
  }
}
