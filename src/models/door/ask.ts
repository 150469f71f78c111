import { strictest } from '../../contracts/data-class.ts';
import { type Call, type Outcome, picturesOf, type Role } from '../../contracts/models/index.ts';
import type { ModelSpec } from '../model-spec.ts';
import { askModel } from './ask-model.ts';
import { askOffline } from './ask-offline.ts';
import type { Door } from './door.ts';
import { answererOf, failed } from './outcome-of.ts';
import { type Question, recordOf } from './question.ts';

/** One question through the door: to the role's model, and to the next where that gave up. */
export async function ask<Input, Answer>(
  door: Door,
  role: Role<Input, Answer>,
  call: Call<Input>,
  onText?: (delta: string) => void,
): Promise<Outcome<Answer>> {
  const input = role.input.parse(call.input);
  const prompt = role.render(input);
  const known = await door.log.classOf(picturesOf(prompt), call.from ?? []);
  const dataClass = strictest(call.class, known);
  const question = { role, call: { ...call, input }, prompt, class: dataClass, onText };
  let outcome: Outcome<Answer> | undefined;
  for (const model of door.modelsFor(role.name, call.model)) {
    outcome = await askOne(door, model, question);
    if (outcome.status === 'answered' || outcome.reason !== 'gave-up') break;
  }
  return outcome!;
}

async function askOne<Input, Answer>(
  door: Door,
  model: ModelSpec,
  question: Question<Input, Answer>,
): Promise<Outcome<Answer>> {
  if (model.provider === 'offline') return askOffline(door, model, question);
  const decision = door.opened.decide(model, question.class);
  if (decision.allowed) return askModel(door, model, question, decision);
  const record = recordOf(model, question, { prompt: question.prompt, parameters: {} });
  const code = 'clinical-data-stays-in';
  await door.log.refuse(record, code);
  return failed(record, answererOf(model), { reason: 'egress-refused', code }, undefined, 0);
}
