import { childElements, childOf, descendants, textOf, type XmlElement } from '../element.ts';
import { metaOf } from './article-ids.ts';

export type StatedLicence = { text: string | null; href: string | null };

/** What an article itself says may be done with it: the wording and the address of its licence. */
export function articleLicence(article: XmlElement): StatedLicence | null {
  const meta = metaOf(article);
  const permissions = meta && childOf(meta, 'permissions');
  return licenceIn(permissions ?? meta);
}

/** The licence within an element that holds permissions, an article's or a figure's. */
export function licenceIn(permissions: XmlElement | undefined): StatedLicence | null {
  if (!permissions) return null;
  const licences = childElements(permissions, 'license');
  const statements = childElements(permissions, 'copyright-statement');
  // Older articles put the whole wording beside the copyright line.
  const elements = licences.length > 0 ? licences : statements;
  const references = childElements(permissions, 'license_ref');
  const text = [...new Set(elements.map(textOf).filter(Boolean))].join(' ');
  const hrefs = [...licences, ...references, ...statements].flatMap(hrefsOf);
  const href = hrefs.find(address => /creativecommons\.org/i.test(address)) ?? hrefs[0] ?? null;
  return text || href ? { text: text || null, href } : null;
}

function hrefsOf(element: XmlElement): string[] {
  const found = [element.attributes.href];
  if (element.name === 'license_ref') found.push(textOf(element));
  for (const inner of descendants(element)) {
    found.push(inner.attributes.href);
    if (inner.name === 'license_ref' || inner.name === 'uri') found.push(textOf(inner));
  }
  return found.map(address => address?.trim() ?? '').filter(address => /^https?:/i.test(address));
}

/** Whose an article is: its copyright lines. */
export function articleOwners(article: XmlElement): string {
  const meta = metaOf(article);
  const permissions = meta && (childOf(meta, 'permissions') ?? meta);
  if (!permissions) return '';
  return childElements(permissions, 'copyright-statement', 'copyright-holder')
    .map(textOf)
    .join(' ');
}
