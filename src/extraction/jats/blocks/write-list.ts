import { childElements, childOf, isElement, type XmlElement } from '../../../xml/index.ts';
import { plainOf } from '../inline.ts';
import type { BlockWriter, Place, Writer } from '../writer.ts';

export const writeList: BlockWriter = (element, writer, place) => {
  const title = childOf(element, 'title');
  if (title) writer.write(title.children, place);
  const type = element.attributes['list-type'] ?? '';
  const items = childElements(element, 'list-item');
  const from = Number(/^\d{1,6}$/.exec(element.attributes['start-at'] ?? '')?.[0] ?? 1);
  items.forEach((item, at) => {
    const label = childOf(item, 'label');
    const own = label ? plainOf(label.children) : '';
    const numbered = /^\(?(\d{1,6})[.)]?$/.exec(own)?.[1];
    const counted = type.startsWith('order') || type === 'number' ? String(from + at) : undefined;
    const number = numbered ?? (own === '' ? counted : undefined);
    // Letters and Roman numbers are no markers of Markdown: they stay words of the item.
    const prefix = number || /^[•●○■▪–—*·-]?$/.test(own) ? letterOf(type, at, own) : own;
    writeItem(item, writer, place, number ? `${number}.` : '-', prefix);
  });
};

function letterOf(type: string, at: number, own: string): string {
  if (own !== '' || at > 25) return '';
  if (type.startsWith('alpha-lower')) return `${String.fromCharCode(97 + at)})`;
  return type.startsWith('alpha') ? `${String.fromCharCode(65 + at)})` : '';
}

/** The first paragraph of an item carries its marker; what follows in it are blocks. */
function writeItem(
  item: XmlElement,
  writer: Writer,
  place: Place,
  marker: string,
  prefix: string,
): void {
  const first = writer.blocks.length;
  const content = item.children.filter(child => !isElement(child) || child.name !== 'label');
  writer.write(content, { ...place, listLevel: place.listLevel + 1 });
  const block = writer.blocks[first];
  if (block?.type !== 'paragraph') return;
  block.type = 'list-item';
  block.level = Math.min(place.listLevel + 1, 6);
  block.marker = marker;
  if (prefix) block.text = `${prefix} ${block.text}`;
}

export const writeDefinitions: BlockWriter = (element, writer, place) => {
  const title = childOf(element, 'title');
  if (title) writer.write(title.children, place);
  for (const item of childElements(element, 'def-item')) {
    const [term, definition] = [childOf(item, 'term'), childOf(item, 'def')];
    const name = term ? plainOf(term.children) : '';
    const first = writer.blocks.length;
    writer.write(definition?.children ?? [], { ...place, listLevel: place.listLevel + 1 });
    const block = writer.blocks[first];
    if (block?.type === 'paragraph') {
      block.type = 'list-item';
      block.marker = '-';
      block.level = Math.min(place.listLevel + 1, 6);
      if (name) block.text = `${name}: ${block.text}`;
    } else if (name) writer.write([name], place);
  }
};
