import { bindPictures } from '../bind-pictures.ts';
import { type Setting, turnArticle } from './turn-article.ts';

export type Agreement = {
  right: number;
  wrong: number;
  missed: number;
  captions: number;
  exact: number;
  faults: string[];
};

export const noAgreement = (): Agreement => ({
  ...{ right: 0, wrong: 0, missed: 0, captions: 0, exact: 0 },
  faults: [],
});

/** Adds how far the bindings of an article, turned into Markdown without links, are those of its links. */
export function countAgreement(sum: Agreement, xml: string, setting: Setting, name: string): void {
  const { markdown, truth } = turnArticle(xml, setting);
  const lines = markdown.split('\n');
  const fault = (what: string) => sum.faults.push(`${name} ${setting} ${what}`);
  const bindings = bindPictures(markdown, name);
  const shown = bindings.map(({ picture }) => picture.src).join(' ');
  if (shown !== [...truth.figures.keys()].join(' ')) fault(`pictures ${shown}`);
  for (const { picture, caption, context } of bindings) {
    const own = truth.figures.get(picture.src)!;
    sum.captions++;
    if (caption?.text === own.caption.replace(/\s+/g, ' ').trim()) sum.exact++;
    else fault(`${picture.src} caption ${caption?.text} for ${own.caption}`);
    const found = new Set<number>();
    for (const { relation, rule, lines: place, text } of context) {
      if (relation !== 'mention') continue;
      found.add(place[0]);
      if (own.lines.has(place[0])) sum.right++;
      // The middle of a range is cited, though no link says so.
      else if (rule !== 'range-middle') {
        sum.wrong++;
        fault(`${picture.src} wrongly ${text}`);
      }
    }
    for (const line of own.lines) {
      if (found.has(line)) continue;
      sum.missed++;
      fault(`${picture.src} missed ${line} ${lines[line - 1]}`);
    }
  }
}
