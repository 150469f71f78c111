import { descendants, isElement, type XmlElement, type XmlNode } from '../../xml/index.ts';

/** Notes set into running text, a caption, a heading or a table, not those within another note. */
export function notesIn(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes
    .filter(isElement)
    .flatMap(node => [node, ...(node.name === 'fn' ? [] : descendants(node, isOutside))])
    .filter(({ name }) => name === 'fn');
}

function isOutside({ name }: XmlElement): boolean {
  return name !== 'fn';
}
