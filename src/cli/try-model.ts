import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readModelSettings } from '../config/index.ts';
import { defineTextRole, type Outcome, text } from '../contracts/models/index.ts';
import { exitCodes } from '../errors/index.ts';
import { findModel, type ModelSpec, openFileLog, openModels } from '../models/index.ts';
import { print, printJson } from './print.ts';

/** Nobody's data: the question is ours, and so it may go wherever the model is. */
const greeting = defineTextRole({
  name: 'consult',
  promptVersion: 'try-model/1',
  input: z.object({}),
  maxOutputTokens: 2000,
  render: () => ({
    messages: [
      { from: 'user', parts: [text('How many lumbar vertebrae do most people have? One number.')] },
    ],
  }),
});

/** Asks a model one small question and prints how it went. */
export async function tryModel(
  name: string,
  options: { baseUrl?: string; config?: string; json: boolean },
): Promise<void> {
  const settings = readModelSettings(options.config);
  const model = findModel(name, { models: settings.models, baseUrl: options.baseUrl });
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-try-'));
  const log = await openFileLog(path.join(folder, 'calls.jsonl'), {
    capUsd: settings.spendCapUsd ?? null,
  });
  const models = openModels({
    settings,
    log,
    readPicture: async () => Buffer.alloc(0),
    players: { consult: { ...model, mode: 'live' } },
    patience: { mostLost: 2, mostBusy: 2 },
  });
  try {
    const outcome = await models.ask(greeting, { input: {}, class: 'public' });
    if (options.json) printJson(outcome);
    else print(describe(outcome, model));
    if (outcome.status === 'failed') process.exitCode = exitCodes.problemFound;
  } finally {
    await models.close();
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe(outcome: Outcome<string>, { name, provider, baseUrl }: ModelSpec): string {
  const { tokens, costUsd, latencyMs } = outcome;
  const who = `${name} (${provider}${baseUrl ? ` at ${baseUrl}` : ''})`;
  if (outcome.status === 'failed')
    return `${who} gave no answer: ${outcome.reason} (${outcome.code})`;
  return [
    `${who} answered in ${Math.round(latencyMs)} ms: ${outcome.answer.trim()}`,
    `tokens: ${tokens.input ?? 'unknown'} in, ${tokens.output ?? 'unknown'} out; cost: ${costUsd === null ? 'unknown' : `${costUsd.toFixed(6)} USD`}`,
  ].join('\n');
}
