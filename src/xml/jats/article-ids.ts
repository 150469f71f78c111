import { childElements, childOf, textOf, type XmlElement } from '../element.ts';

/** doi, pmcid, pmid and whatever else an article says it is called. */
export function articleIds(article: XmlElement): Record<string, string> {
  const meta = metaOf(article);
  const ids: Record<string, string> = {};
  for (const element of meta ? childElements(meta, 'article-id') : []) {
    const kind = (element.attributes['pub-id-type'] ?? 'other').toLowerCase();
    const value = textOf(element);
    if (value === '' || !/^[a-z][a-z0-9-]{0,30}$/.test(kind)) continue;
    // Some archives write the version behind it.
    const pmcid = /^(?:PMC)?(\d+)(?:\.\d+)?$/i.exec(value)?.[1];
    if (kind === 'pmc' || kind === 'pmcid') ids.pmcid ??= pmcid ? `PMC${pmcid}` : value;
    else if (kind === 'doi')
      ids.doi ??= value.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '');
    else ids[kind] ??= value;
  }
  return ids;
}

/** Where an article, or a part of one, says what it is. */
export function metaOf(article: XmlElement): XmlElement | undefined {
  const front = childOf(article, 'front', 'front-stub');
  if (!front) return undefined;
  return childOf(front, 'article-meta') ?? (front.name === 'front-stub' ? front : undefined);
}
