import {
  childElements,
  childOf,
  isElement,
  type XmlElement,
  type XmlNode,
} from '../../xml/index.ts';
import { inlineOf, plainOf } from './inline.ts';

export type CaptionLine = { markdown: string; plain: string; nodes: XmlNode[] };

export type Caption = {
  label: string | null;
  /** One a language: a figure of a bilingual journal has two. */
  lines: CaptionLine[];
};

/** Label and caption of a figure, a table, a box: the caption's first words are its label. */
export function captionOf(element: XmlElement): Caption {
  const labels = childElements(element, 'label').map(label => plainOf(label.children));
  const captions = childElements(element, 'caption', 'caption-title');
  const ownTitle = childOf(element, 'title');
  if (captions.length === 0 && ownTitle) captions.push(ownTitle);
  const count = Math.max(captions.length, labels.some(Boolean) ? 1 : 0);
  const lines = Array.from({ length: count }, (_, at) => {
    const nodes = captions[at]?.children ?? [];
    // A second caption under one label is a translation, or goes on with the first.
    const label = labels[at] ?? '';
    return {
      markdown: withLabel(label, partsOf(nodes).map(inlineOf)),
      plain: withLabel(label, partsOf(nodes).map(plainOf)),
      nodes,
    };
  }).filter(({ plain }) => plain !== '');
  const label = labels.find(Boolean)?.replace(/[\s.:：。,，]+$/, '') ?? '';
  return { label: label || null, lines };
}

/** Title and paragraphs, and text that stands loose between them. */
function partsOf(nodes: readonly XmlNode[]): XmlNode[][] {
  const parts: XmlNode[][] = [];
  let loose: XmlNode[] = [];
  const close = () => {
    if (loose.some(node => isElement(node) || node.trim() !== '')) parts.push(loose);
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !['title', 'p', 'subtitle', 'trans-title'].includes(node.name)) {
      loose.push(node);
      continue;
    }
    close();
    parts.push(node.children);
  }
  close();
  return parts;
}

function withLabel(label: string, parts: string[]): string {
  const text = parts
    .filter(Boolean)
    .reduce((all, part) => (all ? `${ended(all)} ${part}` : part), '');
  if (label === '') return text;
  if (text === '') return label;
  const isClosed = /[.:：。,，|]$/.test(label) || /\p{Script=Han}/u.test(label);
  return isClosed ? `${label} ${text}` : `${label}. ${text}`;
}

/** With a stop, so that it does not run into what follows. */
export function ended(text: string): string {
  return /[.:;,!?。：；，！？)）*>]$/.test(text) ? text : `${text}.`;
}
