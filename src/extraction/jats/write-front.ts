import type { Language } from '../../spine/index.ts';
import {
  childElements,
  childOf,
  isElement,
  metaOf,
  type XmlElement,
  type XmlNode,
} from '../../xml/index.ts';
import { inlineOf, plainOf } from './inline.ts';
import { escapeStart, type Place, type Writer } from './writer.ts';

const words = {
  abstract: { en: 'Abstract', zh: '摘要' },
  keywords: { en: 'Keywords', zh: '关键词' },
};

export function titleNodes(article: XmlElement): XmlNode[] {
  const meta = metaOf(article);
  const group = meta && (childOf(meta, 'title-group') ?? meta);
  const title = group && childOf(group, 'article-title');
  const subtitle = group && childOf(group, 'subtitle');
  if (!title) return [];
  const nodes = subtitle ? [...title.children, ': ', ...subtitle.children] : title.children;
  return nodes.filter(node => !isElement(node) || !isNoteSign(node));
}

/** The star behind a title that leads to a note about the title. */
function isNoteSign({ name, attributes }: XmlElement): boolean {
  return (
    name === 'fn' ||
    (name === 'xref' && /^(fn|aff|corresp|author-notes)/.test(attributes['ref-type'] ?? ''))
  );
}

/** Title, abstracts and keywords; who wrote it and where is no text to learn from. */
export function writeFront(article: XmlElement, writer: Writer, language: Language | null): void {
  const meta = metaOf(article);
  const title = titleNodes(article);
  const text = inlineOf(title);
  if (text !== '') writer.push({ type: 'heading', level: 1, text }, title);
  if (!meta) return;
  for (const group of childElements(childOf(meta, 'title-group') ?? meta, 'trans-title-group')) {
    const translated = inlineOf(childOf(group, 'trans-title')?.children ?? []);
    if (translated !== '')
      writer.push(
        { type: 'paragraph', text: escapeStart(translated), note: 'title in translation' },
        [],
      );
  }
  for (const abstract of childElements(meta, 'abstract', 'trans-abstract'))
    writeAbstract(abstract, writer, languageHere(abstract, language));
  for (const group of childElements(meta, 'kwd-group'))
    writeKeywords(group, writer, languageHere(group, language));
  const notes = childElements(meta, 'author-notes').flatMap(notes => childElements(notes, 'fn'));
  writer.write(notes, top);
}

export const top: Place = { level: 1, listLevel: 0, note: null };

function writeAbstract(abstract: XmlElement, writer: Writer, language: Language): void {
  const title = childOf(abstract, 'title');
  const text = title ? inlineOf(title.children) : words.abstract[language];
  writer.push({ type: 'heading', level: 2, text: text || words.abstract[language] }, []);
  const rest = abstract.children.filter(child => child !== title);
  writer.write(rest, { ...top, level: 2 });
}

function writeKeywords(group: XmlElement, writer: Writer, language: Language): void {
  const keywords = childElements(group, 'kwd', 'compound-kwd').map(word => inlineOf(word.children));
  const nested = childElements(group, 'nested-kwd', 'unstructured-kwd-group').map(word =>
    inlineOf(word.children),
  );
  const all = [...keywords, ...nested].filter(Boolean).join(language === 'zh' ? '；' : '; ');
  if (all === '') return;
  const title = childOf(group, 'title');
  const name = (title && plainOf(title.children)) || words.keywords[language];
  const colon = /[:：]$/.test(name) ? '' : language === 'zh' ? '：' : ': ';
  writer.push({ type: 'paragraph', text: escapeStart(`${name}${colon}${all}`) }, []);
}

function languageHere(element: XmlElement, otherwise: Language | null): Language {
  const stated = element.attributes.lang?.toLowerCase();
  return stated ? (stated.startsWith('zh') ? 'zh' : 'en') : (otherwise ?? 'en');
}
