import { expect, test } from 'vitest';
import { type Agreement, countAgreement, noAgreement } from './testing/count-agreement.ts';
import { makeArticle } from './testing/make-article.ts';
import { makeVariedArticle } from './testing/make-varied-article.ts';
import { settings } from './testing/turn-article.ts';

const settingOf = (index: number) => settings[index % settings.length]!;

function expectAgreement({ right, wrong, missed, captions, exact, faults }: Agreement): void {
  const said = faults.join('\n');
  expect(right, said).toBeGreaterThan(400);
  expect(right / (right + wrong), said).toBeGreaterThanOrEqual(0.98);
  expect(right / (right + missed), said).toBeGreaterThanOrEqual(0.97);
  expect(exact / captions, said).toBeGreaterThanOrEqual(0.99);
}

test('pictures of articles are bound as the articles’ own links bind them', () => {
  const sum = noAgreement();
  for (let index = 0; index < 48; index++) {
    const language = index % 3 === 2 ? 'zh' : 'en';
    const xml = makeArticle({ seed: index + 1, language, hasFloats: index % 4 === 3 });
    countAgreement(sum, xml, settingOf(index), `${index}`);
  }
  expectAgreement(sum);
});

test.each(['en', 'zh'] as const)(
  'so are those put together from all ways to cite: %s',
  language => {
    const sum = noAgreement();
    for (let seed = 0; seed < 48; seed++)
      countAgreement(sum, makeVariedArticle(seed, language), settingOf(seed), `${seed}`);
    expectAgreement(sum);
  },
);
