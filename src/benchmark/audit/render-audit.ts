import { listWords } from './figures/show.ts';
import { ALL_ROWS, type Audit, type Finding, type Verdict } from './finding.ts';

/** The audit as Markdown that also reads well as plain text: what is wrong first. */
export function renderAudit({ findings }: Audit): string {
  const of = (verdict: Verdict) => findings.filter(finding => finding.verdict === verdict);
  const [wrong, rounding, unknown] = [of('inconsistent'), of('rounding'), of('not recomputable')];
  const sound = of('consistent');
  const sections = [
    `# Audit of published tables\n\n${summarise(wrong, rounding, unknown, sound)}`,
    section('What does not follow', wrong, listByTable),
    section('What the tables were computed from', sound.filter(isAboutColumn), listByTable),
    section('What rounding explains', rounding, listByTable),
    section('What cannot be recomputed', unknown, listByReason),
    section('What follows', sound, countByRule),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function summarise(
  wrong: Finding[],
  rounding: Finding[],
  unknown: Finding[],
  sound: Finding[],
): string {
  const all = wrong.length + rounding.length + unknown.length + sound.length;
  const tables = [...new Set(wrong.map(({ table }) => plain(table)))];
  const verdict =
    wrong.length === 0
      ? 'None of them contradicts the others.'
      : `**${count(wrong.length, 'figure does not follow', 'figures do not follow')}** from the others, in ${listWords(tables)}.`;
  return `${count(all, 'finding', 'findings')}. ${verdict} ${sound.length} follow, rounding explains ${rounding.length} more, and ${unknown.length} cannot be recomputed from what is printed.`;
}

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

function section(
  title: string,
  findings: Finding[],
  list: (findings: Finding[]) => string,
): string {
  return findings.length === 0 ? '' : `## ${title}\n\n${list(findings)}`;
}

/** Formulas, numbers of items, bases of percentages: what was found out rather than checked. */
const isAboutColumn = ({ row, rule }: Finding) =>
  row === ALL_ROWS && ['formula of a column', 'item counts', 'percent base'].includes(rule);

function listByTable(findings: Finding[]): string {
  return groupBy(findings, ({ table }) => table)
    .map(([table, group]) => `### ${plain(table)}\n\n${group.map(bullet).join('\n')}`)
    .join('\n\n');
}

function bullet({ row, field, printed, recomputed, explanation }: Finding): string {
  const figures = [
    printed === null ? '' : `printed ${plain(String(printed))}`,
    recomputed === null ? '' : `recomputed ${plain(String(recomputed))}`,
  ].filter(Boolean);
  const aside = figures.length > 0 ? ` (${figures.join(', ')})` : '';
  return `- **${plain(row)}, ${plain(field)}**${aside}: ${plain(explanation)}`;
}

function listByReason(findings: Finding[]): string {
  return groupBy(findings, ({ table, explanation }) => `${table}\n${explanation}`)
    .map(([, group]) => {
      const cells = group.map(({ row, field, printed }) => {
        const figure = printed === null ? '' : ` (${plain(String(printed))})`;
        return `${plain(row)}, ${plain(field)}${figure}`;
      });
      return `- ${plain(group[0]!.table)}: ${cells.join('; ')}. ${plain(group[0]!.explanation)}`;
    })
    .join('\n');
}

function countByRule(findings: Finding[]): string {
  return groupBy(findings, ({ table, rule }) => `${table}\n${rule}`)
    .map(([, group]) => {
      const { table, rule } = group[0]!;
      return `- ${plain(table)}, ${plain(rule)}: ${group.length}`;
    })
    .join('\n');
}

function groupBy(findings: Finding[], key: (finding: Finding) => string): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(key(finding));
    if (group) group.push(finding);
    else groups.set(key(finding), [finding]);
  }
  return [...groups];
}

/** Names come from a stranger's file: no control characters for the terminal, no line breaks, no
 *  Markdown of their own. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*[\]<>|]/gu, '\\$&')
    .trim();
}
