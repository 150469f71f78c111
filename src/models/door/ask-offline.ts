import { z } from 'zod';
import type { Outcome } from '../../contracts/models/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { ModelSpec } from '../model-spec.ts';
import { ownFailure } from '../providers/own-failure.ts';
import { type Asking, askLive } from './ask-live.ts';
import type { Door } from './door.ts';
import { obtain } from './obtain.ts';
import { answered, answererOf, failedAsking } from './outcome-of.ts';
import { type Question, recordOf } from './question.ts';

const noTokens = { input: 0, cachedInput: 0, output: 0 };

/** The classical method that plays the role where there is no model. It is logged as a model's
 *  answer is, so that what it made can be traced and told apart. */
export async function askOffline<Input, Answer>(
  door: Door,
  model: ModelSpec,
  question: Question<Input, Answer>,
): Promise<Outcome<Answer>> {
  const { role, call, onText } = question;
  const { offline } = role;
  if (!offline) throw noMethod(role.name);
  const by = answererOf(model, offline.method);
  const record = recordOf(model, question, {
    input: z.json().parse(call.input),
    parameters: { role: role.name, method: offline.method, version: offline.version },
  });
  const asking: Asking = {
    opened: door.opened.get(model),
    intent: { call: record, tokens: 0, mostUsd: 0 },
    signal: call.signal,
    prepare: async () => async (_attempt, signal) => {
      const start = performance.now();
      const { readPicture } = door;
      const answer = await playOffline(() => offline.answer(call.input, { readPicture, signal }));
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      const latencyMs = performance.now() - start;
      return { text, finish: 'stop', tokens: noTokens, costUsd: 0, latencyMs };
    },
  };
  const obtained = await obtain(door, record, call.signal, () => askLive(door, asking));
  if (obtained.status === 'failed') return failedAsking(record, by, obtained);
  const { text } = obtained.answer;
  onText?.(text);
  const answer = role.answer ? role.answer.parse(JSON.parse(text)) : (text as Answer);
  return answered(record, by, obtained.answer, answer, obtained.requests);
}

async function playOffline<Answer>(play: () => Promise<Answer> | Answer): Promise<Answer> {
  try {
    return await play();
  } catch (error) {
    throw ownFailure(error);
  }
}

function noMethod(role: string): SpinemedError {
  return new SpinemedError({
    code: 'no-offline-method',
    mender: 'user',
    message: `the offline engine cannot play the role "${role}"`,
    hint: `Name a model under roles.${role} in spinemed.yaml.`,
  });
}
