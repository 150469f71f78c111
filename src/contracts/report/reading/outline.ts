import { mentionedModalities } from '../../../spine/mentioned-modalities.ts';
import { isMainNumbered } from '../labels/fold-label.ts';
import {
  hintField,
  isAside,
  isColumnHeads,
  matchField,
  matchSection,
} from '../labels/match-label.ts';
import { imagingMatcher, issueMatcher, stepMatcher } from '../labels/part-matchers.ts';
import { readLabels } from '../labels/read-labels.ts';
import type { Item, Line, Rule, Table, Token } from '../markdown/tokenise.ts';
import { type Cursor, createCursor, type Outline } from './cursor.ts';
import { readCellLines } from './read-cell-lines.ts';
import {
  createSectionReader,
  type SectionReader,
  type Standing,
  standsAlone,
} from './section-headings.ts';
import { placeTable } from './structured-table.ts';

// What is longer may speak of a field without being its label.
const longestHint = 60;
const lineDepth = { main: 7, other: 8 } as const;
const inlineDepth = 9;

/** Sorts a document's lines and tables to the sections and fields whose labels they stand under. */
export function readOutline(tokens: readonly (Token | Rule)[]): Outline {
  const cursor = createCursor();
  const openSection = createSectionReader(tokens.filter(token => token.kind !== 'rule'));
  for (const token of tokens) {
    if (token.kind === 'rule') cursor.leaveField();
    else if (token.kind === 'table') takeTable(token, cursor, openSection);
    else if (token.kind === 'blank') cursor.add(token);
    else if (token.kind === 'heading' || standsAlone(token))
      takeHeading(token, cursor, openSection);
    else if (token.kind === 'text' || token.kind === 'item') takeLine(token, cursor, openSection);
  }
  return cursor.outline();
}

function takeHeading(
  token: Token & { raw: string },
  cursor: Cursor,
  openSection: SectionReader,
): void {
  const isHeading = token.kind === 'heading';
  const isMain = isMainNumbered(token.raw.trim());
  const depth = isHeading ? token.depth : lineDepth[isMain ? 'main' : 'other'];
  const standing: Standing = { kind: isHeading ? 'heading' : 'line', depth };
  const label = token.kind === 'item' ? token.content : token.raw;
  const enterExactly = (name: string) => enter(name, standing, cursor, openSection, true);
  const enterLoosely = (name: string) =>
    enter(name, standing, cursor, openSection, false) || enterByHint(name, standing, cursor);

  if (enterExactly(label)) return;
  const split = readLabels(label).filter(({ rest }) => rest !== '');
  const found =
    split.find(({ label: name }) => enterExactly(name)) ??
    split.find(({ label: name }) => enterLoosely(name));
  if (found !== undefined) cursor.addText(found.rest);
  else if (!enterLoosely(label))
    takeUnknownHeading(token, label, depth, isHeading || isMain, cursor);
}

/** A part of what it stands in, the name of a study, or the start of something else altogether. */
function takeUnknownHeading(
  token: Token,
  label: string,
  depth: number,
  isSure: boolean,
  cursor: Cursor,
): void {
  const isStudy = label.length <= 80 && mentionedModalities(label).length > 0;
  // Studies and issues are headed in bold; so may be the sections.
  const isPartHead = !isSure && ['imaging', 'postoperative'].includes(cursor.section() ?? '');
  if (cursor.isBelowSection(depth) || isPartHead) {
    if (!cursor.isBelowField(depth)) cursor.leaveField();
    cursor.add(token);
  } else if (isStudy) {
    if (cursor.section() !== 'imaging') cursor.enterSection('imaging', null, depth, null);
    cursor.add(token);
  } else if (cursor.isBelowExtra(depth)) cursor.add(token);
  else cursor.leaveSection(label, depth);
}

function takeLine(token: Line | Item, cursor: Cursor, openSection: SectionReader): void {
  const isItem = token.kind === 'item';
  const standing: Standing = { kind: 'inline', depth: inlineDepth + token.indent };
  for (const { label, rest, bold, marked } of readLabels(isItem ? token.content : token.raw)) {
    if (rest !== '' && isAside(label)) {
      cursor.setAside(label, token);
      return;
    }
    const sure = bold || (isItem && token.numbered);
    const entered =
      enter(label, standing, cursor, openSection, true, sure) ||
      (bold && marked && !isItem && enterByHint(label, standing, cursor));
    if (entered) {
      cursor.addText(rest);
      return;
    }
    const isSibling = !cursor.isBelowField(standing.depth) && !isPart(label, standing, cursor);
    if (bold && marked && isSibling) cursor.leaveField();
  }
  // The condition is a phrase; a list under it is the tree.
  if (cursor.field() === 'treatment.physician.condition' && isItem && cursor.hasContent()) {
    cursor.slipInto('treatment.physician', lineDepth.other);
  }
  cursor.add(token);
}

