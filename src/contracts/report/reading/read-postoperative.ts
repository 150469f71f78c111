import { stripHeading } from '../labels/fold-label.ts';
import type { IssuePart } from '../labels/part-labels.ts';
import { issueMatcher } from '../labels/part-matchers.ts';
import { readLabels } from '../labels/read-labels.ts';
import { readNothing } from '../markdown/is-nothing.ts';
import type { Item, Line, Table } from '../markdown/tokenise.ts';
import type { PostoperativeIssue } from '../schema.ts';
import { type Leave, plainOf, rawOf } from './content.ts';
import type { Segment } from './cursor.ts';
import { dropAbsent } from './drop-absent.ts';
import { cellOf, readColumns } from './read-columns.ts';

type Draft = Readonly<Record<IssuePart, string[]>> & { readonly indent: number };

const inlineRedFlag =
  /(?:red flags?(?: signs?| symptoms?)?|warning signs?|红旗[^:：\s]{0,4}|警示[^:：\s]{0,4}|危险信号|预警信号)\*{0,3}\s{0,3}⚠?\uFE0F?\s{0,3}[:：]\*{0,3}/i;

/** Issue by issue, from tables, lists with labels in them, and headings with prose. */
export function readPostoperative(
  segments: readonly Segment[],
  leave: Leave,
): Partial<PostoperativeIssue>[] | undefined {
  const issues: Partial<PostoperativeIssue>[] = [];
  const seen = new Set<string>();
  let none = false;
  for (const segment of segments) {
    const raw = rawOf(segment.tokens);
    if (seen.has(raw)) continue;
    seen.add(raw);
    if (raw !== '' && readNothing(raw) === 'none') none = true;
    else for (const draft of gather(segment, leave)) issues.push(...toIssue(draft));
  }
  return issues.length > 0 || none ? issues : undefined;
}

function gather({ label, tokens }: Segment, leave: Leave): Draft[] {
  const drafts: Draft[] = [];
  const hasTable = tokens.some(({ kind }) => kind === 'table');
  let part: IssuePart = 'strategy';

  function begin(issue: string, indent: number): Draft {
    const draft: Draft = { issue: issue === '' ? [] : [issue], strategy: [], redFlag: [], indent };
    drafts.push(draft);
    part = 'strategy';
    return draft;
  }

  /** The red flag may stand at the end of the strategy, in brackets or not. */
  function add(draft: Draft, to: IssuePart, raw: string): void {
    const cut = to === 'strategy' ? inlineRedFlag.exec(raw) : null;
    if (cut === null) {
      draft[to].push(raw);
      return;
    }
    const before = raw
      .slice(0, cut.index)
      .replace(/\*{1,3}$/, '')
      .trimEnd();
    const isBracketed = /[（(]$/.test(before);
    const strategy = isBracketed ? before.slice(0, -1).trimEnd() : before;
    const sign = raw.slice(cut.index + cut[0].length).trim();
    if (strategy !== '') draft.strategy.push(strategy.replace(/[；;,，]$/, ''));
    draft.redFlag.push(isBracketed ? sign.replace(/[)）][.。]?$/, '') : sign);
  }

  function takePart(id: IssuePart, rest: string, indent: number): void {
    if (id === 'issue') {
      begin(rest, indent);
      return;
    }
    const draft = drafts.at(-1) ?? begin('', indent);
    if (rest !== '') add(draft, id, rest);
    part = id;
  }

  function takeWords(token: Line | Item): void {
    const isItem = token.kind === 'item';
    const content = isItem ? token.content : token.raw;
    const draft = drafts.at(-1);
    const nested = isItem && draft !== undefined && token.indent > draft.indent;
    for (const { label: name, rest, bold } of readLabels(content)) {
      const id = issueMatcher.match(name);
      if (id !== null) {
        takePart(id, rest, token.indent);
        return;
      }
      if (nested || name.length > 80 || !(bold || isItem || rest !== '')) continue;
      const issue = begin(name.replace(/[.。:：]\s*$/, ''), token.indent);
      if (rest !== '') add(issue, 'strategy', rest);
      return;
    }
    if (draft !== undefined && !hasTable) add(draft, part, isItem ? token.raw.trim() : content);
    else if (isItem) begin(content, token.indent);
    else leave(label, content);
  }

  function takeTable(table: Table): void {
    const read = readColumns(table, issueMatcher);
    for (const row of read?.rows ?? table.rows) {
      const draft = begin((read === null ? row[0] : cellOf(read, row, 'issue')) ?? '', 0);
      row.forEach((value, at) => {
        const id = read === null ? 'strategy' : read.columns[at];
        if (id === 'issue' || (read === null && at === 0) || value === '') return;
        if (id == null) leave(table.header?.[at] ?? null, value);
        else if (read === null || !read.places.has('redFlag')) add(draft, id, value);
        else draft[id].push(value);
      });
    }
  }

  for (const token of tokens) {
    if (token.kind === 'table') takeTable(token);
    else if (token.kind === 'heading' || token.kind === 'bold') {
      const id = issueMatcher.match(token.raw);
      if (id === null) begin(stripHeading(token.raw), Number.NEGATIVE_INFINITY);
      else takePart(id, '', 0);
    } else if (token.kind !== 'blank') takeWords(token);
  }
  return drafts;
}

function toIssue({ issue, strategy, redFlag }: Draft): Partial<PostoperativeIssue>[] {
  const read = dropAbsent({
    issue: plainOf(issue.join('\n')),
    strategy: plainOf(strategy.join('\n')),
    redFlag: plainOf(redFlag.join('\n')),
  });
  return read === undefined ? [] : [read];
}
