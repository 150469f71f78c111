import { type Leave, plainOf, rawOf, readText } from './content.ts';
import type { Place, Segment } from './cursor.ts';
import { dropAbsent } from './drop-absent.ts';
import { matchField } from './match-label.ts';
import { stepMatcher } from './part-matchers.ts';
import { readCellLines } from './read-cell-lines.ts';
import { cellOf, readColumns } from './read-columns.ts';
import { readLabels } from './read-labels.ts';
import type { DecisionStep, PartialReport } from './schema.ts';
import { splitEnumeration } from './split-enumeration.ts';
import type { Table, Token } from './tokenise.ts';

type Physician = NonNullable<NonNullable<PartialReport['treatment']>['physician']>;
type Step = Partial<DecisionStep>;

const arrow = /→|⇒|➔|➜|⟶|-{1,2}>|=>|\$?\\(?:right|Right)arrow\$?|&rarr;/;
const concluding = /(?:conclusion|结论)\*{0,3}\s{0,3}[:：]\*{0,3}/i;

/** The decision tree: from a table of steps, a list of them, or a cell that holds the whole tree. */
export function readPhysician(
  take: (place: Place) => readonly Segment[],
  leave: Leave,
): Physician | undefined {
  const steps: Step[] = [];
  const conditions: string[] = [];
  const conclusions: string[] = [];
  const before: string[] = [];
  const after: string[] = [];
  const seen = new Set<string>();

  /** One line may hold the whole tree: its steps numbered, and what they come to. */
  function takeLine(raw: string, isStep: boolean): void {
    for (const part of splitEnumeration(raw) ?? [raw]) {
      const ending = concluding.exec(part);
      const before =
        ending === null
          ? ''
          : part
              .slice(0, ending.index)
              .replace(/\*{1,3}$/, '')
              .trimEnd();
      const parted = ending !== null && before !== '';
      takeStatement(parted ? before : part, isStep || part !== raw);
      if (parted) conclusions.push(part.slice(ending.index + ending[0].length));
    }
  }

  function takeStatement(raw: string, isStep: boolean): void {
    for (const { label, rest } of readLabels(raw)) {
      const field = matchField(label, 'treatment')?.field;
      if (field === 'treatment.physician.conclusion' && rest !== '') {
        conclusions.push(rest);
        return;
      }
      if (field === 'treatment.physician.condition' && rest !== '' && !arrow.test(raw)) {
        conditions.push(rest);
        return;
      }
      if (addPart(label, rest)) return;
    }
    if (isStep || arrow.test(raw)) addStep(raw);
    else (steps.length === 0 ? before : after).push(raw);
  }

  /** `- Evidence: …` under a step that has none yet. */
  function addPart(label: string, rest: string): boolean {
    const part = stepMatcher.match(label);
    const last = steps.at(-1);
    if (rest === '' || last === undefined || (part !== 'evidence' && part !== 'decision'))
      return false;
    if (last[part] !== undefined) return false;
    const text = plainOf(rest);
    if (text !== undefined) last[part] = text;
    return true;
  }

  function addStep(raw: string): void {
    const step = readStep(raw);
    if (step !== undefined) steps.push(step);
  }

  function takeTable(table: Table): void {
    const read = readColumns(table, stepMatcher);
    for (const row of read?.rows ?? table.rows) {
      const tree = read === null ? row.slice(1).join('\n') : cellOf(read, row, 'tree');
      const condition = read === null ? row[0] : cellOf(read, row, 'condition');
      if (condition !== undefined) conditions.push(condition);
      if (tree !== undefined) for (const line of readCellLines(tree)) takeToken(line);
      if (read === null || tree !== undefined) continue;
      const step = dropAbsent({
        question: plainOf(cellOf(read, row, 'question') ?? ''),
        evidence: plainOf(cellOf(read, row, 'evidence') ?? ''),
        decision: plainOf(cellOf(read, row, 'decision') ?? ''),
      });
      if (step !== undefined) steps.push(step);
    }
  }

  function takeToken(token: Token): void {
    if (token.kind === 'table') takeTable(token);
    else if (token.kind === 'item')
      takeLine(token.numbered ? token.raw.trim() : token.content, true);
    else if (token.kind !== 'blank') takeLine(token.raw, false);
  }

  for (const place of ['treatment.physician.steps', 'treatment.physician'] as const) {
    for (const { tokens } of take(place)) {
      const raw = rawOf(tokens);
      if (!seen.has(raw)) for (const token of tokens) takeToken(token);
      seen.add(raw);
    }
  }
  const condition =
    readText(take('treatment.physician.condition'), leave) ?? firstOf(conditions, leave);
  const conclusion =
    readText(take('treatment.physician.conclusion'), leave) ?? firstOf(conclusions, leave);
  // Prose to the physician that is no step is what it comes to; what leads up to steps is not.
  if (steps.length > 0) leave(null, before.join('\n'));
  const prose = (steps.length > 0 ? after : [...before, ...after]).join('\n');
  if (conclusion !== undefined) leave(null, prose);
  return dropAbsent({
    condition,
    steps: steps.length === 0 ? undefined : steps,
    conclusion: conclusion ?? plainOf(prose),
  });
}

/** `Question: evidence → decision` or `Question? → evidence → decision`, as much as there is. */
function readStep(raw: string): Step | undefined {
  const text = raw
    .replace(/^(?:\d{1,2}|[（(]\d{1,2}[)）])[.、)]?\s+/, '')
    .replace(/^\**(?:step|步骤)\s*\d{1,2}\**\s*[:：.、]\s*\**\s*/i, '');
  const parts = text.split(arrow);
  const decision = parts.length > 1 ? parts.at(-1)! : '';
  const before = parts.length > 1 ? parts.slice(0, -1) : parts;
  const [first = '', ...others] = before;
  if (/[?？]\**$/.test(first)) {
    return toStep(first, others.join(' → '), decision);
  }
  const words = before.join(' → ');
  const labelled = readLabels(words).find(({ rest }) => rest.trim() !== '');
  if (labelled !== undefined) {
    return toStep(trimColon(labelled.label), labelled.rest, decision);
  }
  const isQuestion = decision === '' || /[:：]\**\s*$/.test(words.slice(-8));
  return isQuestion ? toStep(trimColon(words), '', decision) : toStep('', words, decision);
}

function trimColon(raw: string): string {
  return raw.trim().replace(/[:：](\**)$/, '$1');
}

function toStep(question: string, evidence: string, decision: string): Step | undefined {
  return dropAbsent({
    question: plainOf(question),
    evidence: plainOf(evidence),
    decision: plainOf(decision),
  });
}

function firstOf(raws: readonly string[], leave: Leave): string | undefined {
  const [first, ...others] = raws.filter(raw => plainOf(raw) !== undefined);
  for (const other of others) if (other !== first) leave(null, other);
  return first === undefined ? undefined : plainOf(first);
}
