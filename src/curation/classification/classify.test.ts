import { expect, test } from 'vitest';
import { orthopaedicCategories, subspecialties } from '../../spine/index.ts';
import { classificationSchema } from './classification.ts';
import { type ClassifyInput, classify, classifyInputSchema } from './classify.ts';
import type { LabelledTexts } from './fixtures/labelled-text.ts';
import { laterTexts } from './fixtures/later-texts.ts';
import { otherTexts } from './fixtures/other-texts.ts';
import { spineTexts } from './fixtures/spine-texts.ts';

const context = {
  readPicture: () => Promise.reject(new Error('there is no picture')),
  signal: new AbortController().signal,
};
const answer = (text: string) => {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return classificationSchema.parse(classify.offline!.answer({ text, language }, context));
};

/** Of eight texts of a class, these were looked at while keywords were chosen. */
const lookedAt = [0, 2, 5, 6];
const heldOut = (all: readonly LabelledTexts[]) =>
  all.map(({ texts, ...label }) => ({
    ...label,
    texts: texts.filter((_, at) => !lookedAt.includes(at % 8)),
  }));

function accuracyOf(all: readonly LabelledTexts[]) {
  const judged = all.flatMap(({ category, subspecialty, texts }) =>
    texts.map(text => {
      const said = answer(text);
      const isCategoryRight = said.category === category;
      const isRight = isCategoryRight && said.subspecialty === subspecialty;
      return { isCategoryRight, isRight, isSpine: category === 'spine-surgery', said };
    }),
  );
  const share = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;
  const ofSpine = judged.filter(({ isSpine }) => isSpine);
  const sure = judged.filter(({ said }) => said.confidence === 'high');
  return {
    n: judged.length,
    category: share(judged.map(({ isCategoryRight }) => isCategoryRight)),
    subspecialty: share(ofSpine.map(({ isRight }) => isRight)),
    whenSure: share(sure.map(({ isRight }) => isRight)),
  };
}

test('offline it sorts texts that its keywords were not chosen by', () => {
  const found = accuracyOf(heldOut([...spineTexts, ...otherTexts]));
  expect(found.n).toBeGreaterThanOrEqual(80);
  expect(found.category).toBeGreaterThanOrEqual(0.95);
  expect(found.subspecialty).toBeGreaterThanOrEqual(0.9);
  expect(found.whenSure).toBeGreaterThanOrEqual(0.95);
});

test('offline it is worse, and seldom sure, where a text names no disease', () => {
  const found = accuracyOf(laterTexts);
  expect(found.category).toBeGreaterThanOrEqual(0.85);
  expect(found.subspecialty).toBeGreaterThanOrEqual(0.75);
  expect(found.whenSure).toBeGreaterThanOrEqual(0.9);
});

test('offline every name of the taxonomies is sorted where it belongs', () => {
  const wrong = subspecialties.flatMap(({ id, en, zh }) =>
    [`A chapter on ${en} of the spine.`, `脊柱外科：${zh}`].filter(
      text => answer(text).subspecialty !== id,
    ),
  );
  expect(wrong).toEqual([]);
  for (const { id, en, zh } of orthopaedicCategories) {
    expect([answer(en).category, answer(zh).category]).toEqual([id, id]);
  }
});

test('offline nothing found is nothing said, and the same text has the same answer', () => {
  const nothing = { category: null, subspecialty: null, confidence: 'low' };
  expect(answer('xyzzy')).toEqual(nothing);
  expect(answer('今天天气很好。')).toEqual(nothing);
  const text = spineTexts[3]!.texts[0]!;
  expect(answer(text)).toEqual(answer(text));
});

test('shows every class by its id, and the text behind its fence', () => {
  for (const language of ['en', 'zh'] as const) {
    const input: ClassifyInput = { text: 'A text {of} its own.', language };
    const [part] = classify.render(input).messages[0]!.parts;
    const prompt = part!.type === 'text' ? part!.text : '';
    for (const { id } of [...orthopaedicCategories, ...subspecialties]) {
      expect(prompt).toContain(`- ${id}`);
    }
    expect(prompt).toMatch(/={20}\nA text \{of\} its own\.\n={20}/);
  }
});

test('refuses what is no class', () => {
  const right = { category: 'spine-surgery', subspecialty: 'trauma', confidence: 'high' };
  expect(classificationSchema.safeParse(right).success).toBe(true);
  for (const nonsense of [
    { ...right, category: 'Spine Surgery' },
    { ...right, category: 'orthopedic-trauma' },
    { ...right, category: null },
    { ...right, confidence: 0.9 },
    { category: 'spine-surgery', confidence: 'high' },
  ]) {
    expect(classificationSchema.safeParse(nonsense).success).toBe(false);
  }
  expect(classifyInputSchema.safeParse({ text: ' ', language: 'en' }).success).toBe(false);
});
