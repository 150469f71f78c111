import { isElement, type XmlElement } from '../element.ts';

/** What archives wrap articles in when they hand them out. */
const wrappers = [
  ...['pmc-articleset', 'articles', 'articleset', 'collection'],
  ...['oai-pmh', 'getrecord', 'listrecords', 'record', 'metadata'],
];

const parts = ['front', 'front-stub', 'body', 'back', 'floats-group', 'floats-wrap'];

/** The articles of a file: mostly its root, else what stands in an archive's wrapping. A page of
 *  HTML has an `article` too, but none of its parts. */
export function findArticles(root: XmlElement): XmlElement[] {
  if (root.name === 'article') return isArticle(root) ? [root] : [];
  if (!wrappers.includes(root.name)) return [];
  return root.children.filter(isElement).flatMap(findArticles);
}

function isArticle(element: XmlElement): boolean {
  return element.children.some(child => isElement(child) && parts.includes(child.name));
}
