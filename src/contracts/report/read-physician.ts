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

const arrow = /\s*(?:→|⇒|➔|➜|⟶|-{1,2}>|=>|\$?\\(?:right|Right)arrow\$?|&rarr;)\s*/;

/** The decision tree: from a table of steps, a list of them, or a cell that holds the whole tree. */
export function readPhysician(
  take: (place: Place) => readonly Segment[],
  leave: Leave,
): Physician | undefined {
  const steps: Step[] = [];
  const conditions: string[] = [];
  const conclusions: string[] = [];
  const loose: string[] = [];
  const seen = new Set<string>();

  function takeLine(raw: string, isStep: boolean): void {
    const enumerated = splitEnumeration(raw);
    if (enumerated !== null) {
      for (const part of enumerated) takeLine(part, true);
      return;
    }
    const ending = /^(.*?[.。;；\s])\s*\**(?:conclusion|结论)\**\s*[:：]\s*\**(.+)$/is.exec(raw);
    if (ending !== null) {
      takeLine(ending[1]!.trim(), isStep);
      conclusions.push(ending[2]!);
      return;
    }
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
    else loose.push(raw);
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
  // Prose to the physician that is no step is what it comes to.
  const prose = plainOf(loose.join('\n'));
  if (conclusion !== undefined && prose !== undefined) leave(null, loose.join('\n'));
  return dropAbsent({
    condition,
    steps: steps.length === 0 ? undefined : steps,
    conclusion: conclusion ?? prose,
  });
}

/** `Question: evidence → decision`, or as much of it as there is. */
function readStep(raw: string): Step | undefined {
  const parts = raw.replace(/^(?:\d{1,2}|[（(]\d{1,2}[)）])[.、)]?\s+/, '').split(arrow);
  const decision = parts.length > 1 ? parts.at(-1)! : '';
  const before = parts.length > 1 ? parts.slice(0, -1).join(' → ') : parts[0]!;
  const labelled = readLabels(before).find(({ rest }) => rest.trim() !== '');
  return dropAbsent({
    question: plainOf(
      (labelled?.label ?? (decision === '' ? before : '')).replace(/[:：]\s*$/, ''),
    ),
    evidence: plainOf(labelled?.rest ?? (decision === '' ? '' : before)),
    decision: plainOf(decision),
  });
}

function firstOf(raws: readonly string[], leave: Leave): string | undefined {
  const [first, ...others] = raws.filter(raw => plainOf(raw) !== undefined);
  for (const other of others) if (other !== first) leave(null, other);
  return first === undefined ? undefined : plainOf(first);
}
