import { expect, test } from 'vitest';
import { countAgreement, noAgreement } from './testing/count-agreement.ts';
import { makeVariedArticle } from './testing/make-varied-article.ts';
import { settings } from './testing/turn-article.ts';

const articles = 800;

test.each(['en', 'zh'] as const)(
  'thousands of articles are bound as their links bind them: %s',
  language => {
    const sum = noAgreement();
    for (let seed = 1000; seed < 1000 + articles; seed++)
      countAgreement(
        sum,
        makeVariedArticle(seed, language),
        settings[seed % settings.length]!,
        `${seed}`,
      );
    const { right, wrong, missed, captions, exact, faults } = sum;
    const said = faults.slice(0, 20).join('\n');
    expect(right / (right + wrong), said).toBeGreaterThanOrEqual(0.995);
    expect(right / (right + missed), said).toBeGreaterThanOrEqual(0.995);
    expect(exact / captions, said).toBeGreaterThanOrEqual(0.995);
  },
  300_000,
);
