import {
  childElements,
  childOf,
  descendants,
  paragraphsOf,
  textOf,
  type XmlElement,
} from '../element.ts';
import { licenceIn, type StatedLicence } from './article-licence.ts';
import { permissionWording } from './permission-wording.ts';

/** A picture that an article shows, as it names it. */
export type FigureGraphic = {
  /** The figure's own id, or null where a picture stands alone. */
  figure: string | null;
  href: string;
  /** What the figure says about whose it is. */
  permission: string | null;
  licence: StatedLicence | null;
};

/** Pictures of the article's figures; not of formulas, of tables set as pictures, nor of parts
 *  that are articles of their own. */
export function figureGraphics(article: XmlElement): FigureGraphic[] {
  const found: FigureGraphic[] = [];
  const places = ['body', 'back', 'floats-group', 'floats-wrap', 'front', 'front-stub'];
  for (const place of childElements(article, ...places)) collect(place, {}, found);
  return found;
}

const closed = [
  ...['sub-article', 'response', 'disp-formula', 'inline-formula', 'chem-struct-wrap'],
  ...['table-wrap', 'supplementary-material', 'inline-supplementary-material'],
];

type Holder = { figure?: XmlElement; group?: XmlElement };

function collect(element: XmlElement, around: Holder, found: FigureGraphic[]): void {
  const holder = { ...around };
  if (element.name === 'fig') holder.figure = element;
  if (element.name === 'fig-group') holder.group = element;
  for (const graphic of graphicsHere(element)) {
    const owners = [holder.figure ?? graphic, holder.group].flatMap(of =>
      of ? ownershipOf(of) : [],
    );
    found.push({
      figure: holder.figure?.attributes.id ?? null,
      href: graphic.attributes.href!.trim(),
      // What is said of a group is said of each figure in it.
      permission:
        owners
          .map(({ permission }) => permission)
          .filter(Boolean)
          .join(' ') || null,
      licence: owners.map(({ licence }) => licence).find(Boolean) ?? null,
    });
  }
  for (const child of element.children)
    if (typeof child !== 'string' && !closed.includes(child.name)) collect(child, holder, found);
}

/** The pictures directly in an element: of alternatives the one that most can show. */
export function graphicsHere(element: XmlElement): XmlElement[] {
  if (element.name === 'alternatives') return [];
  const choices = childElements(element, 'alternatives').flatMap(alternatives => {
    const graphics = childElements(alternatives, 'graphic').filter(hasHref);
    return graphics.sort((a, b) => rankOf(a) - rankOf(b)).slice(0, 1);
  });
  const graphics = childElements(element, 'graphic').filter(hasHref);
  const full = graphics.filter(graphic => !isThumbnail(graphic));
  return [...(full.length > 0 ? full : graphics), ...choices];
}

function isThumbnail({ attributes }: XmlElement): boolean {
  return /thumb/i.test(`${attributes['content-type'] ?? ''} ${attributes['specific-use'] ?? ''}`);
}

function hasHref(graphic: XmlElement): boolean {
  return Boolean(graphic.attributes.href?.trim());
}

/** Web formats before those made for print, thumbnails last. */
function rankOf(graphic: XmlElement): number {
  if (isThumbnail(graphic)) return 9;
  const known = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'gif'];
  const ending = /\.(\w+)$/.exec(graphic.attributes.href!.trim().toLowerCase())?.[1] ?? '';
  const rank = known.indexOf(ending);
  return rank < 0 ? 7 : rank;
}

/** Whose a figure is, by its own permissions, its attribution and its caption. */
export function ownershipOf(figure: XmlElement): {
  permission: string | null;
  licence: StatedLicence | null;
} {
  const permissions = childOf(figure, 'permissions');
  const stated = [
    ...(permissions ? descendants(permissions) : []),
    ...childElements(figure, 'attrib', 'copyright-statement'),
  ]
    .filter(({ name }) => /^(copyright-(statement|holder)|license|attrib)$/.test(name))
    .map(textOf);
  const said = childElements(figure, 'caption').flatMap(paragraphsOf).map(permissionWording);
  const wording = [...new Set([...stated, ...said].filter(Boolean))].join(' ');
  return { permission: wording || null, licence: licenceIn(permissions) };
}
