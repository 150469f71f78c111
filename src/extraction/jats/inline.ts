import { escapeInline } from '../../contracts/document/index.ts';
import { isElement, textOf, type XmlElement, type XmlNode } from '../../xml/index.ts';
import { readFormula } from './formula.ts';
import { hugMark } from './hug-mark.ts';

/** Running text as inline Markdown on one line. */
export function inlineOf(nodes: readonly XmlNode[]): string {
  return tidy(joined(nodes));
}

/** The same without marks, for captions, labels and titles that are matched by their words. */
export function plainOf(nodes: readonly XmlNode[]): string {
  return tidy(nodes.map(node => (isElement(node) ? plainPart(node) : node)).join(''));
}

export function tidy(text: string): string {
  return text
    .replace(/[ \t\r\n\u2028\u2029]+/g, ' ')
    .replace(/ (?=[,;.)\]](?:\s|$))/g, '')
    .trim();
}

/** Parts side by side, none of whose marks is a star to its reader. */
function joined(nodes: readonly XmlNode[]): string {
  const parts = nodes.map(partOf);
  return parts
    .map((part, at) => {
      const node = nodes[at]!;
      if (!isElement(node) || !marks.has(node.name)) return part;
      return hugMark(part, parts[at - 1]?.at(-1) ?? '', parts[at + 1]?.[0] ?? '');
    })
    .join('');
}

const marks = new Map([
  ...['bold', 'b'].map(name => [name, '**'] as const),
  ...['italic', 'i', 'em'].map(name => [name, '*'] as const),
]);

function partOf(node: XmlNode): string {
  if (!isElement(node)) return escapeInline(node.replace(/\s+/g, ' '));
  const inner = () => joined(node.children);
  const mark = marks.get(node.name);
  if (mark) return marked(inner(), mark);
  switch (node.name) {
    case 'sup':
      return raised(inner(), 'sup');
    case 'sub':
      return raised(inner(), 'sub');
    case 'monospace':
    case 'code':
      return code(plainOf(node.children));
    case 'ext-link':
    case 'uri':
      return link(inner(), node);
    case 'inline-formula':
    case 'chem-struct':
      return formula(node);
    case 'tex-math':
    case 'math':
      return formula({ ...node, name: 'inline-formula', children: [node] });
    default:
      return silent.has(node.name) ? '' : (sign(node) ?? `${inner()}${spaceAfter(node)}`);
  }
}

function plainPart(node: XmlElement): string {
  if (silent.has(node.name)) return '';
  if (['inline-formula', 'tex-math', 'math'].includes(node.name)) {
    const holder = { ...node, name: 'inline-formula', children: [node] };
    return readFormula(node.name === 'inline-formula' ? node : holder).text;
  }
  const inner = () => node.children.map(n => (isElement(n) ? plainPart(n) : n)).join('');
  return sign(node) ?? `${inner()}${spaceAfter(node)}`;
}

/** What says something to a machine or an index only. */
const silent = new Set([
  ...['object-id', 'index-term', 'target', 'alt-text', 'long-desc', 'processing-meta'],
  ...['hr', 'x-ref', 'milestone-start', 'milestone-end', 'fn', 'textual-form-alternative'],
]);

/** Elements that stand for a sign of their own. */
function sign(node: XmlElement): string | undefined {
  if (node.name === 'break') return ' ';
  if (node.name === 'etal') return textOf(node) || 'et al';
  if (node.name === 'inline-graphic' || node.name === 'private-char') {
    const said = node.children.filter(isElement).find(child => child.name === 'alt-text');
    return said ? escapeInline(textOf(said)) : ' [inline graphic] ';
  }
  if (node.name === 'alternatives') {
    const [best] = node.children.filter(isElement).filter(child => child.name !== 'graphic');
    return best ? partOf(best) : '';
  }
  return undefined;
}

/** Blocks that ended up inside running text must not run into the next word. */
function spaceAfter(node: XmlElement): string {
  return ['p', 'title', 'label', 'list-item', 'td', 'th', 'sec', 'attrib'].includes(node.name)
    ? ' '
    : '';
}

/** Marks hug the word: Markdown takes `** word **` for stars. */
function marked(inner: string, mark: string): string {
  const core = inner.trim();
  if (core === '' || core.includes('*')) return inner;
  const before = inner.startsWith(core[0]!) ? '' : ' ';
  const after = inner.endsWith(core.at(-1)!) ? '' : ' ';
  return `${before}${mark}${core}${mark}${after}`;
}

function raised(inner: string, tag: 'sup' | 'sub'): string {
  return inner.trim() === '' ? inner : `<${tag}>${inner.trim()}</${tag}>`;
}

function code(text: string): string {
  return text === '' ? '' : text.includes('`') ? escapeInline(text) : `\`${text}\``;
}

/** The address only where the words do not show it, and only of kinds that lead to a page. */
function link(inner: string, node: XmlElement): string {
  const href = node.attributes.href?.trim() ?? '';
  const shown = textOf(node);
  if (!/^(https?|ftp):\/\/[^\s<>()\\]+$/i.test(href) || shown === '' || /[[\]]/.test(inner))
    return inner;
  const isSame = (a: string) =>
    href.replace(/^\w+:\/\/|\/$/g, '') === a.replace(/^\w+:\/\/|\/$/g, '');
  return isSame(shown) ? inner : `[${inner.trim()}](${href})`;
}

function formula(node: XmlElement): string {
  const { tex, text } = readFormula(node);
  return tex ? `$${tex}$` : escapeInline(text);
}
