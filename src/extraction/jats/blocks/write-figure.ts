import type { DocumentFigure } from '../../../contracts/document/index.ts';
import { childElements, isElement, type XmlElement, type XmlNode } from '../../../xml/index.ts';
import { captionOf } from '../caption.ts';
import { describeFigure } from '../index-figures.ts';
import { type BlockWriter, escapeStart, type Place, type Writer } from '../writer.ts';
import { writeNotes } from './write-aside.ts';

/** A figure: its pictures, then its caption, then what else stands in it. */
export const writeFigure: BlockWriter = (element, writer, place) => {
  showPictures(element, writer.index.of.get(element) ?? [], writer);
  writeCaption(element, writer, place);
  for (const panel of childElements(element, 'graphic')) writeCaption(panel, writer, place);
  const rest = element.children.filter(child => isElement(child) && !shown.has(child.name));
  writer.write(rest, place);
};

const shown = new Set([
  ...['label', 'caption', 'title', 'graphic', 'alternatives', 'media', 'permissions', 'attrib'],
  ...['object-id', 'alt-text', 'long-desc', 'abstract', 'kwd-group', 'ext-link'],
]);

/** The figures of a group, then what is said of all of them. */
export const writeFigureGroup: BlockWriter = (element, writer, place) => {
  const inner = element.children.filter(
    child => isElement(child) && !['label', 'caption', 'title'].includes(child.name),
  );
  // A picture before what is said of it, wherever the file has it.
  const isPicture = (child: XmlNode) => isElement(child) && writer.index.of.has(child);
  const first = inner.filter(child => isPicture(child) && isElement(child) && child.name !== 'fig');
  writer.write([...first, ...inner.filter(child => !first.includes(child))], place);
  writeCaption(element, writer, place);
};

/** A picture without a figure around it. */
export const writeGraphic: BlockWriter = (element, writer, place) => {
  const figures = writer.index.of.get(element);
  if (!figures) return;
  showPictures(element, figures, writer);
  writeCaption(element, writer, place);
};

export const writeAlternatives: BlockWriter = (element, writer, place) => {
  const best = childElements(element, 'table', 'disp-formula', 'math', 'tex-math')[0];
  const graphic = childElements(element, 'graphic').find(child => writer.index.of.has(child));
  if (best) writer.write([best], place);
  else if (graphic) writeGraphic(graphic, writer, place);
};

function showPictures(
  element: XmlElement,
  figures: readonly DocumentFigure[],
  writer: Writer,
): void {
  for (const { id, label } of figures)
    writer.push({ type: 'figure', figure: id, text: describeFigure(element, label) }, []);
}

export function writeCaption(element: XmlElement, writer: Writer, place: Place): void {
  for (const { markdown, nodes } of captionOf(element).lines) {
    writer.push({ type: 'caption', text: escapeStart(markdown) }, nodes);
    writeNotes(nodes, writer, place);
  }
}
