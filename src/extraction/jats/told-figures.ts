import { childElements, descendants, graphicsHere, type XmlElement } from '../../xml/index.ts';

const known = new WeakMap<XmlElement, ReadonlySet<XmlElement>>();
const none: ReadonlySet<XmlElement> = new Set();

/** The figures of a group that are only captions, one a language: the picture stands in the group. Found
 *  once a group, since each of its figures asks. */
export function toldFigures(group: XmlElement | undefined): ReadonlySet<XmlElement> {
  if (!group) return none;
  const before = known.get(group);
  if (before) return before;
  const told =
    graphicsHere(group).length === 0
      ? none
      : new Set(childElements(group, 'fig').filter(figure => picturesOf(figure).length === 0));
  known.set(group, told);
  return told;
}

/** In order, with those that stand in the paragraphs of a figure. */
export function picturesOf(figure: XmlElement): string[] {
  const inner = [figure, ...descendants(figure, ({ name }) => name !== 'fig')];
  const graphics = inner.flatMap(graphicsHere).map(hrefOf);
  if (graphics.length > 0) return [...new Set(graphics)];
  return childElements(figure, 'media').map(hrefOf).filter(Boolean);
}

export function hrefOf(graphic: XmlElement): string {
  return graphic.attributes.href?.trim() ?? '';
}
