import type { DocumentFigure, DocumentReject } from '../../contracts/document/index.ts';
import {
  childElements,
  childOf,
  descendants,
  graphicsHere,
  ownershipOf,
  textOf,
  type XmlElement,
} from '../../xml/index.ts';
import { captionOf } from './caption.ts';
import { hrefOf, picturesOf, toldFigures } from './told-figures.ts';

/** A picture that is at hand: its place in the document's folder. */
export type Picture = { file: string; sha256: string };
/** `withheld`: it may not be shown, and whoever keeps it back has said so. */
export type PictureOf = (href: string) => Picture | 'withheld' | undefined;

export type FigureIndex = {
  figures: DocumentFigure[];
  /** What shows in an element: in a `fig`, or in a picture that stands alone. */
  of: Map<XmlElement, DocumentFigure[]>;
  /** The figures that an id in the file means: of a group all in it. */
  byId: Map<string, string[]>;
  rejects: DocumentReject[];
};

const mostFigures = 5000;
const longestCaption = 20_000;

/** Every figure of an article before its text is read, for the text speaks of later ones. */
export function indexFigures(places: readonly XmlElement[], pictureOf?: PictureOf): FigureIndex {
  const index: FigureIndex = { figures: [], of: new Map(), byId: new Map(), rejects: [] };
  const taken = new Set<string>();
  const parents = new Map<XmlElement, XmlElement>();

  const add = (element: XmlElement, holder: XmlElement, href: string | null) => {
    if (index.figures.length >= mostFigures) {
      index.rejects.push(rejectAt(element, 'figure-over-limit'));
      return;
    }
    const id = freeId(holder, taken, index.figures.length + 1);
    const figure = figureOf(holder, groupOf(holder, parents), id, href);
    const picture = href ? pictureOf?.(href) : undefined;
    if (typeof picture === 'object') Object.assign(figure, picture);
    else if (pictureOf && !picture) index.rejects.push(rejectAt(element, 'figure-missing'));
    index.figures.push(figure);
    const shown = index.of.get(element);
    if (shown) shown.push(figure);
    else index.of.set(element, [figure]);
  };

  const shown = new Map<XmlElement, Set<XmlElement>>();
  const shows = (around: XmlElement) => {
    const known = shown.get(around) ?? new Set(isTabled(around) ? [] : graphicsHere(around));
    shown.set(around, known);
    return known;
  };

  for (const place of places) {
    for (const element of [place, ...descendants(place, isOwnText)]) {
      for (const child of element.children)
        if (typeof child !== 'string') parents.set(child, element);
      if (element.name === 'fig') {
        if (toldFigures(groupOf(element, parents)).has(element)) continue;
        const hrefs = picturesOf(element);
        for (const href of hrefs.length > 0 ? hrefs : [null]) add(element, element, href);
      } else if (element.name === 'graphic') {
        const parent = parents.get(element)!;
        const around = parent.name === 'alternatives' ? parents.get(parent)! : parent;
        if (!shows(around).has(element) || isInside(around, parents, figureLike)) continue;
        const holdsCaption = ['table-wrap', 'fig-group'].includes(around.name);
        add(element, holdsCaption ? around : element, hrefOf(element));
      }
    }
  }
  for (const [element, figures] of index.of)
    nameFigures(
      element,
      figures.map(({ id }) => id),
      parents,
      index.byId,
    );
  return index;
}

/** Formulas set as pictures are no figures, nor is what supplements an article. */
const figureLike = [
  ...['fig', 'disp-formula', 'inline-formula', 'chem-struct-wrap', 'chem-struct'],
  ...['supplementary-material', 'tex-math', 'math', 'media'],
];

function isOwnText({ name }: XmlElement): boolean {
  return name !== 'sub-article' && name !== 'response' && name !== 'math';
}

/** A table that is there as such needs no picture of it. */
function isTabled(element: XmlElement): boolean {
  return element.name === 'table-wrap' && [...descendants(element)].some(isTable);
}

