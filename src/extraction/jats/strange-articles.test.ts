import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentSchema, renderDocument } from '../../contracts/document/index.ts';
import { makeArticle } from '../picture-context/testing/make-article.ts';
import { readJats } from './index.ts';

const article = makeArticle({ seed: 3, language: 'en', hasFloats: true });

const names = [
  ...['fig', 'p', 'table', 'tr', 'td', 'entry', 'row', 'thead', 'tgroup', 'xref', 'graphic'],
  ...['alternatives', 'list', 'list-item', 'sec', 'fn', 'caption', 'label', 'title', 'fig-group'],
  ...['sub-article', 'floats-group', 'ref', 'bold', 'table-wrap', 'body', 'disp-formula'],
];
const name = fc.constantFrom(...names);

test('whatever stands where it should not, every figure is in the text and the document is valid', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 6 }), swaps => {
      let xml = article;
      for (const [from, to] of swaps)
        xml = xml.replaceAll(new RegExp(`(</?)${from}(?=[\\s>/])`, 'g'), `$1${to}`);
      for (const part of partsOf(xml)) {
        const { document } = renderDocument(part.document);
        documentSchema.parse(document);
        const shown = document.blocks.flatMap(({ figure }) => figure ?? []);
        expect(shown.sort()).toEqual(document.figures.map(({ id }) => id).sort());
        for (const { block } of document.citations) expect(document.blocks[block]).toBeDefined();
      }
    }),
    { numRuns: 150 },
  );
});

/** Without its body there may be no article left in it. */
function partsOf(xml: string) {
  try {
    return readJats(xml, { file: 'a.xml' });
  } catch (error) {
    expect(error).toMatchObject({ code: 'jats-no-article' });
    return [];
  }
}

test('a file with any piece cut out is read, or refused by a code and a line', () => {
  fc.assert(
    fc.property(fc.nat(article.length - 1), fc.integer({ min: 1, max: 60 }), (at, length) => {
      try {
        readJats(article.slice(0, at) + article.slice(at + length), { file: 'a.xml' });
      } catch (error) {
        expect(error).toMatchObject({
          code: expect.stringMatching(/^(xml|jats)-/),
          mender: 'user',
          place: expect.stringMatching(/^a\.xml/),
        });
      }
    }),
    { numRuns: 150 },
  );
});
