import type { Answer, Ask, Form } from '../ask.ts';
import type { FaultName } from '../chance/faults.ts';
import type { Random } from '../chance/random.ts';
import { chooseLetters, echoForm, sayChoice } from './choose.ts';
import { fill, refuse } from './filler.ts';
import { generateJson } from './generate-json.ts';
import { type Language, languageOf } from './language.ts';
import { malformJson } from './malform-json.ts';
import type { NotationName } from './notations.ts';
import { readOptions } from './read-options.ts';

export type Composer = { notation: NotationName | null };

/** What the model says, and how that went wrong if it had to. */
export function compose(
  ask: Ask,
  random: Random,
  fault: FaultName | null,
  { notation }: Composer,
): Answer {
  const language = languageOf(ask.question);
  const tool = ask.form.kind === 'tool' ? ask.form.name : null;
  if (fault === 'empty') return { text: '', finish: 'stop', tool: null };
  if (fault === 'refusal') {
    // Some only say so, some are cut off by a filter that says so beside the text.
    const finish = random.next() < 0.5 ? 'stop' : 'refused';
    return { text: refuse(language, random), finish, tool: null };
  }
  const text =
    ask.form.kind === 'text'
      ? say(ask.question, { language, notation, fault }, random)
      : fillForm(ask.form, ask.question, fault, random);
  if (fault === 'cutoff')
    return { text: cut(text, Math.floor(text.length / 2)), finish: 'length', tool };
  return shorten({ text, finish: 'stop', tool }, ask.maxOutputTokens);
}

function say(
  question: string,
  how: { language: Language; notation: NotationName | null; fault: FaultName | null },
  random: Random,
): string {
  const options = readOptions(question);
  if (options === null) return fill(how.language, random);
  const letters = chooseLetters(options, random, how.fault === 'wrong');
  if (how.fault === 'malformed') return echoForm(how.language);
  return sayChoice(letters, { options, ...how }, random);
}

function fillForm(
  form: Exclude<Form, { kind: 'text' }>,
  question: string,
  fault: FaultName | null,
  random: Random,
): string {
  const options = readOptions(question);
  const letters = options && chooseLetters(options, random, fault === 'wrong');
  const value = generateJson(form.schema ?? freeForm, random, { letters });
  return fault === 'malformed' ? malformJson(value, random) : JSON.stringify(value);
}

// JSON asked for without a schema.
const freeForm = {
  type: 'object',
  properties: { answer: { type: 'string' }, reason: { type: 'string' } },
  required: ['answer', 'reason'],
};

/** By the simulator's own rule a token is four bytes. */
function shorten(answer: Answer, maxOutputTokens: number | null): Answer {
  const most = maxOutputTokens === null ? Infinity : maxOutputTokens * 4;
  if (answer.text.length * 3 <= most || Buffer.byteLength(answer.text) <= most) return answer;
  const bytes = Buffer.from(answer.text).subarray(0, most);
  return { ...answer, text: bytes.toString().replace(/\uFFFD$/, ''), finish: 'length' };
}

function cut(text: string, end: number): string {
  // Half of a surrogate pair is not text.
  return text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '');
}
