import { childElements, childOf, descendants, textOf, type XmlElement } from '../element.ts';
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
  for (const place of childElements(article, ...places)) collect(place, undefined, found);
  return found;
}

const closed = [
  ...['sub-article', 'response', 'disp-formula', 'inline-formula', 'chem-struct-wrap'],
  ...['table-wrap', 'supplementary-material', 'inline-supplementary-material'],
];

function collect(
  element: XmlElement,
  figure: XmlElement | undefined,
  found: FigureGraphic[],
): void {
  const own = isFigure(element) ? element : figure;
  for (const graphic of graphicsHere(element)) {
    const { permission, licence } = ownershipOf(own ?? graphic);
    const figureId = own?.attributes.id ?? null;
    found.push({ figure: figureId, href: graphic.attributes.href!.trim(), permission, licence });
  }
  for (const child of element.children)
    if (typeof child !== 'string' && !closed.includes(child.name)) collect(child, own, found);
}

function isFigure(element: XmlElement): boolean {
  return element.name === 'fig';
}

/** The pictures directly in an element: of alternatives the one that most can show. */
export function graphicsHere(element: XmlElement): XmlElement[] {
  if (element.name === 'alternatives') return [];
  const choices = childElements(element, 'alternatives').flatMap(alternatives => {
    const graphics = childElements(alternatives, 'graphic').filter(hasHref);
    return graphics.sort((a, b) => rankOf(a) - rankOf(b)).slice(0, 1);
  });
  return [...childElements(element, 'graphic').filter(hasHref), ...choices];
}

function hasHref(graphic: XmlElement): boolean {
  return Boolean(graphic.attributes.href?.trim());
}

/** Web formats before those made for print, thumbnails last. */
function rankOf(graphic: XmlElement): number {
  const { href = '', 'content-type': type = '', 'specific-use': use = '' } = graphic.attributes;
  if (/thumb/i.test(`${type} ${use}`)) return 9;
  const known = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'gif'];
  const rank = known.indexOf(/\.(\w+)$/.exec(href.trim().toLowerCase())?.[1] ?? '');
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
  const said = permissionWording(childElements(figure, 'caption').map(textOf).join(' '));
  const wording = [...new Set([...stated, said].filter(Boolean))].join(' ');
  return { permission: wording || null, licence: licenceIn(permissions) };
}
