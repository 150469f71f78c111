import type { Citation, DocumentReject, DraftBlock } from '../../contracts/document/index.ts';
import type { Language } from '../../spine/index.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/index.ts';
import { citationFinder } from './find-citations.ts';
import type { FigureIndex } from './index-figures.ts';
import { inlineOf } from './inline.ts';
import { notesIn } from './notes-in.ts';

/** Where in the document a piece of it stands. */
export type Place = { level: number; listLevel: number; note: string | null };

export type BlockWriter = (element: XmlElement, writer: Writer, place: Place) => void;

type DraftCitation = Omit<Citation, 'block'> & { block: DraftBlock };

export type Writer = {
  index: FigureIndex;
  /** Of the headings that an article leaves out. */
  language: Language;
  blocks: DraftBlock[];
  citations: DraftCitation[];
  rejects: DocumentReject[];
  /** Running text and the blocks that stand between it. */
  write(nodes: readonly XmlNode[], place: Place): void;
  /** A block that was written from these nodes, and what they cite. */
  push(block: DraftBlock, nodes: readonly XmlNode[]): void;
};

const mostCitedFigures = 200_000;

export function createWriter(
  index: FigureIndex,
  writers: ReadonlyMap<string, BlockWriter>,
  language: Language,
): Writer {
  const citationsIn = citationFinder(index);
  let cited = 0;
  const writer: Writer = {
    index,
    language,
    blocks: [],
    citations: [],
    rejects: [],
    write(nodes, place) {
      let run: XmlNode[] = [];
      let notes: XmlElement[] = [];
      const flush = () => {
        if (run.length > 0) writeParagraph(writer, run, place);
        const due = notes.concat(notesIn(run));
        [run, notes] = [[], []];
        for (const note of due) writers.get(note.name)?.(note, writer, place);
      };
      for (const node of nodes) {
        const write = isElement(node) ? writerOf(node, writers) : undefined;
        if (!write) {
          run.push(node);
          continue;
        }
        const element = node as XmlElement;
        // A note set into a sentence does not end it.
        if (element.name === 'fn' && run.length > 0) {
          notes.push(element);
          continue;
        }
        flush();
        write(element, writer, place);
      }
      flush();
    },
    push(block, nodes) {
      writer.blocks.push(block);
      for (const { figures, evidence } of citationsIn(nodes)) {
        cited += figures.length;
        if (cited <= mostCitedFigures) writer.citations.push({ figures, evidence, block });
      }
      if (cited > mostCitedFigures && writer.rejects.at(-1)?.place !== 'citations')
        writer.rejects.push({ page: null, place: 'citations', reason: 'part-unreadable' });
    },
  };
  return writer;
}

/** What is not known is a block where there are blocks in it, else words of the text. */
function writerOf(
  element: XmlElement,
  writers: ReadonlyMap<string, BlockWriter>,
): BlockWriter | undefined {
  const known = writers.get(element.name);
  if (known || inlineNames.has(element.name)) return known;
  return holdsBlocks(element, writers) ? writeInside : undefined;
}

const known = new WeakMap<XmlElement, boolean>();

/** However deep: publishers wrap sections of theirs into elements of theirs. Each is looked at once. */
function holdsBlocks(element: XmlElement, writers: ReadonlyMap<string, BlockWriter>): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const holds = element.children.some(child => {
    if (!isElement(child) || child.name === 'graphic' || child.name === 'fn') return false;
    if (writers.has(child.name)) return true;
    return !inlineNames.has(child.name) && holdsBlocks(child, writers);
  });
  known.set(element, holds);
  return holds;
}

/** These may hold a formula or a note and stay within their line. */
const inlineNames = new Set([
  ...['bold', 'italic', 'sup', 'sub', 'xref', 'named-content', 'styled-content', 'ext-link'],
  ...['inline-formula', 'alternatives', 'underline', 'sc', 'roman', 'sans-serif', 'strike'],
]);

const writeInside: BlockWriter = (element, writer, place) => writer.write(element.children, place);

function writeParagraph(writer: Writer, nodes: readonly XmlNode[], place: Place): void {
  const text = inlineOf(nodes);
  if (text === '') return;
  writer.push({ type: 'paragraph', text: escapeStart(text), note: place.note }, nodes);
}

/** What would make a heading, a list or a quotation of a paragraph that only begins so. */
export function escapeStart(text: string): string {
  return text
    .replace(/^(#{1,6}|[-+])(?=\s|$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
    .replace(/^(?:[>|~=]|-(?=-))/, '\\$&');
}
