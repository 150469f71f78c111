import { mentionedModalities } from '../../../spine/mentioned-modalities.ts';
import type { ImagingPart } from '../labels/part-labels.ts';
import { imagingMatcher } from '../labels/part-matchers.ts';
import { readLabels } from '../labels/read-labels.ts';
import type { Item, Line, Table } from '../markdown/tokenise.ts';
import { type Leave, plainOf, rawOf } from './content.ts';
import type { Segment } from './cursor.ts';
import { cellOf, readColumns } from './read-columns.ts';
import { readStudyHeading } from './read-study-heading.ts';
import { splitMeaning, splitProse } from './split-prose.ts';
import { createStudyBuilder, type PartialStudy, type StudyBuilder } from './study-builder.ts';

/** Findings study by study, from tables, lists and prose. */
export function readImaging(
  segments: readonly Segment[],
  leave: Leave,
): PartialStudy[] | undefined {
  const builder = createStudyBuilder(leave);
  const seen = new Set<string>();
  for (const segment of segments) {
    const raw = rawOf(segment.tokens);
    if (!seen.has(raw)) readSegment(segment, builder, leave);
    seen.add(raw);
  }
  const studies = builder.finish();
  return studies.length === 0 ? undefined : studies;
}

function readSegment({ label, tokens }: Segment, builder: StudyBuilder, leave: Leave): void {
  const hasTable = tokens.some(({ kind }) => kind === 'table');
  let part: ImagingPart = 'finding';
  let afterBlank = true;
  builder.leaveStudy();

  function takePart(id: ImagingPart, rest: string, indent: number): void {
    part = id;
    if (rest === '') return;
    if (id === 'modality') builder.nameStudy(readStudyHeading(rest));
    else if (id === 'meaning') builder.addMeaning(rest);
    else if (id === 'finding') takeFinding(rest, indent);
    else if (id === 'levels') builder.setLevels(rest);
    else if (id === 'measures') builder.setMeasures(rest);
    else builder.setSide(rest);
    if (id !== 'meaning') part = 'finding';
  }

  /** Prose may name its studies itself, unless a heading or a label has named one. */
  function takeFinding(raw: string, indent: number): void {
    const named = builder.namedBy() === 'heading';
    for (const { name, words } of named ? [{ name: null, words: raw }] : splitProse(raw)) {
      if (name !== null) builder.enterStudy(name, 'prose');
      const split = splitMeaning(words);
      builder.addFinding(split.words, indent);
      if (split.meaning !== null) builder.addMeaning(split.meaning);
    }
  }

  function takeWords(token: Line | Item): void {
    const isItem = token.kind === 'item';
    const content = isItem ? token.content : token.raw;
    for (const { label: name, rest, bold } of readLabels(content)) {
      const id = imagingMatcher.match(name);
      if (id !== null) {
        takePart(id, rest, token.indent);
        return;
      }
      if (!namesStudy(name, bold)) continue;
      const alone = bold || /[:：]\s*$/.test(content) || readStudyHeading(name).study === null;
      if (rest === '' && !alone) continue;
      builder.enterStudy(readStudyHeading(name), 'heading');
      part = 'finding';
      if (rest !== '') takeFinding(rest, token.indent);
      return;
    }
    if (hasTable && builder.namedBy() !== 'heading') {
      leave(label, token.raw);
      return;
    }
    const indent = builder.indent();
    const goesOn = indent !== null && (isItem ? token.indent > indent : !afterBlank);
    if (part === 'meaning') builder.addMeaning(content);
    else if (goesOn) builder.extendFinding(isItem ? token.raw.trim() : content);
    else takeFinding(content, isItem ? token.indent : Number.POSITIVE_INFINITY);
  }

  /** The name of a part, of a study, or of both: `Modality: MRI`. */
  function takeHead(raw: string): void {
    const id = imagingMatcher.match(raw);
    const labelled = readLabels(raw).find(
      ({ label: name, rest }) => rest !== '' && imagingMatcher.match(name) !== null,
    );
    if (id !== null && id !== 'modality') part = id;
    else if (labelled === undefined) {
      builder.enterStudy(readStudyHeading(raw), 'heading');
      part = 'finding';
    } else if (imagingMatcher.match(labelled.label) === 'modality') {
      builder.enterStudy(readStudyHeading(labelled.rest), 'heading');
      part = 'finding';
    } else takePart(imagingMatcher.match(labelled.label)!, labelled.rest, 0);
  }

  for (const token of tokens) {
    if (token.kind === 'table') takeTable(token, builder, leave);
    else if (token.kind === 'heading' || token.kind === 'bold') {
      takeHead(token.raw);
    } else if (token.kind !== 'blank') takeWords(token);
    afterBlank = token.kind !== 'text' && token.kind !== 'item';
  }
}

function takeTable(table: Table, builder: StudyBuilder, leave: Leave): void {
  const read = readColumns(table, imagingMatcher);
  if (read === null) {
    for (const row of table.rows) takeBareRow(row, builder);
    return;
  }
  for (const row of read.rows) {
    const cell = (id: ImagingPart) => cellOf(read, row, id) ?? '';
    if (plainOf(cell('modality')) !== undefined) {
      builder.enterStudy(readStudyHeading(cell('modality')), 'row');
    }
    const [words, meaning] = [cell('finding'), cell('meaning')];
    if (plainOf(words) !== undefined || plainOf(meaning) !== undefined) {
      builder.addFinding(words, 0);
      if (meaning !== '') builder.addMeaning(meaning);
      builder.setLevels(cell('levels'));
      builder.setMeasures(cell('measures'));
      if (plainOf(cell('side')) !== undefined) builder.setSide(cell('side'));
    }
    row.forEach((value, at) => {
      if (read.columns[at] == null) leave(table.header?.[at] ?? null, value);
    });
  }
}

/** A table whose heads say nothing: a study in front is known by its name. */
function takeBareRow(row: readonly string[], builder: StudyBuilder): void {
  const [name = '', words = '', ...rest] = row;
  if (!namesStudy(name, true)) {
    if (row.some(cell => plainOf(cell) !== undefined)) builder.addFinding(row.join(' | '), 0);
    return;
  }
  builder.enterStudy(readStudyHeading(name), 'row');
  if (plainOf(words) !== undefined) builder.addFinding(words, 0);
  const meaning = rest.filter(cell => plainOf(cell) !== undefined).join('\n');
  if (meaning !== '') builder.addMeaning(meaning);
}

/** A label in front of findings that is the name of a study, not a sentence that mentions one. */
function namesStudy(label: string, bold: boolean): boolean {
  return label.length <= (bold ? 80 : 40) && mentionedModalities(label).length > 0;
}
