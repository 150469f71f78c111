import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { workspaceSchema } from '../../config/workspace-schema.ts';
import { defineRole, defineTextRole, picture, text } from '../../contracts/models/index.ts';
import { openFileLog } from '../log/file-log.ts';
import { type DoorOptions, openModels } from '../open-models.ts';

/** Roles of the tests' own: a question, perhaps with pictures; and one whose answer has a form. */
export const question = defineTextRole({
  name: 'contestant',
  promptVersion: 'test-question/1',
  input: z.object({ text: z.string(), pictures: z.array(z.string()).default([]) }),
  maxOutputTokens: 100,
  render: ({ text: words, pictures }) => ({
    messages: [{ from: 'user', parts: [text(words), ...pictures.map(picture)] }],
  }),
  offline: { method: 'an echo for tests', version: 1, answer: input => `echo: ${input.text}` },
});

export const formed = defineRole({
  name: 'judge',
  promptVersion: 'test-formed/1',
  input: z.object({ text: z.string() }),
  answer: z.strictObject({ score: z.number().min(1).max(5), reason: z.string() }),
  maxOutputTokens: 100,
  render: input => ({ messages: [{ from: 'user', parts: [text(input.text)] }] }),
});

/** Settings as a workspace file has them. */
export function settingsOf(file: object = {}) {
  return workspaceSchema.parse({ name: 'test', ...file });
}

export const impatient = { firstPauseMs: 1, longestPauseMs: 5 };

/** A door over a log in a file, gone when the scope ends. */
export async function fileDoor(
  file: object,
  options: Partial<DoorOptions> = {},
  place = mkdtempSync(path.join(tmpdir(), 'spinemed-door-')),
) {
  const settings = settingsOf(file);
  const logFile = path.join(place, 'calls.jsonl');
  const log = await openFileLog(logFile, { capUsd: settings.spendCapUsd ?? null });
  const models = openModels({
    settings,
    log,
    readPicture: async () => {
      throw new Error('this test shows no pictures');
    },
    patience: impatient,
    ...options,
  });
  return {
    models,
    log,
    logFile,
    place,
    /** Ends the door and leaves its log, for the next one. */
    async end() {
      await models.close();
      await log.close();
    },
    async [Symbol.asyncDispose]() {
      await models.close();
      await log.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}
