import { z } from 'zod';
import { defineTextRole, type Outcome, text } from '../contracts/models/index.ts';
import { exitCodes, SpinemedError } from '../errors/index.ts';
import type { ModelSpec } from '../models/index.ts';
import { openModelFor } from './open-model-for.ts';
import { note, print, printJson } from './print.ts';

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

/** Somebody sits there and waits: shorter than work in the background does. */
const waitMs = 60_000;
const shownCharacters = 300;

/** Asks a model one small question and prints how it went. */
export async function tryModel(
  name: string,
  options: { baseUrl?: string; config?: string; json: boolean },
): Promise<void> {
  const opened = await openModelFor('consult', name, {
    baseUrl: options.baseUrl,
    config: options.config,
    timeoutMs: waitMs,
    patience: { mostLost: 2, mostBusy: 2, longestQuietMs: waitMs / 6 },
  });
  const { models, spec: model } = opened;
  if (!options.json) note(`asking ${name}, for at most ${waitMs / 1000} s a try …`);
  try {
    if (model.provider === 'offline') throw nothingToTry();
    const outcome = await models.ask(greeting, { input: {}, class: 'public' });
    if (options.json) printJson(outcome);
    else print(describe(outcome, model));
    if (outcome.status === 'failed') process.exitCode = exitCodes.problemFound;
  } finally {
    await opened.close();
  }
}

function describe(outcome: Outcome<string>, { name, provider, baseUrl, mode }: ModelSpec): string {
  const { tokens, costUsd, latencyMs } = outcome;
  const who = `${name} (${provider}${baseUrl ? ` at ${baseUrl}` : ''})`;
  const live = mode === 'batch' ? '\nAsked live: its work goes in batches.' : '';
  if (outcome.status === 'failed') {
    const hint = hints.find(([pattern]) => pattern.test(outcome.code))?.[1];
    return `${who} gave no answer: ${outcome.reason} (${outcome.code}).${hint ? ` ${hint}` : ''}`;
  }
  const cost = costUsd === null ? 'unknown' : `${costUsd.toFixed(6)} USD`;
  return `${who} answered in ${Math.round(latencyMs)} ms: ${plain(outcome.answer)}
tokens: ${tokens.input ?? 'unknown'} in, ${tokens.output ?? 'unknown'} out; cost: ${cost}${live}`;
}

/** What a stranger's server says is not for the terminal to obey, nor to fill it. */
function plain(answer: string): string {
  const line = answer
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)} …` : line;
}

const hints: ReadonlyArray<[code: RegExp, hint: string]> = [
  [/^unreachable$/, 'Is a server listening there?'],
  [/^connection-broken$/, 'The connection broke: look into the log of the server.'],
  [/^timed-out$/, 'It took too long: is the model loaded?'],
  [/^garbled-answer$/, 'It did not answer like such a server: does baseUrl end in /v1?'],
  [/^redirected$/, 'It sent us elsewhere, where we do not follow: give the address that it names.'],
  [/^rate-limited$/, 'It takes no more requests for now.'],
  [/^server-error/, 'The server failed: look into its log.'],
  [/^request-error/, 'It does not take the request: look into its log.'],
  [
    /^address-not-onsite$/,
    'It is said to be onsite, and its address is not: see egress in docs/models.md.',
  ],
];

function nothingToTry(): SpinemedError {
  return new SpinemedError({
    code: 'nothing-to-try',
    mender: 'user',
    message: 'the offline engine is part of SpineMed and needs no trying',
    hint: 'It plays every role without a model, by classical methods; docs/offline.md says which.',
  });
}
