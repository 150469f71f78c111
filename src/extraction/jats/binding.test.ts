import { expect, test } from 'vitest';
import { renderDocument } from '../../contracts/document/index.ts';
import { bindPictures } from '../picture-context/index.ts';
import { makeArticle } from '../picture-context/testing/make-article.ts';
import { readJats } from './index.ts';

const articles = Array.from({ length: 40 }, (_, index) =>
  makeArticle({
    seed: 500 + index,
    language: index % 3 === 2 ? 'zh' : 'en',
    hasFloats: index % 4 === 3,
  }),
);

test('the Markdown of an article binds as its own links do, without seeing them', () => {
  const counts = { right: 0, wrong: 0, missed: 0, captions: 0, exact: 0 };
  const faults: string[] = [];
  articles.forEach((xml, number) => {
    const { markdown, document } = renderDocument(readJats(xml, { file: 'a.xml' })[0]!.document);
    const cited = new Map<string, Set<number>>();
    for (const { figures, block } of document.citations)
      for (const figure of figures) {
        const lines = cited.get(figure) ?? new Set<number>();
        cited.set(figure, lines.add(document.blocks[block]!.lines[0]));
      }
    for (const { picture, caption, context } of bindPictures(markdown, 'a')) {
      const figure = document.figures.find(({ id }) => picture.src === `figures/${id}`)!;
      const own = cited.get(figure.id) ?? new Set<number>();
      const found = new Set(
        context.filter(({ relation }) => relation === 'mention').map(({ lines }) => lines[0]),
      );
      const note = (what: string, line: number) =>
        faults.push(`${number} ${figure.id} ${what}: ${markdown.split('\n')[line - 1]}`);
      counts.captions++;
      if (caption?.text === figure.caption?.replace(/\s+/g, ' ')) counts.exact++;
      else faults.push(`${number} ${figure.id} caption ${caption?.text} for ${figure.caption}`);
      for (const line of found) {
        if (own.has(line)) counts.right++;
        else counts.wrong += note('wrong', line) && 1;
      }
      for (const line of own) if (!found.has(line)) counts.missed += note('missed', line) && 1;
    }
  });
  const { right, wrong, missed, captions, exact } = counts;
  expect(right).toBeGreaterThan(300);
  expect(right / (right + wrong), faults.join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(right / (right + missed), faults.join('\n')).toBeGreaterThanOrEqual(0.97);
  expect(exact / captions, faults.join('\n')).toBeGreaterThanOrEqual(0.99);
});
