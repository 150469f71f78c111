import type { ReportSectionId } from '../../../spine/report-sections.ts';
import { isNumbered, isOutlineNumbered } from '../labels/fold-label.ts';
import { hintSection, matchField, matchSection, type SectionMatch } from '../labels/match-label.ts';
import { readLabels } from '../labels/read-labels.ts';
import type { Token } from '../markdown/tokenise.ts';

/** How a label stands: as a heading of some depth, as a line of its own, or within a line. */
export type Standing = { readonly kind: 'heading' | 'line' | 'inline'; readonly depth: number };

/** `exact`: only what a dictionary has, not what the words of a heading suggest. */
export type SectionReader = (
  label: string,
  standing: Standing,
  exact: boolean,
) => SectionMatch | null;

/**
 * Decides which labels open a section in this document. A word such as "Treatment" is a section's
 * heading in one document and a bullet's label in another; what settles it is how the document
 * writes its other sections. So a label opens a section only where no heading that stands more
 * surely opens the same one, and the weakest labels only where there are no sure headings at all.
 */
export function createSectionReader(tokens: readonly Token[]): SectionReader {
  const level = findLevel(tokens);
  const byHeading = new Set<ReportSectionId>();
  const byLine = new Set<ReportSectionId>();
  for (const token of tokens) {
    if (token.kind === 'heading' && token.depth === level) add(byHeading, sectionOf(token.raw));
    else if (standsAlone(token)) add(byLine, matchSection(token.raw) ?? hintOutline(token.raw));
  }
  const headed = byHeading.size >= 2;
  const sure = new Set([...byHeading, ...byLine]).size >= 2;

  return (label, { kind, depth }, exact) => {
    const read = exact ? matchSection : readHeading;
    // A lone heading above sections in bold is the title, whatever words are in it.
    if (kind === 'heading' && (headed ? depth === level : byLine.size < 2)) return read(label);
    const match = matchSection(label) ?? (kind === 'line' && !headed ? read(label) : null);
    if (match === null || byHeading.has(match.section)) return null;
    if (kind === 'heading') return isTelling(label) ? match : null;
    if (kind === 'line') return !headed || isNumbered(label) ? match : null;
    return sure || byLine.has(match.section) ? null : match;
  };
}

/** A line that is a label and nothing else: in bold, of an outline, or numbered and well known. */
export function standsAlone(token: Token): token is Token & { raw: string } {
  if (token.kind === 'bold') return true;
  if (token.kind !== 'text' && token.kind !== 'item') return false;
  const content = token.kind === 'item' ? token.content : token.raw;
  if (token.kind === 'item' && !token.numbered) return false;
  const [first] = readLabels(content);
  if (first?.bold && first.rest === '') return true;
  const known = (matchSection(content) ?? matchField(content, null)) !== null;
  return isOutlineNumbered(token.raw.trim()) ? true : known && isNumbered(token.raw);
}

/** What a heading opens that may go on after its label: `Diagnosis: disc herniation`. */
function sectionOf(raw: string): SectionMatch | null {
  const labels = readLabels(raw).filter(({ rest }) => rest !== '');
  return (
    labels.reduce((found, { label }) => found ?? matchSection(label), matchSection(raw)) ??
    readHeading(raw)
  );
}

/** A section's own name first, then a field's, and only then what the words suggest. */
function readHeading(raw: string): SectionMatch | null {
  return matchSection(raw) ?? (matchField(raw, null) === null ? hintSection(raw) : null);
}

/** Lines of an outline are headings for sure, so that their words may be taken for a hint. */
function hintOutline(raw: string): SectionMatch | null {
  return isOutlineNumbered(raw.trim()) ? readHeading(raw) : null;
}

/** The depth at which most sections stand; the title above them says nothing of sections. */
function findLevel(tokens: readonly Token[]): number {
  const sections = new Map<number, Set<ReportSectionId>>();
  for (const token of tokens) {
    if (token.kind !== 'heading') continue;
    const match = sectionOf(token.raw);
    if (match === null) continue;
    const here = sections.get(token.depth) ?? new Set();
    sections.set(token.depth, here.add(match.section));
  }
  const counts = [...sections].map(([depth, found]) => ({ depth, count: found.size }));
  return counts.sort((a, b) => b.count - a.count || a.depth - b.depth)[0]?.depth ?? 0;
}

/** One word, such as Management or 诊断, is too little below the level of the sections. */
function isTelling(label: string): boolean {
  return (
    label.trim().split(/\s+/).length >= 2 || (label.match(/\p{Script=Han}/gu) ?? []).length >= 4
  );
}

function add(sections: Set<ReportSectionId>, match: SectionMatch | null): void {
  if (match !== null) sections.add(match.section);
}
