import type { ReportSectionId } from '../../../spine/report-sections.ts';
import type { Language } from '../../../spine/term.ts';
import type { FieldId } from '../labels/field-labels.ts';
import type { FieldMatch } from '../labels/match-label.ts';
import type { Token } from '../markdown/tokenise.ts';

/** What stands between one label and the next. `label` is as written, null if there was none. */
export type Segment = {
  readonly label: string | null;
  readonly tokens: Token[];
  /** Opened outside its own section. */
  readonly strayed: boolean;
};

export type Place = ReportSectionId | FieldId;

export type Outline = {
  readonly segments: ReadonlyMap<Place, readonly Segment[]>;
  readonly extra: readonly Segment[];
  /** Headings that were guessed to be a field's, and had nothing under them: perhaps they were text. */
  readonly guessed: readonly string[];
  readonly labels: Readonly<Record<Language, number>>;
};

export type Cursor = ReturnType<typeof createCursor>;

/** Where the reading of a document stands: in which section and field, and how deep they began. */
export function createCursor() {
  const segments = new Map<Place, Segment[]>();
  const extra: Segment[] = [];
  const guesses: Segment[] = [];
  const labels: Record<Language, number> = { en: 0, zh: 0 };
  let section: ReportSectionId | null = null;
  let sectionDepth = 0;
  let field: FieldId | null = null;
  let fieldDepth = 0;
  let current = open(null, null, false);

  function open(place: Place | null, label: string | null, strayed: boolean): Segment {
    const segment: Segment = { label, tokens: [], strayed };
    if (place === null) extra.push(segment);
    else {
      const list = segments.get(place) ?? [];
      list.push(segment);
      segments.set(place, list);
    }
    return segment;
  }

  return {
    section: () => section,
    field: () => field,
    /** Where sections are headed by lines in bold, small headings are below them all the same. */
    isBelowSection: (depth: number) =>
      section !== null && (depth > sectionDepth || (depth > 2 && depth < 7 && sectionDepth >= 7)),
    isBesideSection: (depth: number) => depth === sectionDepth,
    isBelowField: (depth: number) => field !== null && depth > fieldDepth,
    /** In text that belongs to no section, below the heading that began it. */
    isBelowExtra: (depth: number) =>
      section === null && current.label !== null && depth > sectionDepth,
    hasContent: () => current.tokens.length > 0,

    outline(): Outline {
      const guessed = guesses.filter(({ tokens }) => tokens.every(({ kind }) => kind === 'blank'));
      return { segments, extra, labels, guessed: guessed.map(({ label }) => label ?? '') };
    },

    add(token: Token): void {
      current.tokens.push(token);
    },

    /** What follows a label on its line, unless it is a sign only. */
    addText(raw: string): void {
      if (/[\p{L}\p{N}]/u.test(raw))
        current.tokens.push({ kind: 'text', raw: raw.trim(), indent: 0 });
    },

    setAside(label: string, token: Token): void {
      extra.push({ label, tokens: [token], strayed: false });
    },

    enterSection(
      next: ReportSectionId,
      label: string | null,
      depth: number,
      language: Language | null,
    ): void {
      section = next;
      sectionDepth = depth;
      field = null;
      current = open(next, label, false);
      if (language !== null) labels[language] += 1;
    },

    enterField(match: FieldMatch, label: string, depth: number, isGuess = false): void {
      const strayed = match.section !== section;
      if (strayed) {
        sectionDepth = section === null ? depth : Math.min(sectionDepth, depth);
        section = match.section;
      }
      field = match.field;
      fieldDepth = depth;
      current = open(field, label, strayed);
      if (isGuess) guesses.push(current);
      labels[match.language] += 1;
    },

    /** A field that begins without a label, because of what stands in it. */
    slipInto(next: FieldId, depth: number): void {
      field = next;
      fieldDepth = depth;
      current = open(next, null, false);
    },

    /** Back to what stands under the section's heading itself. */
    leaveField(): void {
      if (field === null || section === null) return;
      field = null;
      current = open(section, null, false);
    },

    leaveSection(label: string, depth: number): void {
      section = null;
      field = null;
      sectionDepth = depth;
      current = open(null, label, false);
    },
  };
}