function isTable({ name }: XmlElement): boolean {
  return name === 'table' || name === 'tgroup';
}

function isInside(
  element: XmlElement,
  parents: Map<XmlElement, XmlElement>,
  names: readonly string[],
): boolean {
  for (let at: XmlElement | undefined = element; at; at = parents.get(at))
    if (names.includes(at.name)) return true;
  return false;
}

function groupOf(
  element: XmlElement,
  parents: Map<XmlElement, XmlElement>,
): XmlElement | undefined {
  const parent = parents.get(element);
  return parent?.name === 'fig-group' ? parent : undefined;
}

/** A panel that has no number of its own goes by its group's, and what is said of the group is
 *  said of it. */
function figureOf(
  holder: XmlElement,
  group: XmlElement | undefined,
  id: string,
  href: string | null,
): DocumentFigure {
  const own = captionOf(holder.name === 'fig-group' ? toldBy(holder) : holder);
  const shared = group && captionOf(group);
  const lines = [...own.lines, ...(shared?.lines ?? [])].map(({ plain }) => plain);
  const caption = lines.join('\n');
  return {
    id,
    file: null,
    sha256: null,
    page: null,
    box: null,
    label: labelOf(own.label, shared?.label ?? null),
    caption:
      caption.length > longestCaption ? `${caption.slice(0, longestCaption)}…` : caption || null,
    kind: 'graphic',
    permission: ownershipOf(holder).permission ?? (group ? ownershipOf(group).permission : null),
    href,
  };
}

/** A panel that is only a letter is that panel of its group. */
function labelOf(own: string | null, shared: string | null): string | null {
  if (own === null || shared === null || /\d/.test(own)) return own ?? shared;
  const letter = /^[([（]?([A-Za-z])[)\]）]?$/.exec(own)?.[1];
  return letter ? `${shared}${letter}` : shared;
}

/** The id of the file where it can stand in a path, else a number. */
function freeId(element: XmlElement, taken: Set<string>, number: number): string {
  const own = element.attributes.id ?? '';
  const base = /^\w[\w.-]{0,79}$/.test(own) ? own : `figure-${number}`;
  let id = base;
  for (let again = 2; taken.has(id.toLowerCase()); again++) id = `${base}-${again}`;
  taken.add(id.toLowerCase());
  return id;
}

/** Such a group is told by the figures in it. */
function toldBy(group: XmlElement): XmlElement {
  const figures = [...toldFigures(group)];
  if (childOf(group, 'label', 'caption') || figures.length === 0) return group;
  const children = figures.flatMap(figure => childElements(figure, 'label', 'caption', 'title'));
  return { ...group, children };
}

function nameFigures(
  element: XmlElement,
  ids: readonly string[],
  parents: Map<XmlElement, XmlElement>,
  byId: Map<string, string[]>,
): void {
  const own = element.attributes.id;
  if (own && !byId.has(own)) byId.set(own, [...ids]);
  const inner = element.name === 'fig' ? descendants(element) : [];
  for (const part of inner)
    if (['graphic', 'caption', 'label'].includes(part.name) && part.attributes.id)
      byId.set(part.attributes.id, [...ids]);
  for (let group = parents.get(element); group; group = parents.get(group)) {
    if (group.name !== 'fig-group') continue;
    for (const { attributes } of [group, ...toldFigures(group)]) {
      if (!attributes.id) continue;
      const held = byId.get(attributes.id);
      if (held) held.push(...ids);
      else byId.set(attributes.id, [...ids]);
    }
  }
}

function rejectAt(element: XmlElement, reason: DocumentReject['reason']): DocumentReject {
  return { page: null, place: `line ${element.line}`, reason };
}

/** A few words for who cannot see the picture. */
export function describeFigure(element: XmlElement, label: string | null): string {
  const said = textOf(childOf(element, 'alt-text'));
  const graphic = childOf(element, 'graphic');
  const inner = graphic ? textOf(childOf(graphic, 'alt-text')) : '';
  return (said || inner || label || '').slice(0, 300);
}
