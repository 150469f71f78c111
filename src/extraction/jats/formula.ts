import { descendants, textOf, type XmlElement } from '../../xml/index.ts';
import { linearMath } from './linear-math.ts';

export type Formula = {
  tex: string | null;
  /** Plain signs; empty where there is a picture only. */
  text: string;
  /** What the picture of the formula is called, where nothing else is given. */
  href: string | null;
};

/** A formula by the best of its alternatives: LaTeX, else MathML written on a line, else text. */
export function readFormula(element: XmlElement): Formula {
  const inner = [...descendants(element, ({ name }) => name !== 'math')];
  const tex = inner.find(({ name }) => name === 'tex-math');
  const math = inner.find(({ name }) => name === 'math');
  const graphic = inner.find(({ name }) => name === 'graphic' || name === 'inline-graphic');
  const said = bareTex(tex ? textOf(tex) : texOf(math));
  const text = math ? linearMath(math) : said ? '' : ownText(element);
  const href = said || text ? null : (graphic?.attributes.href ?? null);
  return { tex: said || null, text: text || said || '', href };
}

/** LaTeX that comes along with MathML. */
function texOf(math: XmlElement | undefined): string {
  if (!math) return '';
  const notes = [...descendants(math)].filter(({ name }) => name === 'annotation');
  const note = notes.find(({ attributes }) => /tex/i.test(attributes.encoding ?? ''));
  if (note) return textOf(note);
  // Elsewhere the attribute holds words for who cannot see the formula.
  const { alttext = '' } = math.attributes;
  return alttext.includes('\\') ? alttext : '';
}

/** Archives wrap each formula into a whole LaTeX document. */
function bareTex(text: string): string {
  const body = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(text)?.[1] ?? text;
  return body
    .trim()
    .replace(/^\$\$?|\$\$?$/g, '')
    .replace(/^\\\[|\\\]$/g, '')
    .replace(/^\\\(|\\\)$/g, '')
    .trim();
}

function ownText(element: XmlElement): string {
  const children = element.children.filter(
    child =>
      typeof child === 'string' || !['label', 'graphic', 'alternatives'].includes(child.name),
  );
  const text = textOf({ ...element, children });
  if (text) return text;
  const textual = [...descendants(element)].find(({ name }) => name === 'textual-form');
  return textOf(textual);
}
