import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

function sentences(words: object, path = ''): Array<[key: string, sentence: string]> {
  return Object.entries(words).flatMap(([key, value]: [string, string | object]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : sentences(value, `${path}${key}.`),
  );
}

const holes = (sentence: string) => [...sentence.matchAll(/\{\{\w+\}\}|`[^`]*`/g)].map(String);

test('each sentence has the same places to fill and the same commands in both languages', () => {
  const chinese = new Map(sentences(zh));
  for (const [key, sentence] of sentences(en)) {
    const translated = chinese.get(key) ?? chinese.get(key.replace(/_one$/, '_other'));
    expect([key, holes(translated ?? '').sort()]).toEqual([key, holes(sentence).sort()]);
  }
});

test('no sentence is empty, and none was left in English', () => {
  const english = new Map(sentences(en));
  for (const [key, sentence] of sentences(zh)) {
    expect([key, sentence]).toEqual([key, expect.stringMatching(/[\u4e00-\u9fff]/)]);
    expect(english.get(key)?.trim()).toBeTruthy();
  }
});
