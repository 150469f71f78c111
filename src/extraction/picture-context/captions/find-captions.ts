import type { CaptionForm } from '../labels/caption-form.ts';
import { isTableCaption } from '../labels/is-table-caption.ts';
import type { Language } from '../labels/label.ts';
import { type CaptionStart, readCaptionStart } from '../labels/read-caption-start.ts';
import { joinLines, showText } from '../markdown/join-lines.ts';
import { type Line, linesOf, runningText, type Unit } from '../markdown/unit.ts';
import type { Candidate } from './candidate.ts';
import { cellsOfPictures } from './cells-of-pictures.ts';
import { extendCaption } from './extend-caption.ts';
import { isContentsLine } from './is-contents-line.ts';
import { isEcho } from './is-echo.ts';
import { isClosed, isOpenEnded } from './is-open-ended.ts';
import { isPanelMark } from './is-panel-mark.ts';
import { joinTwins } from './join-twins.ts';
import { markLists } from './mark-lists.ts';
import { splitSideBySide } from './split-side-by-side.ts';
import { spreadRanges } from './spread-ranges.ts';
import { trustRows } from './trust-rows.ts';

const takeCosts = { marked: 0, bare: 0.3, plain: 0.6, verb: 2.3 };
const leaveCosts = { marked: 2.5, bare: 1.5, plain: 1, verb: 0 };
const continuedSign =
  /\(\s*(?:continued|cont\.?)\s*\)|（续）|\(续\)|^\s*续图|[-–—]\s*cont(?:inued|'d|\.)/i;
const longestPlainLabel = 300;

/** Everything in the text that may be a caption, in the order of the text. */
export function findCaptions(
  text: string,
  units: readonly Unit[],
  language: Language,
): Candidate[] {
  const found: Candidate[] = [];
  const isOfPictures = cellsOfPictures(units);
  let before = '';
  let contents = 0;
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    const isValue = !isOfPictures(index) && unit.kind === 'row';
    if (unit.kind === 'picture' || unit.kind === 'break') continue;
    if (unit.kind === 'heading') contents = isContentsHeading(text, unit) ? index : 0;
    const isLoose = unit.isCaption || unit.isCentred;
    const isTaken = index < (found.at(-1)?.unitEnd ?? 0);
    if (!isTaken && (unit.hasCue || isLoose || isEcho(text, units, index))) {
      const lines = linesOf(text, unit);
      if (lines.length > 0) {
        const candidates = contents > 0 ? [] : readUnit(text, units, index, lines, before);
        for (const candidate of candidates) {
          if (isValue && (candidate.form === 'bare' || candidate.form === 'verb')) continue;
          if (candidate.form !== 'bare') extendCaption(text, units, candidate);
          found.push(candidate);
        }
      }
    }
    before =
      unit.kind === 'heading' ? '' : text.slice(Math.max(unit.start, unit.end - 24), unit.end);
  }
  markLists(found, units);
  nameBare(text, units, found);
  dropWorse(found);
  const joined = joinTwins(found, language);
  trustRows(joined);
  return spreadRanges(joined);
}

function isContentsHeading(text: string, unit: Unit): boolean {
  return /(?:list of (?:figures|illustrations|plates)|图\s*目\s*录|插图(?:目录|清单|索引)|图表?目录)/i.test(
    text.slice(unit.start, Math.min(unit.end, unit.start + 80)),
  );
}

function readUnit(
  text: string,
  units: readonly Unit[],
  index: number,
  lines: readonly Line[],
  before: string,
): Candidate[] {
  const unit = units[index]!;
  const isBelow = units[index - 1]?.kind === 'picture';
  const starts: number[] = [];
  const found: Candidate[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!begins(lines, at, starts.length > 0, isBelow, before)) continue;
    starts.push(at);
  }
  if (starts[0] !== 0) {
    const loose = readLoose(text, units, index, lines);
    if (loose) return [loose];
  }
  starts.forEach((from, nth) => {
    const to = starts[nth + 1] ?? lines.length;
    const part = lines.slice(from, to);
    for (const piece of splitSideBySide(part, hasPicturesBeside(units, index))) {
      // Below a picture that parts a sentence it may be either, the caption or the sentence going on.
      const isDoubtful = from === 0 && isOpenEnded(before.trimEnd());
      found.push(...candidatesOf(unit, index, piece, isDoubtful));
    }
  });
  return found;
}

