import type { DocumentFigure } from '../../../contracts/document/index.ts';
import { childElements, isElement, type XmlElement, type XmlNode } from '../../../xml/index.ts';
import { type CaptionLine, captionOf, ended } from '../caption.ts';
import { describeFigure } from '../index-figures.ts';
import { type BlockWriter, escapeStart, type Place, type Writer } from '../writer.ts';
import { writeNotes } from './write-aside.ts';

/** A figure: its pictures, then its caption, then what else stands in it. */
export const writeFigure: BlockWriter = (element, writer, place) => {
  showPictures(element, writer.index.of.get(element) ?? [], writer);
  writeCaption(element, writer, place);
  writeRest(element, writer, place);
};

function writeRest(element: XmlElement, writer: Writer, place: Place): void {
  for (const panel of childElements(element, 'graphic')) writeCaption(panel, writer, place);
  const rest = element.children.filter(child => isElement(child) && !shown.has(child.name));
  writer.write(rest, place);
}

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
  const panels = panelsOf(element, writer);
  writer.write(first, place);
  for (const panel of panels) showPictures(panel, writer.index.of.get(panel) ?? [], writer);
  const isRest = (child: XmlNode) =>
    !first.includes(child) && !panels.includes(child as XmlElement);
  writer.write(inner.filter(isRest), place);
  writeLines(withPanels(captionOf(element).lines, panels), writer, place);
  for (const panel of panels) writeRest(panel, writer, place);
};

/** Figures of a group that have no number: what is said of each stands in the caption of all, where it is
 *  known whose it is. */
function panelsOf(group: XmlElement, { index }: Writer): XmlElement[] {
  const figures = childElements(group, 'fig');
  const { label, lines } = captionOf(group);
  if (label === null || lines.length === 0) return [];
  const isPanel = (figure: XmlElement) =>
    index.of.has(figure) && !/\d/.test(captionOf(figure).label ?? '');
  return figures.every(isPanel) ? figures : [];
}

/** In a bilingual journal each caption has the panels of its language. */
function withPanels(lines: readonly CaptionLine[], panels: readonly XmlElement[]): CaptionLine[] {
  const all = lines.map(line => ({ ...line, nodes: [...line.nodes] }));
  for (const panel of panels)
    captionOf(panel).lines.forEach((line, at) => {
      const own = all[Math.min(at, all.length - 1)]!;
      own.markdown = `${ended(own.markdown)} ${line.markdown}`;
      own.nodes.push(...line.nodes);
    });
  return all;
}

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
  writeLines(captionOf(element).lines, writer, place);
}

function writeLines(lines: readonly CaptionLine[], writer: Writer, place: Place): void {
  for (const { markdown, nodes } of lines) {
    writer.push({ type: 'caption', text: escapeStart(markdown) }, nodes);
    writeNotes(nodes, writer, place);
  }
}
