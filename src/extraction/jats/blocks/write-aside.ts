import {
  childElements,
  childOf,
  descendants,
  isElement,
  type XmlElement,
  type XmlNode,
} from '../../../xml/index.ts';
import { captionOf } from '../caption.ts';
import { inlineOf, plainOf } from '../inline.ts';
import { notesIn } from '../notes-in.ts';
import { type BlockWriter, escapeStart, type Place, type Writer } from '../writer.ts';

/** Verse, speech and quotations. */
export const writeQuote: BlockWriter = (element, writer, place) => {
  const first = writer.blocks.length;
  writer.write(element.children, place);
  for (const block of writer.blocks.slice(first))
    if (block.type === 'paragraph') block.type = 'quote';
};

/** A footnote, where the text has it or in a group at its end. */
export const writeFootnote: BlockWriter = (element, writer, place) => {
  const label = childOf(element, 'label');
  const first = writer.blocks.length;
  writer.write(
    element.children.filter(child => child !== label),
    place,
  );
  const sign = label ? inlineOf(label.children) : '';
  writer.blocks.slice(first).forEach((block, at) => {
    if (block.type === 'paragraph') block.type = 'footnote';
    if (at === 0 && sign && block.type === 'footnote')
      block.text = escapeStart(`${sign} ${block.text}`);
  });
};

/** Notes set into a caption, a heading or a table stand behind it. */
export function writeNotes(nodes: readonly XmlNode[], writer: Writer, place: Place): void {
  for (const note of notesIn(nodes)) writeFootnote(note, writer, place);
}

/** What comes beside an article: said where it stands, by its name. */
export const writeSupplement: BlockWriter = (element, writer, place) => {
  // Most publishers put name and caption into the file's own element.
  const holders = [element, ...childElements(element, 'media')];
  const said = holders.flatMap(holder => captionOf(holder).lines).map(({ markdown }) => markdown);
  const own = inlineOf(element.children.filter(child => !isElement(child) || child.name === 'p'));
  const text = [...said, said.length > 0 ? '' : own].filter(Boolean).join(' ');
  const name = hrefOf(element);
  const shown = [text, name && `(${name})`].filter(Boolean).join(' ');
  if (shown !== '')
    writer.push(
      { type: 'paragraph', text: escapeStart(shown), note: 'supplementary material' },
      element.children,
    );
  writeNotes(element.children, writer, place);
};

function hrefOf(element: XmlElement): string {
  const holders = [element, ...descendants(element)];
  return plainOf([holders.find(({ attributes }) => attributes.href)?.attributes.href ?? '']);
}
