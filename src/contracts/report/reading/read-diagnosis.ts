import { differentialMatcher } from '../labels/part-matchers.ts';
import { readLabels } from '../labels/read-labels.ts';
import type { Token } from '../markdown/tokenise.ts';
import type { Confidence, Differential, PartialReport } from '../schema.ts';
import { homeFirst, type Leave, leaveAll, plainOf, rawOf, readText, wordsOf } from './content.ts';
import type { Place, Segment } from './cursor.ts';
import { dropAbsent } from './drop-absent.ts';
import { readCellLines } from './read-cell-lines.ts';
import { cellOf, readColumns } from './read-columns.ts';
import { isConfidenceAlone, readConfidence, splitConfidence } from './read-confidence.ts';
import { readList, readRawItems } from './read-list.ts';

type Diagnosis = NonNullable<PartialReport['diagnosis']>;

export function readDiagnosis(
  take: (place: Place) => readonly Segment[],
  leave: Leave,
): Diagnosis | undefined {
  const named = homeFirst(take('diagnosis.primary'));
  // Without a label of its own, what stands under the section's heading is the diagnosis.
  const loose = take('diagnosis');
  const primary = readPrimary(
    named.length > 0 ? named : loose,
    take('diagnosis.confidence'),
    leave,
  );
  if (named.length > 0) leaveAll(loose, leave);
  const diagnosis = {
    primary,
    correlation: readText(take('diagnosis.correlation'), leave),
    secondary: readList(take('diagnosis.secondary')),
    differentials: readDifferentials(take('diagnosis.differentials')),
  };
  return dropAbsent(diagnosis);
}

function readPrimary(
  segments: readonly Segment[],
  confidences: readonly Segment[],
  leave: Leave,
): Diagnosis['primary'] {
  let confidence: Confidence | null = null;
  for (const { label, tokens } of confidences) {
    const raw = rawOf(tokens);
    const stated = readConfidence(raw);
    if (confidence === null) confidence = stated;
    if (stated === null || stated !== confidence || !isConfidenceAlone(raw)) leave(label, raw);
  }
  let diagnosis: string | undefined;
  for (const { label, tokens } of segments) {
    const raw = wordsOf(tokens);
    const split = confidence === null ? splitConfidence(raw) : { rest: raw, confidence };
    const text = plainOf(split.rest);
    if (diagnosis === undefined) {
      diagnosis = text;
      confidence = split.confidence ?? splitConfidence(label ?? '').confidence;
    } else if (text !== undefined && text !== diagnosis) leave(label, raw);
  }
  return dropAbsent({ diagnosis, confidence: confidence ?? undefined });
}

/** One a row, one an item, or one a sentence that begins with a name and a colon. */
function readDifferentials(segments: readonly Segment[]): Partial<Differential>[] | undefined {
  let found: Partial<Differential>[] | undefined;
  const seen = new Set<string>();
  for (const { tokens } of segments) {
    const raw = rawOf(tokens);
    if (seen.has(raw)) continue;
    seen.add(raw);
    const items = tokens.some(({ kind }) => kind === 'table')
      ? readRows(tokens)
      : readItems(tokens);
    if (items === null) continue;
    found = found ?? [];
    for (const item of items) found.push(item);
  }
  return found;
}

function readRows(tokens: readonly Token[]): Partial<Differential>[] | null {
  const rows: Partial<Differential>[] = [];
  for (const table of tokens) {
    if (table.kind !== 'table') continue;
    const read = readColumns(table, differentialMatcher);
    for (const row of read?.rows ?? table.rows) {
      const name = read === null ? row[0] : cellOf(read, row, 'diagnosis');
      const reasons = read === null ? row.slice(1).join('\n') : cellOf(read, row, 'reasoning');
      const item = toDifferential(name ?? '', reasons ?? '');
      if (item !== undefined) rows.push(item);
    }
  }
  return rows.length === 0 ? null : rows;
}

function readItems(tokens: readonly Token[]): Partial<Differential>[] | null {
  const items = readRawItems(tokens);
  if (items === null || items.length === 0) return items === null ? null : [];
  const named = items.length === 1 ? splitSentences(items[0]!) : items;
  const found = named.map(readItem).filter(item => item !== undefined);
  return found.length === 0 ? null : found;
}

function readItem(raw: string): Partial<Differential> | undefined {
  for (const { label, rest } of readLabels(raw)) {
    if (rest.trim() !== '')
      return toDifferential(label.replace(/[:：]\s*$/, ''), dropReasonLabel(rest));
  }
  const [first = '', ...rest] = raw.split('\n');
  // A name in brackets is short for the one before it; a reason takes some words.
  const bracketed =
    /^([^（(]+)[（(]([^（()）]*(?:\p{Script=Han}{3}|\S \S+ \S)[^（()）]*)[)）][。.;；]?$/u.exec(
      first.slice(0, 400),
    );
  if (bracketed !== null && rest.length === 0) return toDifferential(bracketed[1]!, bracketed[2]!);
  return toDifferential(first, dropReasonLabel(rest.join('\n')));
}

/** `- Reasoning: …` under the name. */
function dropReasonLabel(raw: string): string {
  const [token] = readCellLines(raw.split('\n', 1)[0]!);
  const content = token?.kind === 'item' ? token.content : raw;
  const labelled = readLabels(content).find(
    ({ label }) => differentialMatcher.match(label) === 'reasoning',
  );
  return labelled === undefined || labelled.rest === ''
    ? raw
    : raw.replace(raw.split('\n', 1)[0]!, () => labelled.rest);
}

/** `A: ruled out as …. B: ruled out as …` on one line. */
function splitSentences(raw: string): string[] {
  const items: string[] = [];
  for (const sentence of raw.split(/(?<=[.。;；])\s+(?=\S)|(?<=[。；])|\n/)) {
    const named = /^[^:：.。;；,，]{2,80}(?:[:：]\s*\S|[（(][^（()）]{3,}[)）][。.;；]?$)/.test(
      sentence,
    );
    if (named || items.length === 0) items.push(sentence.trim());
    else items.push(`${items.pop()} ${sentence.trim()}`);
  }
  return items.map(item => item.replace(/[;；]$/, '')).filter(item => item !== '');
}

function toDifferential(name: string, reasons: string): Partial<Differential> | undefined {
  return dropAbsent({ diagnosis: plainOf(name), reasoning: plainOf(reasons) });
}
