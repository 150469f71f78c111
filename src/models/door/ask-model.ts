import type { FailureReason, Outcome, Prompt } from '../../contracts/models/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { answerForm, usualForm, weakerForm } from '../answers/answer-form.ts';
import { type ReadAnswer, readAnswer } from '../answers/read-answer.ts';
import { repairPrompt } from '../answers/repair-prompt.ts';
import type { EgressDecision } from '../egress/decide.ts';
import { estimate } from '../limits/estimate.ts';
import type { CallRecord, Intent, LoggedAnswer } from '../log/call-log.ts';
import type { ModelSpec } from '../model-spec.ts';
import { findPrice } from '../prices/find-price.ts';
import { costOf } from '../prices/price.ts';
import type { AnswerForm, Parameters } from '../providers/provider.ts';
import { askByBatch } from './ask-by-batch.ts';
import { askLive } from './ask-live.ts';
import type { Door } from './door.ts';
import { obtain } from './obtain.ts';
import { answered, answererOf, failed, failedAsking } from './outcome-of.ts';
import { type Question, recordOf } from './question.ts';
import { readPictures } from './read-pictures.ts';

type Allowed = Extract<EgressDecision, { allowed: true }>;

type Spoken =
  | { ok: true; record: CallRecord; answer: LoggedAnswer; requests: number }
  | { ok: false; outcome: Outcome<never> };

/** Puts a question to a model and reads what it says: as it stands, or held to the role's form
 *  with one more try where the form is not met. What is not met then is a failure. */
export async function askModel<Input, Answer>(
  door: Door,
  model: ModelSpec,
  question: Question<Input, Answer>,
  decision: Allowed,
): Promise<Outcome<Answer>> {
  const { role, prompt } = question;
  const by = answererOf(model);
  const said = await speak(door, model, question, decision, prompt);
  if (!said.ok) return said.outcome;
  const unusable = unusableReason(said.answer, role.answer !== undefined);
  if (unusable) return failed(said.record, by, unusable, said.answer, said.requests);
  if (!role.answer) {
    return answered(said.record, by, said.answer, said.answer.text as Answer, said.requests);
  }
  const read = readAnswer(said.answer.text, role.answer);
  if (read.ok) return answered(said.record, by, said.answer, read.answer, said.requests);
  const again = repairPrompt(prompt, said.answer.text, read.complaint);
  const mended = await speak(door, model, question, decision, again);
  if (!mended.ok) return mended.outcome;
  const requests = said.requests + mended.requests;
  const second: ReadAnswer<Answer> = readAnswer(mended.answer.text, role.answer);
  if (second.ok) return answered(mended.record, by, mended.answer, second.answer, requests);
  const cutOff = mended.answer.finish === 'length';
  const why = cutOff
    ? ({ reason: 'answer-cut-off', code: 'answer-cut-off' } as const)
    : ({ reason: 'answer-malformed', code: 'answer-malformed' } as const);
  return failed(mended.record, by, why, mended.answer, requests);
}

/** What cannot be read whatever the form. An answer of a form may be whole although the limit
 *  was reached: that shows when it is read. */
function unusableReason(
  { text, finish }: LoggedAnswer,
  hasForm: boolean,
): { reason: FailureReason; code: string } | undefined {
  const is = (reason: FailureReason) => ({ reason, code: reason });
  if (finish === 'refused') return is('answer-refused');
  if (text.trim() === '') return is(finish === 'length' ? 'answer-cut-off' : 'answer-empty');
  if (finish === 'length' && !hasForm) return is('answer-cut-off');
  return undefined;
}

/** One answer to a prompt, by the strongest way of holding the model to the form that its
 *  server knows. */
async function speak<Input, Answer>(
  door: Door,
  model: ModelSpec,
  question: Question<Input, Answer>,
  decision: Allowed,
  prompt: Prompt,
): Promise<Spoken> {
  const { role } = question;
  const opened = door.opened.get(model);
  const parameters = parametersOf(model, role);
  for (;;) {
    const form = role.answer && answerForm(role.answer, opened.formBy ?? usualForm(model));
    const request = { prompt, parameters, ...(form ? { form } : {}) };
    const record = recordOf(model, question, request, decision.exceptional);
    const obtained = await obtainSpoken(door, question, decision, record, form, parameters);
    if (obtained.status === 'answered') {
      return { ok: true, record, answer: obtained.answer, requests: obtained.requests };
    }
    const weaker = form && weakerForm(form.by);
    if (obtained.reason !== 'form-unknown' || !weaker)
      return { ok: false, outcome: failedAsking(record, answererOf(model), obtained) };
    opened.formBy = weaker;
  }
}

async function obtainSpoken<Input, Answer>(
  door: Door,
  { call, onText }: Question<Input, Answer>,
  decision: Allowed,
  record: CallRecord,
  form: AnswerForm | undefined,
  parameters: Parameters,
) {
  const { model } = record;
  const opened = door.opened.get(model);
  const price = findPrice(model);
  const prompt = record.request.prompt!;
  const { tokens, mostUsd } = estimate(prompt, parameters.maxOutputTokens, price);
  const intent = { call: record, tokens, mostUsd };
  const { signal } = call;
  const ready = { pictures: () => readPictures(door, record.pictures), prompt, parameters, form };
  if (model.mode === 'batch' && !onText) {
    return obtain(door, record, signal, () =>
      askByBatch(priced(door, intent), {
        intent,
        price,
        signal,
        desk: () => opened.desk(decision.guarded),
        request: async () => ({ ...ready, pictures: await ready.pictures() }),
      }),
    );
  }
  let shown = false;
  const show = (delta: string) => {
    shown = true;
    onText?.(delta);
  };
  const obtained = await obtain(door, record, signal, () =>
    askLive(priced(door, intent), {
      opened,
      intent,
      signal,
      hasShown: () => shown,
      async prepare() {
        const pictures = await ready.pictures();
        const provider = await opened.provider(decision.guarded);
        return async (attemptId, inner) => {
          const start = performance.now();
          const request = { ...ready, pictures, attemptId, signal: inner };
          const {
            text,
            finish,
            tokens: used,
          } = onText ? await provider.stream(request, show) : await provider.generate(request);
          const latencyMs = performance.now() - start;
          return { text, finish, tokens: used, costUsd: costOf(used, price), latencyMs };
        };
      },
    }),
  );
  // From the log, or from another who asked the same: it comes in one piece.
  if (obtained.status === 'answered' && !shown) onText?.(obtained.answer.text);
  return obtained;
}

function parametersOf(
  { parameters }: ModelSpec,
  role: { maxOutputTokens: number; temperature?: number | undefined },
): Parameters {
  const temperature = parameters.temperature ?? role.temperature;
  return {
    maxOutputTokens: parameters.maxOutputTokens ?? role.maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(parameters.topP === undefined ? {} : { topP: parameters.topP }),
    ...(parameters.seed === undefined ? {} : { seed: parameters.seed }),
    ...(parameters.reasoning === undefined ? {} : { reasoning: parameters.reasoning }),
  };
}

/** What the log knows costs nothing; what is asked for anew needs a price where there is a cap. */
function priced(door: Door, { call, mostUsd }: Intent): Door {
  if (door.hasSpendCap && mostUsd === null) throw priceUnknown(call.model);
  return door;
}

function priceUnknown(model: ModelSpec): SpinemedError {
  return new SpinemedError({
    code: 'price-unknown',
    mender: 'user',
    message: `there is a spend cap, and nobody knows what ${model.name} costs`,
    hint: 'Give its price in spinemed.yaml (0 for a server of your own), or take the cap away.',
  });
}