/** A table of labels and texts is read row by row; any other stays whole where it belongs. */
function takeTable(table: Table, cursor: Cursor, openSection: SectionReader): void {
  const place = placeTable(table, cursor.section(), cursor.field());
  if (place === 'imaging' || place === 'postoperative')
    cursor.enterSection(place, null, lineDepth.main, null);
  else if (place === 'treatment.physician') cursor.slipInto(place, inlineDepth);
  if (place !== null) {
    cursor.add(table);
    return;
  }
  const head = table.header;
  const rows = head !== null && isLabelRow(head, cursor) ? [head, ...table.rows] : table.rows;
  const [first, ...others] = rows;
  const body = first !== undefined && isColumnHeads(first) ? others : rows;
  const loose = body.filter(row => !takeRow(row, head, cursor, openSection));
  if (loose.length === table.rows.length) cursor.add(table);
  else {
    cursor.leaveField();
    if (loose.length > 0) cursor.add({ kind: 'table', header: null, rows: loose });
  }
}

function takeRow(
  row: readonly string[],
  head: readonly string[] | null,
  cursor: Cursor,
  openSection: SectionReader,
): boolean {
  const [label = '', ...values] = row;
  const standing: Standing = { kind: 'inline', depth: inlineDepth };
  if (!enter(label, standing, cursor, openSection, true) && !enterByHint(label, standing, cursor))
    return false;
  for (const [at, value] of values.entries()) {
    // A third column may be a field of its own, such as the confidence.
    const column = at === 0 ? '' : (head?.[at + 1] ?? '');
    const match = matchField(column, cursor.section());
    if (match !== null && match.section === cursor.section())
      cursor.enterField(match, column, inlineDepth);
    for (const line of readCellLines(value)) cursor.add(line);
  }
  return true;
}

/** A table without a header of its own has its first row where the header should be. */
function isLabelRow(row: readonly string[], cursor: Cursor): boolean {
  const [label = '', value = ''] = row;
  const section = cursor.section();
  return matchField(label, section)?.section === section && stepMatcher.match(value) === null;
}

/** Opens what the label names, if it names anything here. `sure`: it is meant as a label. */
function enter(
  label: string,
  standing: Standing,
  cursor: Cursor,
  openSection: SectionReader,
  exact: boolean,
  sure = true,
): boolean {
  const below = cursor.isBelowSection(standing.depth);
  if (below && isPart(label, standing, cursor)) return false;
  const match = matchField(label, cursor.section());
  const own = match !== null && match.section === cursor.section();
  // Headings may all be of one depth; but a conclusion beside the sections is that of them all.
  const isTooGeneral =
    match?.field === 'treatment.physician.conclusion' && cursor.isBesideSection(standing.depth);
  // Under a heading for the physician, an indication is a step and no word to the patient.
  const isStep =
    standing.kind === 'inline' &&
    match?.field.startsWith('treatment.patient.') === true &&
    cursor.field()?.startsWith('treatment.physician') === true &&
    cursor.isBelowField(standing.depth);
  if (own && isStep) return false;
  if (own && !(standing.kind === 'heading' && isTooGeneral)) {
    cursor.enterField(match, label, standing.depth);
    return true;
  }
  const section = matchSection(label)?.section;
  if (below && cursor.field() === null && section !== undefined && section === cursor.section())
    return true;
  const opened = openSection(label, standing, exact);
  if (opened !== null) {
    if (below && opened.section === cursor.section()) cursor.leaveField();
    else cursor.enterSection(opened.section, label, standing.depth, opened.language);
    return true;
  }
  if (!match?.roams || !(sure || match.field === 'rationale.disclaimer')) return false;
  cursor.enterField(match, label, standing.depth);
  return true;
}

function enterByHint(label: string, standing: Standing, cursor: Cursor): boolean {
  const section = cursor.section();
  if (section === null || label.length > longestHint || isPart(label, standing, cursor))
    return false;
  if (!cursor.isBelowSection(standing.depth) || cursor.isBelowField(standing.depth)) return false;
  const match = hintField(label, section);
  if (match !== null) cursor.enterField(match, label, standing.depth, true);
  return match !== null;
}

/** Whether the label is one of a part, which the reader of its section will see to. */
function isPart(label: string, { kind }: Standing, cursor: Cursor): boolean {
  if (cursor.section() === 'imaging') return imagingMatcher.match(label) !== null;
  if (cursor.section() === 'postoperative') return issueMatcher.match(label) !== null;
  const inTree = cursor.field() === 'treatment.physician.steps' && kind === 'inline';
  return inTree && stepMatcher.match(label) !== null;
}
