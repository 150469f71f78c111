import { expect, test } from 'vitest';
import { type Prompt, picturesOf } from '../../contracts/models/index.ts';
import { rateReasoning } from './rate-reasoning.ts';
import {
  type ReasoningInput,
  reasoningInputSchema,
  reasoningRatingsSchema,
  reasoningRubrics,
} from './reasoning-ratings.ts';

const english: ReasoningInput = {
  question: 'Which root does a subarticular herniation at L4/5 press on?',
  options: { A: 'the exiting L4 root', B: 'the traversing L5 root', C: 'the S2 root' },
  pictures: ['d'.repeat(64)],
  reasoning: `The axial MRI shows a disc herniation at L4/5 in the subarticular zone. The exiting L4 root has
already left the canal and lies in the foramen, therefore the traversing L5 root is touched, which is
consistent with weak great toe extension.`,
  language: 'en',
};
const chinese: ReasoningInput = {
  question: 'C5/6椎间盘突出通常累及哪条神经根？',
  options: { A: 'C5神经根', B: 'C6神经根' },
  pictures: [],
  reasoning:
    '矢状位MRI见C5/6椎间盘突出，因为颈神经根从同序数椎骨上方穿出，所以累及C6神经根，而不是C5神经根。',
  language: 'zh',
};
const context = {
  readPicture: () => Promise.reject(new Error('no picture is looked at')),
  signal: new AbortController().signal,
};
const rate = (input: ReasoningInput) =>
  reasoningRatingsSchema.parse(rateReasoning.offline!.answer(input, context));
const textOf = (prompt: Prompt) =>
  prompt.messages[0]!.parts.map(part => (part.type === 'text' ? part.text : '')).join('');

test('shows the three rubrics, the question and the reasoning behind its fence', () => {
  for (const input of [english, chinese]) {
    const prompt = rateReasoning.render(input);
    for (const { id, [input.language]: rubric } of reasoningRubrics) {
      expect(textOf(prompt)).toContain(id);
      for (const said of [rubric.five, rubric.three, rubric.one]) {
        expect(textOf(prompt)).toContain(said);
      }
    }
    expect(textOf(prompt)).toContain(`${'='.repeat(20)}\n${input.reasoning}\n${'='.repeat(20)}`);
    expect(picturesOf(prompt)).toEqual(input.pictures);
    const form = JSON.parse(textOf(prompt).slice(textOf(prompt).lastIndexOf('\n{')));
    expect(reasoningRatingsSchema.safeParse(form).success).toBe(true);
  }
});

test.each([english, chinese])('offline what is mentioned lifts a rating, never above 3', input => {
  const rated = rate(input);
  for (const { id } of reasoningRubrics) {
    expect(rated[id].score).toBeGreaterThan(1);
    expect(rated[id].score).toBeLessThanOrEqual(3);
    expect(rate({ ...input, reasoning: 'B.' })[id].score).toBe(1);
    expect(rate({ ...input, reasoning: '' })[id].score).toBe(1);
  }
  expect(rated.visual_features.score).toBe(3);
  expect(rate(input)).toEqual(rated);
});

test('offline repeating the question shows no knowledge', () => {
  const repeated = { ...english, reasoning: english.question };
  expect(rate(repeated).medical_knowledge.score).toBe(1);
});

test('refuses ratings that are none', () => {
  const whole = rate(english);
  for (const nonsense of [
    { ...whole, visual_features: undefined },
    { ...whole, visual_features: { score: 6, reason: 'x' } },
    { ...whole, visual_features: { score: 3 } },
    { ...whole, spatial: { score: 3, reason: 'x' } },
  ]) {
    expect(reasoningRatingsSchema.safeParse(nonsense).success).toBe(false);
  }
  expect(reasoningInputSchema.safeParse({ ...english, question: '' }).success).toBe(false);
});
