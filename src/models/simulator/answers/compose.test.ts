import { expect, test } from 'vitest';
import type { Ask } from '../ask.ts';
import type { FaultName } from '../chance/faults.ts';
import { createRandom } from '../chance/random.ts';
import { compose } from './compose.ts';
import { type NotationName, notationNames } from './notations.ts';
import { readOptions } from './read-options.ts';

const english = 'Which level is narrowed?\nA. L4/5\nB. L5/S1\nC. L3/4\nD. None of them';
const chinese = '哪个节段狭窄？\nA、腰4/5\nB、腰5骶1\nC、腰3/4';

function say(
  question: string,
  wish: {
    notation?: NotationName;
    fault?: FaultName;
    seed?: number;
    form?: Ask['form'];
    most?: number;
  } = {},
) {
  const ask: Ask = {
    ...{ model: 'm', question, inputTokens: 0, pictures: [], stream: false, count: 1 },
    ...{ form: wish.form ?? { kind: 'text' }, maxOutputTokens: wish.most ?? null },
  };
  return compose(ask, createRandom(wish.seed ?? 1), wish.fault ?? null, {
    notation: wish.notation ?? null,
  });
}

test.each([
  [english, ['L4/5', 'L5/S1', 'L3/4', 'None of them']],
  [chinese, ['腰4/5', '腰5骶1', '腰3/4']],
  ['Pick.\n(A) left\n(B) right', ['left', 'right']],
  ['Pick. A) left B) right C) both', ['left', 'right', 'both']],
  ['选一个：Ａ．左 Ｂ．右', ['左', '右']],
  ['Pick.\n**A.** left\n**B.** right', ['left', 'right']],
  ['Pick.\nA: left\nB: right', ['left', 'right']],
  ['Example:\nA. x\nB. y\nC. z\nNow:\nA. left\nB. right', ['left', 'right']],
  ['A 45-year-old man with vitamin B. deficiency at L4.', null],
  ['Describe the picture.', null],
])('reads the options of %#', (question, texts) => {
  expect(readOptions(question)?.texts ?? null).toEqual(texts);
});

test('every notation says a letter or its text, in the language of the question', () => {
  for (const notation of notationNames) {
    const { text } = say(english, { notation });
    expect(text, notation).toMatch(/[A-DＡ-Ｄ]|L\d|None/);
    expect(text, notation).not.toMatch(/\p{Script=Han}/u);
    expect(say(chinese, { notation }).text, notation).toMatch(/\p{Script=Han}/u);
  }
  expect(say(english, { notation: 'option-line' }).text).toMatch(/^My final option: \[[A-D]\]$/m);
  expect(say(chinese, { notation: 'option-line' }).text).toMatch(/^最终选项：\[[A-C]\]$/m);
});

test('without a fixed notation all of them come, and every option', () => {
  const texts = Array.from({ length: 400 }, (_, seed) => say(english, { seed }).text);
  for (const form of [
    /\\boxed/,
    /<answer>/,
    /^\{"answer"/m,
    /\*\*/,
    /[Ａ-Ｄ]/,
    /^Not [A-D], because/m,
  ])
    expect(
      texts.some(text => form.test(text)),
      String(form),
    ).toBe(true);
  const lines = Array.from(
    { length: 100 },
    (_, seed) => say(english, { seed, notation: 'bare' }).text,
  );
  expect(new Set(lines.map(text => text.at(-1)))).toEqual(new Set('ABCD'));
});

test('several may be chosen where the question says so', () => {
  const question = `${english}\nSelect all that apply.`;
  const sizes = Array.from({ length: 40 }, (_, seed) => {
    const line = say(question, { seed, notation: 'bare' }).text.split('\n').at(-1)!;
    expect(line).toBe([...new Set(line)].sort().join(''));
    return line.length;
  });
  expect(new Set(sizes)).toEqual(new Set([1, 2, 3, 4]));
});

test('wrong takes another option than it would have taken, and says it the same way', () => {
  for (let seed = 0; seed < 50; seed++) {
    const right = say(english, { seed, notation: 'option-line' }).text;
    const wrong = say(english, { seed, notation: 'option-line', fault: 'wrong' }).text;
    expect(wrong).not.toBe(right);
    expect(wrong.replace(/\[.\]/, '')).toBe(right.replace(/\[.\]/, ''));
  }
});

test('each way of answering badly is what its name says', () => {
  expect(say(english, { fault: 'empty' })).toEqual({ text: '', finish: 'stop', tool: null });
  expect(say(english, { fault: 'cutoff' }).finish).toBe('length');
  expect(say(english, { fault: 'malformed' }).text).toBe('My final option: [X]');
  expect(say(chinese, { fault: 'refusal' }).text).toMatch(/无法|不能|咨询/);
  const form = {
    kind: 'json' as const,
    schema: {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'integer' } },
      required: ['a', 'b'],
    },
  };
  const isWhole = (text: string) => {
    try {
      const value = JSON.parse(text);
      return 'a' in value && 'b' in value;
    } catch {
      return false;
    }
  };
  for (let seed = 0; seed < 60; seed++) {
    expect(isWhole(say(english, { seed, form }).text)).toBe(true);
    expect(isWhole(say(english, { seed, form, fault: 'malformed' }).text)).toBe(false);
  }
});

test('never says more than it may, and cuts no character', () => {
  for (let most = 1; most < 60; most++) {
    const { text, finish } = say('请描述。', { most });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most * 4);
    expect(text).not.toContain('\uFFFD');
    if (most < 20) expect(finish).toBe('length');
  }
});
