import { expect, test } from 'vitest';
import { bindPictures } from './bind-pictures.ts';
import { makeArticle } from './testing/make-article.ts';
import { settings, turnArticle } from './testing/turn-article.ts';

const articles = Array.from({ length: 48 }, (_, index) => ({
  setting: settings[index % settings.length]!,
  xml: makeArticle({
    seed: index + 1,
    language: index % 3 === 2 ? 'zh' : 'en',
    hasFloats: index % 4 === 3,
  }),
}));

test('pictures of articles are bound as the articles’ own links bind them', () => {
  const counts = { right: 0, wrong: 0, missed: 0, captions: 0, exact: 0 };
  const faults: string[] = [];
  articles.forEach(({ xml, setting }, index) => {
    const { markdown, truth } = turnArticle(xml, setting);
    const bindings = bindPictures(markdown, `${index}`);
    expect(bindings.map(({ picture }) => picture.src)).toEqual([...truth.figures.keys()]);
    for (const { picture, caption, context } of bindings) {
      const own = truth.figures.get(picture.src)!;
      counts.captions++;
      if (caption?.text === tidy(own.caption)) counts.exact++;
      else
        faults.push(
          `${index} ${setting} ${picture.src} caption ${caption?.text} for ${own.caption}`,
        );
      const found = new Set<number>();
      for (const { relation, rule, lines, text } of context) {
        if (relation !== 'mention') continue;
        found.add(lines[0]);
        if (own.lines.has(lines[0])) counts.right++;
        // The middle of a range is cited, though no link says so.
        else if (rule !== 'range-middle') {
          counts.wrong++;
          faults.push(`${index} ${setting} ${picture.src} wrongly ${text}`);
        }
      }
      for (const line of own.lines) {
        if (found.has(line)) continue;
        counts.missed++;
        faults.push(
          `${index} ${setting} ${picture.src} missed ${line} ${markdown.split('\n')[line - 1]}`,
        );
      }
    }
  });
  const { right, wrong, missed, captions, exact } = counts;
  expect(right).toBeGreaterThan(400);
  expect(right / (right + wrong), faults.join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(right / (right + missed), faults.join('\n')).toBeGreaterThanOrEqual(0.97);
  expect(exact / captions, faults.join('\n')).toBeGreaterThanOrEqual(0.99);
});

function tidy(caption: string): string {
  return caption.replace(/\s+/g, ' ').trim();
}
