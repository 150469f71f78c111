import { decodeInline } from '../markdown/decode-inline.ts';
import { readNothing } from '../markdown/is-nothing.ts';
import { findUnescaped, splitUnescaped } from '../markdown/split-raw.ts';
import type { Measure, Quantity } from '../schema.ts';

const number = String.raw`[-−+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,3})?(?![\d,]\d)`;
const relation = String.raw`(?<relation>[<>≤≥≈=~～＜＞约]|&[lg]t;|about|approximately|approx\.?|circa|ca\.?|around|大约|约为|more than|over|greater than|大于|超过|at least|不少于|不小于|less than|under|below|小于|不足|at most|up to|不超过|不大于)?`;
const unit = String.raw`(?<unit>(?:&#\d{1,7};)+|[\p{L}°℃%‰′″'"µμ][\p{L}\d°%²³µμ/·^'"′″-]{0,30}(?: Hg)?)?`;
const bodyPattern = new RegExp(
  String.raw`^${relation}\s*(?<value>${number})(?:\s*(?:[-–—~～至到]|to)\s*(?<to>${number}))?\s*${unit}$`,
  'iu',
);
const aboutPattern = /\s?(?:左右|上下|or so)$/;
const unnamedStart = /(?<=[\s\p{Script=Han}])(?=[<>≤≥≈~～＜＞约]?\s*[-−+]?\.?\d)/u;
/** Without a unit, what stands behind such a name is a grade, in figures too: Pfirrmann: 4. */
const gradeName =
  /\b(?:grad(?:e|ing)|type|class|stage|classification)s?$|\b(?:Pfirrmann|Meyerding|Modic|Schizas|Kellgren[-– ]Lawrence|Genant|Risser|Lenke|Castellvi|Goutallier|Weishaupt|Frankel|Nurick|Wiltse)$|[级型期]$|分级|分型|分期/i;

const relations: Readonly<Record<string, Quantity['relation']>> = {
  '=': '=',
  '<': '<',
  '＜': '<',
  '&lt;': '<',
  'less than': '<',
  under: '<',
  below: '<',
  小于: '<',
  不足: '<',
  '>': '>',
  '＞': '>',
  '&gt;': '>',
  'more than': '>',
  over: '>',
  'greater than': '>',
  大于: '>',
  超过: '>',
  '≤': '≤',
  'at most': '≤',
  'up to': '≤',
  不超过: '≤',
  不大于: '≤',
  '≥': '≥',
  'at least': '≥',
  不少于: '≥',
  不小于: '≥',
};

/** The measures in a cell or after a label: quantities where they read as such, else grades. */
export function readMeasures(raw: string): Measure[] {
  if (readNothing(raw) !== null) return [];
  return raw
    .split(/<br\s*\/?>|\n/i)
    .flatMap(line => splitUnescaped(line, ';；'))
    .map(piece => piece.trim())
    .filter(piece => readNothing(piece) === null)
    .flatMap(readPiece);
}

/** Commas part measures only where every part is one: they also stand inside of them. */
function readPiece(piece: string): Measure[] {
  const whole = readQuantity(piece);
  if (whole !== null) return [whole];
  // A comma within a figure may be a decimal one.
  if (/\d,\d/.test(piece)) return [readGrade(piece)];
  const parts = splitUnescaped(piece, ',，、').map(part => readQuantity(part.trim()));
  return parts.every(part => part !== null) ? parts : [readGrade(piece)];
}

function readQuantity(raw: string): Measure | null {
  const { name, body } = splitName(raw);
  const read = readBody(body);
  if (read === null) return null;
  if (read.unit === null && name !== null && gradeName.test(name)) return null;
  return { kind: 'quantity', name: name === null ? null : decodeInline(name), ...read };
}

function readGrade(raw: string): Measure {
  const [colon] = findUnescaped(raw, ':：');
  const name = colon === undefined ? '' : decodeInline(raw.slice(0, colon).trim());
  const grade = colon === undefined ? '' : decodeInline(raw.slice(colon + 1).trim());
  if (name.trim() !== '' && grade.trim() !== '') return { kind: 'grade', name, grade };
  return { kind: 'grade', name: null, grade: decodeInline(raw) };
}

/** Up to a colon, or, without one, up to the number itself: `AP diameter 8 mm`. */
function splitName(raw: string): { name: string | null; body: string } {
  const [colon] = findUnescaped(raw, ':：');
  if (colon !== undefined && colon > 0) {
    return { name: raw.slice(0, colon).trim(), body: narrow(raw.slice(colon + 1)) };
  }
  const whole = narrow(raw);
  const start = bodyPattern.test(whole.replace(aboutPattern, ''))
    ? 0
    : (unnamedStart.exec(whole)?.index ?? 0);
  const name = whole
    .slice(0, start)
    .trim()
    .replace(/(?:\s(?:of|is|was|measuring|measures)|[为是])$/i, '');
  // What starts with a figure is no name: 8 x 5 mm, 3 of 5.
  if (name === '' || /^[\d.]/.test(name)) return { name: null, body: whole };
  return { name, body: whole.slice(start) };
}

/** Runs of blanks would make the pattern search them over and over. */
function narrow(raw: string): string {
  return raw.trim().replace(/\s+/g, ' ');
}

function readBody(body: string): Omit<Quantity, 'kind' | 'name'> | null {
  const isAbout = aboutPattern.test(body);
  const groups = bodyPattern.exec(body.replace(aboutPattern, ''))?.groups;
  if (groups === undefined) return null;
  const value = toNumber(groups.value!);
  const to = groups.to === undefined ? null : toNumber(groups.to);
  if (!Number.isFinite(value) || (to !== null && !Number.isFinite(to))) return null;
  const word = groups.relation?.toLowerCase();
  const stated = word === undefined ? (isAbout ? '≈' : '=') : (relations[word] ?? '≈');
  return {
    relation: stated,
    value,
    to,
    unit: groups.unit === undefined ? null : decodeInline(groups.unit),
  };
}

function toNumber(digits: string): number {
  return Number(digits.replaceAll(',', '').replace('−', '-'));
}
