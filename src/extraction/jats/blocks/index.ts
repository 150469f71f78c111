import type { BlockWriter } from '../writer.ts';
import { writeFootnote, writeQuote, writeSupplement } from './write-aside.ts';
import { writeAlternatives, writeFigure, writeFigureGroup, writeGraphic } from './write-figure.ts';
import { writeFormula, writeFormulaGroup } from './write-formula.ts';
import { writeDefinitions, writeList } from './write-list.ts';
import { writeReference } from './write-references.ts';
import { writeBox, writeSection } from './write-section.ts';
import { writeTable, writeTableWrap } from './write-table.ts';

const inside: BlockWriter = (element, writer, place) => writer.write(element.children, place);
const nothing: BlockWriter = () => {};

const writers: Readonly<Record<string, BlockWriter>> = {
  p: inside,
  sec: writeSection,
  app: writeSection,
  ack: writeSection,
  notes: writeSection,
  note: writeSection,
  glossary: writeSection,
  bio: writeSection,
  statement: writeSection,
  'treatment-sec': writeSection,
  question: writeSection,
  answer: writeSection,
  explanation: writeSection,
  nomenclature: inside,
  'app-group': inside,
  'boxed-text': writeBox,
  list: writeList,
  'def-list': writeDefinitions,
  fig: writeFigure,
  'fig-group': writeFigureGroup,
  graphic: writeGraphic,
  alternatives: writeAlternatives,
  'table-wrap': writeTableWrap,
  'table-wrap-group': writeTableWrap,
  table: writeTable,
  tgroup: writeTable,
  'disp-formula': writeFormula,
  'disp-formula-group': writeFormulaGroup,
  'chem-struct-wrap': writeFormula,
  'disp-quote': writeQuote,
  'verse-group': writeQuote,
  'verse-line': inside,
  speech: writeQuote,
  attrib: inside,
  preformat: inside,
  'fn-group': writeSection,
  fn: writeFootnote,
  'ref-list': writeSection,
  ref: writeReference,
  'supplementary-material': writeSupplement,
  media: writeSupplement,
  // Said once already, or nothing that is read.
  permissions: nothing,
  'object-id': nothing,
  'sec-meta': nothing,
  'alt-text': nothing,
  'long-desc': nothing,
  'processing-meta': nothing,
};

export const blockWriters: ReadonlyMap<string, BlockWriter> = new Map(Object.entries(writers));
