import { escapeInline } from '../../../contracts/document/index.ts';
import { childElements, childOf, isElement, textOf, type XmlElement } from '../../../xml/index.ts';
import { inlineOf, plainOf, tidy } from '../inline.ts';
import type { BlockWriter } from '../writer.ts';

/** One reference: its number in brackets and its words as they stand, or made from its parts. */
export const writeReference: BlockWriter = (element, writer) => {
  const label = childOf(element, 'label');
  const number = label ? plainOf(label.children).replace(/^\[|[\].]+$/g, '') : '';
  const citations = childElements(
    element,
    ...['mixed-citation', 'element-citation', 'nlm-citation', 'citation'],
    ...['citation-alternatives', 'note'],
  );
  const text = citations.map(wordsOf).filter(Boolean).join(' ');
  if (text === '') return;
  writer.push({ type: 'reference', text: number ? `[${escapeInline(number)}] ${text}` : text }, []);
};

function wordsOf(citation: XmlElement): string {
  if (citation.name === 'citation-alternatives') {
    const best = childOf(citation, 'mixed-citation', 'element-citation', 'nlm-citation');
    return best ? wordsOf(best) : '';
  }
  const isWritten = citation.children.some(child => !isElement(child) && /[^\s.,;]/.test(child));
  const isMixed = ['mixed-citation', 'note'].includes(citation.name) || isWritten;
  return isMixed ? inlineOf(citation.children) : assembled(citation);
}

/** Authors, title, source, year; volume(issue): pages, address. */
function assembled(citation: XmlElement): string {
  const say = (...names: string[]) => escapeInline(textOf(childOf(citation, ...names)));
  const people = childElements(citation, 'person-group', 'name', 'collab', 'string-name');
  const authors = people.map(peopleOf).filter(Boolean).join(', ');
  const issue = say('issue');
  const volume = `${say('volume')}${issue && `(${issue})`}`;
  const pages = [say('fpage', 'elocation-id'), say('lpage')].filter(Boolean).join('–');
  const where = [volume, pages].filter(Boolean).join(':');
  const when = [say('year'), where].filter(Boolean).join(';');
  const ids = childElements(citation, 'pub-id').map(id => {
    const kind = id.attributes['pub-id-type'] ?? '';
    return escapeInline([kind, textOf(id)].filter(Boolean).join(':'));
  });
  const title = say('article-title', 'chapter-title', 'part-title', 'data-title');
  return tidy(
    [authors, title, say('source'), say('publisher-name'), when, ...ids, say('comment')]
      .filter(Boolean)
      .map(part => part.replace(/[.\s]+$/, ''))
      .join('. ')
      .concat('.'),
  );
}

function peopleOf(element: XmlElement): string {
  if (element.name === 'person-group')
    return element.children.filter(isElement).map(peopleOf).filter(Boolean).join(', ');
  if (element.name === 'name')
    return escapeInline(
      [childOf(element, 'surname'), childOf(element, 'given-names')].map(textOf).join(' ').trim(),
    );
  return element.name === 'etal' ? 'et al' : escapeInline(textOf(element));
}
