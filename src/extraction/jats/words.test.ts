import { expect, test } from 'vitest';
import { renderDocument } from '../../contracts/document/index.ts';
import { readJats } from './index.ts';
import { makeBody } from './testing/make-body.ts';

test('every word of a body is in the Markdown, in order, with every picture', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { xml, words, apart, figures } = makeBody(seed);
    const article = `<article xmlns:xlink="l" xmlns:mml="m" xmlns:tp="t"><body>${xml}</body></article>`;
    const { markdown, document } = renderDocument(
      readJats(article, { file: 'a.xml' })[0]!.document,
    );
    const found = markdown.replace(/!\[[^\]]*\]/g, '').match(/w\d+x/g) ?? [];
    const asides = new Set(apart);
    expect(
      found.filter(word => !asides.has(word)),
      `seed ${seed}`,
    ).toEqual(words.filter(Boolean));
    expect(new Set(found), `seed ${seed}`).toEqual(new Set([...words.filter(Boolean), ...apart]));
    expect(document.figures.length, `seed ${seed}`).toBe(figures);
    expect(markdown.match(/!\[[^\]]*\]\(figures\//g)?.length ?? 0).toBe(figures);
  }
});