function begins(
  lines: readonly Line[],
  at: number,
  isWithinCaption: boolean,
  isBelow: boolean,
  before: string,
): boolean {
  const line = lines[at]!;
  if (isContentsLine(line.text)) return false;
  const previous = at > 0 ? lines[at - 1]!.text : before;
  if (isOpenEnded(previous.trimEnd()) && !(at === 0 && isBelow)) return false;
  if (isTableCaption(line.text, line)) return at === 0;
  const start = readCaptionStart(line.text, line);
  if (!start) return false;
  if (at === 0) return true;
  // Above it only what is written within the picture, or under its panels.
  const isUnderPicture = isBelow && lines.slice(0, at).every(({ text }) => text.length <= 30);
  if (isUnderPicture && !isWithinCaption) return start.form !== 'verb';
  if (isWithinCaption) return start.form !== 'verb';
  return isClosed(previous) && (start.form === 'marked' || start.form === 'bare');
}

/** A caption without a label, where the HTML says that it is one or sets it under its picture. */
function readLoose(
  source: string,
  units: readonly Unit[],
  index: number,
  lines: readonly Line[],
): Candidate | null {
  const unit = units[index]!;
  const text = runningText(lines);
  const isEchoing = isEcho(source, units, index);
  const isBeside = [units[index - 1], units[index + 1]].some(
    other => other?.kind === 'picture' && (unit.isCaption || other.isCentred),
  );
  if ((!isEchoing && !isBeside) || isPanelMark(text)) return null;
  const isLong = text.length > longestPlainLabel && !isEchoing;
  if (!unit.isCaption && (unit.kind === 'heading' || isLong)) return null;
  return {
    unit: index,
    unitEnd: index + 1,
    label: null,
    isTable: false,
    isListed: false,
    form: 'plain',
    isContinued: false,
    text: showText(text),
    lines: [lines[0]!.line, lines.at(-1)!.line],
    takeCost: unit.isCaption || isEchoing ? 0 : 1.5,
    leaveCost: 0,
  };
}

function candidatesOf(
  unit: Unit,
  index: number,
  lines: readonly Line[],
  isDoubtful: boolean,
): Candidate[] {
  const [first] = lines as [Line];
  const isTable = isTableCaption(first.text, first);
  const start = isTable ? null : readCaptionStart(first.text, first);
  if (!isTable && !start) return [];
  const form = isDoubtful && start ? 'verb' : formOf(lines, start);
  const byPlace =
    (unit.isCaption ? -1 : unit.isCentred ? -0.3 : 0) + (unit.kind === 'item' ? 1 : 0);
  const common = {
    unit: index,
    unitEnd: index + 1,
    isTable,
    isListed: false,
    form,
    isContinued: continuedSign.test(first.text.slice(0, 60)),
    text: showText(joinLines(lines.map(line => line.text))),
    lines: [first.line, lines.at(-1)!.line] as [number, number],
    takeCost: Math.max(0, takeCosts[form] + byPlace),
    leaveCost: isTable ? 0 : leaveCosts[form],
  };
  if (!start) return [{ ...common, takeCost: 1, label: null }];
  return start.labels.map(label => ({ ...common, label }));
}

/** A label on a line of its own is a sign for what stands on the lines below it. */
function formOf(lines: readonly Line[], start: CaptionStart | null): CaptionForm {
  if (start?.form !== 'bare' || lines.length < 2) return start?.form ?? 'marked';
  const whole = readCaptionStart(joinLines(lines.slice(0, 2).map(({ text }) => text)));
  return whole?.form === 'verb' ? 'verb' : 'marked';
}

function hasPicturesBeside(units: readonly Unit[], index: number): boolean {
  const before = units[index - 1]?.kind === 'picture' && units[index - 2]?.kind === 'picture';
  const after = units[index + 1]?.kind === 'picture' && units[index + 2]?.kind === 'picture';
  return before || after;
}

/** A bare label takes the block below for its title, unless its words stand in a list of legends. */
function nameBare(text: string, units: readonly Unit[], found: readonly Candidate[]): void {
  const told = new Set<string>();
  for (const { label, form, isListed } of found)
    if (label && form === 'marked' && !isListed) told.add(label.key);
  for (const candidate of found)
    if (candidate.form === 'bare' && !told.has(candidate.label!.key))
      extendCaption(text, units, candidate);
}

/** A sentence about a figure is its caption only where nothing better is. */
function dropWorse(found: Candidate[]): void {
  const best = new Map<string, number>();
  const order = { marked: 0, bare: 0, plain: 1, verb: 2 };
  for (const { label, form, isListed } of found) {
    if (!label || isListed) continue;
    best.set(label.key, Math.min(best.get(label.key) ?? 3, order[form]));
  }
  const kept = found.filter(({ label, form, text }) => {
    if (!label || form !== 'verb') return true;
    return best.get(label.key) === 2 && text.length <= 200;
  });
  found.length = 0;
  for (const candidate of kept) {
    const { label, form } = candidate;
    if (label && form === 'plain' && best.get(label.key) === 0) candidate.takeCost += 1.5;
    found.push(candidate);
  }
}
