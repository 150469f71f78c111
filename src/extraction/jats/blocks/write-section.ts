import { childOf, isElement } from '../../../xml/index.ts';
import { inlineOf } from '../inline.ts';
import type { BlockWriter } from '../writer.ts';
import { writeNotes } from './write-aside.ts';

const fallbackTitles: Readonly<Record<string, { en: string; zh: string }>> = {
  'ref-list': { en: 'References', zh: '参考文献' },
  ack: { en: 'Acknowledgements', zh: '致谢' },
  glossary: { en: 'Abbreviations', zh: '缩略语' },
};

/** A part with a heading of its own: a section, an appendix, a box. */
export const writeSection: BlockWriter = (element, writer, place) => {
  const level = Math.min(place.level + 1, 6);
  const label = childOf(element, 'label');
  const caption = childOf(element, 'caption');
  const title = childOf(element, 'title') ?? (caption && childOf(caption, 'title'));
  const heading = [label, title].map(part => (part ? inlineOf(part.children) : ''));
  const text =
    heading.filter(Boolean).join(' ') || (fallbackTitles[element.name]?.[writer.language] ?? '');
  if (text !== '')
    writer.push({ type: 'heading', level, text, note: place.note }, title?.children ?? []);
  writeNotes(title?.children ?? [], writer, place);
  const rest = element.children.filter(
    child => !isElement(child) || ![label, title].includes(child),
  );
  writer.write(
    rest.flatMap(child =>
      child === caption ? caption.children.filter(inner => inner !== title) : [child],
    ),
    text === '' ? place : { ...place, level },
  );
};

/** A box stands beside the text; what is in it says so. */
export const writeBox: BlockWriter = (element, writer, place) =>
  writeSection(element, writer, { ...place, note: 'boxed text' });
