import { matchField } from '../labels/match-label.ts';
import { stepMatcher } from '../labels/part-matchers.ts';
import { readLabels } from '../labels/read-labels.ts';
import { splitEnumeration } from '../markdown/split-enumeration.ts';
import type { Table, Token } from '../markdown/tokenise.ts';
import type { PartialReport } from '../schema.ts';
import { type Leave, plainOf, rawOf, readText } from './content.ts';
import type { Place, Segment } from './cursor.ts';
import { dropAbsent } from './drop-absent.ts';
import { readCellLines } from './read-cell-lines.ts';
import { cellOf, readColumns } from './read-columns.ts';
import { hasArrow, readStep, type Step, splitConclusion, toStep } from './read-step.ts';

type Physician = NonNullable<NonNullable<PartialReport['treatment']>['physician']>;

/** What is said to the physician, before it is known which of it counts. */
type Gathered = {
  readonly steps: Step[];
  readonly conditions: string[];
  readonly conclusions: string[];
  /** Prose that is none of these, before the first step and after it. */
  readonly before: string[];
  readonly after: string[];
};

/** The decision tree: from a table of steps, a list of them, or a cell that holds the whole tree. */
export function readPhysician(
  take: (place: Place) => readonly Segment[],
  leave: Leave,
): Physician | undefined {
  const segments = [...take('treatment.physician.steps'), ...take('treatment.physician')];
  const { steps, conditions, conclusions, before, after } = gather(segments);
  const condition =
    readText(take('treatment.physician.condition'), leave) ?? firstOf(conditions, leave);
  const conclusion =
    readText(take('treatment.physician.conclusion'), leave) ?? firstOf(conclusions, leave);
  // Prose to the physician that is no step is what it comes to; what leads up to steps is not.
  if (steps.length > 0) leave(null, before.join('\n'));
  const prose = (steps.length > 0 ? after : before).join('\n');
  if (conclusion !== undefined) leave(null, prose);
  return dropAbsent({
    condition,
    steps: steps.length === 0 ? undefined : steps,
    conclusion: conclusion ?? plainOf(prose),
  });
}

function gather(segments: readonly Segment[]): Gathered {
  const gathered: Gathered = { steps: [], conditions: [], conclusions: [], before: [], after: [] };
  const { steps, conditions, conclusions, before, after } = gathered;
  const seen = new Set<string>();
  /** A question whose answers are indented under it. */
  let parent: { step: Step; question: string; indent: number } | null = null;

  function addStep(raw: string, indent: number): void {
    const step = readStep(raw);
    if (step === undefined) return;
    if (parent !== null && indent > parent.indent && step.question === undefined) {
      // The first answer completes the question's own step, the others are steps beside it.
      if (parent.step === steps.at(-1) && Object.keys(parent.step).length === 1) {
        Object.assign(parent.step, step);
      } else steps.push({ question: parent.question, ...step });
      return;
    }
    const { question } = step;
    const isBare = question !== undefined && Object.keys(step).length === 1;
    parent = isBare ? { step, question, indent } : null;
    steps.push(step);
  }

  /** `- Evidence: …` under a step that has none yet. */
  function addPart(label: string, rest: string): boolean {
    const part = stepMatcher.match(label);
    const last = steps.at(-1);
    if (rest === '' || last === undefined) return false;
    if ((part !== 'evidence' && part !== 'decision') || last[part] !== undefined) return false;
    const text = plainOf(rest);
    if (text !== undefined) last[part] = text;
    return true;
  }

  function takeStatement(raw: string, isStep: boolean, indent: number): void {
    for (const { label, rest } of readLabels(raw)) {
      const field = matchField(label, 'treatment')?.field;
      if (field === 'treatment.physician.conclusion' && rest !== '') {
        conclusions.push(rest);
        return;
      }
      if (field === 'treatment.physician.condition' && rest !== '' && !hasArrow(raw)) {
        conditions.push(rest);
        return;
      }
      if (addPart(label, rest)) return;
    }
    if (isStep || hasArrow(raw)) addStep(raw, indent);
    else (steps.length === 0 ? before : after).push(raw);
  }

  /** One line may hold the whole tree: its steps numbered, and what they come to. */
  function takeLine(raw: string, isStep: boolean, indent: number): void {
    const parts = splitEnumeration(raw);
    for (const part of parts ?? [raw]) {
      const { step, conclusion } = splitConclusion(part);
      takeStatement(step, isStep || parts !== null, indent);
      if (conclusion !== null) conclusions.push(conclusion);
    }
  }

  function takeTable(table: Table): void {
    const read = readColumns(table, stepMatcher);
    for (const row of read?.rows ?? table.rows) {
      const tree = read === null ? row.slice(1).join('\n') : cellOf(read, row, 'tree');
      const condition = read === null ? row[0] : cellOf(read, row, 'condition');
      if (condition !== undefined) conditions.push(condition);
      if (tree !== undefined) for (const line of readCellLines(tree)) takeToken(line);
      if (read === null || tree !== undefined) continue;
      const [question = '', evidence = '', decision = ''] = (
        ['question', 'evidence', 'decision'] as const
      ).map(id => cellOf(read, row, id));
      const step = toStep(question, evidence, decision);
      if (step !== undefined) steps.push(step);
    }
  }

  function takeToken(token: Token): void {
    if (token.kind === 'table') takeTable(token);
    else if (token.kind === 'item') {
      takeLine(token.numbered ? token.raw.trim() : token.content, true, token.indent);
    } else if (token.kind !== 'blank') takeLine(token.raw, false, 0);
  }

  for (const { tokens } of segments) {
    const raw = rawOf(tokens);
    if (!seen.has(raw)) for (const token of tokens) takeToken(token);
    seen.add(raw);
  }
  return gathered;
}

function firstOf(raws: readonly string[], leave: Leave): string | undefined {
  const [first, ...others] = raws.filter(raw => plainOf(raw) !== undefined);
  for (const other of others) if (other !== first) leave(null, other);
  return first === undefined ? undefined : plainOf(first);
}
