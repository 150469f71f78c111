import { isTableCaption } from '../labels/is-table-caption.ts';
import { readCaptionStart } from '../labels/read-caption-start.ts';
import { joinLines, showText } from '../markdown/join-lines.ts';
import { linesOf, runningText, type Unit } from '../markdown/unit.ts';
import type { Candidate } from './candidate.ts';
import { isClosed, isOpenEnded } from './is-open-ended.ts';

const mostBlocks = 12;
const longestTitle = 1500;
/** How a block begins that tells the panels: (A), "A, endplate", "A–C:", A为, "1.椎体 2.椎弓". */
const panel =
  /^(?:[(（][A-Ha-h](?:\s?(?:[-–,，、&]|and)\s?[A-Ha-h])*[)）]|[A-Ha-h](?:\s?(?:[-–,，、&]|and)\s?[A-Ha-h])*(?:[.:：．)）](?:\s+(?=\S)|(?=\p{Script=Han}))|[,，]\s?(?=[\p{Ll}\p{Script=Han}])|(?:\s?[示为])(?=\p{Script=Han}))|[①-⑳]|1[.．、)）]\s?[^\d\s]\S{0,29}[\s;；，,]\s?2[.．、)）])/u;
const footnote =
  /^(?:abbreviations?\b|notes?[.:]|(?:re)?sources?:|legends?:|keys?:|scale bars?\b|arrow(?:head)?s?\b|\*+\s?p\s?[<=>]|data (?:are|is) |注\s*[:：]|缩写|箭头|图中|图例|(?:资料|图片)?来源\s*[:：])/i;

/** Takes the blocks behind a caption that are still its own: the title of a bare label, panels told one
 *  a block, footnotes, a sentence that goes on. */
export function extendCaption(text: string, units: readonly Unit[], candidate: Candidate): void {
  if (candidate.isTable || candidate.form === 'verb') return;
  let isBare = candidate.form === 'bare';
  for (let count = 0; count < mostBlocks; count++) {
    const unit = units[candidate.unitEnd];
    if (
      !unit ||
      (unit.kind !== 'text' && unit.kind !== 'item' && !(isBare && unit.kind === 'heading'))
    )
      return;
    if (unit.end - unit.start > 4000) return;
    const lines = linesOf(text, unit);
    if (
      lines.length === 0 ||
      readCaptionStart(lines[0]!.text, lines[0]) ||
      isTableCaption(lines[0]!.text, lines[0])
    )
      return;
    const next = runningText(lines);
    const goesOn =
      (unit.isCaption && units[candidate.unit]!.isCaption) ||
      (isBare
        ? isTitle(units, candidate, unit, next)
        : isContinuation(text, units, candidate, next));
    if (!goesOn) return;
    isBare = false;
    candidate.text = showText(joinLines([candidate.text, next]));
    candidate.lines = [candidate.lines[0], lines.at(-1)!.line];
    candidate.unitEnd++;
  }
}

function isTitle(units: readonly Unit[], candidate: Candidate, unit: Unit, next: string): boolean {
  const own = units[candidate.unit]!;
  if (/^[\p{Ll}]/u.test(next) || unit.kind === 'item' || /[)）\]】]$/.test(candidate.text))
    return false;
  if (next.length > longestTitle || (own.isCentred && !unit.isCentred)) return false;
  const isSet =
    own.isCentred || own.isCaption || (own.kind !== 'heading' && own.read?.[0]?.isEmphasised);
  if (isSet) return true;
  // Converters make headings of labels too; what is below such a heading may be anything.
  if (own.kind === 'heading') return false;
  const stands = units[candidate.unit - 1]?.kind === 'picture';
  // A Chinese title has no full stop; what has one is the text going on.
  return stands && next.length <= 600 && !next.endsWith('。');
}

function isContinuation(
  text: string,
  units: readonly Unit[],
  candidate: Candidate,
  next: string,
): boolean {
  const own = candidate.text;
  if ((panel.test(next) && tellsNext(own, next)) || footnote.test(next)) return true;
  if (isOpenEnded(own)) return /^[\p{Ll}\p{Script=Han}\d(（]/u.test(next);
  // A line that was parted in mid-sentence; a short one is a title without a stop.
  if (own.length < 40 || isClosed(own) || !/^(?!see\b)\p{Ll}{2,}/u.test(next)) return false;
  return !isSentenceParted(text, units, candidate.unit);
}

/** B comes behind A: "E. coli was cultured" below a caption is no panel E. */
function tellsNext(own: string, next: string): boolean {
  const letter = /[A-Ha-h]/.exec(next.slice(0, 2))?.[0].toUpperCase() ?? 'A';
  if (letter === 'A') return true;
  const before = String.fromCharCode(letter.charCodeAt(0) - 1);
  return new RegExp(`(?<![A-Za-z])${before}(?![A-Za-z])`, 'i').test(own);
}

/** Whether the paragraph before a figure breaks off: then what goes on behind it is that paragraph. */
function isSentenceParted(text: string, units: readonly Unit[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const { kind, start, end } = units[at]!;
    if (kind === 'heading') return false;
    if (kind === 'text' || kind === 'item')
      return !isClosed(text.slice(Math.max(start, end - 24), end));
  }
  return false;
}
