import {
  findings,
  type ImagingModalityId,
  type Language,
  mentionedModalities,
  readLevels,
} from '../../spine/index.ts';
import { reportTuples } from '../scoring/findings/report-tuples.ts';
import { reportedFindings } from '../scoring/findings/reported-findings.ts';
import type { Tuple } from '../scoring/findings/tuple.ts';
import type { NamedFinding } from '../scoring/findings/vocabulary.ts';

export type StatedFinding = {
  /** The sentence of the case that states it, word for word. */
  readonly sentence: string;
  /** The study of which the text last spoke; null before it names one. */
  readonly modality: ImagingModalityId | null;
  readonly levels: readonly string[];
  readonly tuples: readonly Tuple[];
};

export type ReadCase = {
  readonly findings: readonly StatedFinding[];
  readonly levels: readonly string[];
  /** The first sentence that says so, of each. */
  readonly redFlag: string | null;
  readonly triedConservative: string | null;
  readonly sign: string | null;
};

const redFlag =
  /cauda equina|saddle|\b(?:urinary|bladder|bowel)\b|incontinen|progressive (?:weakness|deficit|paresis)|\bfever|weight loss|马尾|鞍区|大小便|尿潴留|尿失禁|排尿|进行性(?:无力|加重)|发热|消瘦/i;
const conservative =
  /conservative|physiotherap|physical therap|non-?operative|\b(?:nsaids?|painkillers?|analges|exercises?|injections?|brac(?:e|ing))\b|保守|理疗|康复|牵引|药物|针灸|封闭|支具/i;
const sign =
  /\b(?:pain|weak|numb|reflex|paresis|claudicat|sciatica|gait|clums|tingl|straight leg)|疼痛|麻木|无力|反射|跛行|步态|肌力|直腿抬高|放射痛/i;

/** What a case states outright. Nothing is concluded, and no picture is looked at. */
export function readCase(text: string): ReadCase {
  const sentences = inSentences(text);
  let modality: ImagingModalityId | null = null;
  const stated: StatedFinding[] = [];
  for (const sentence of sentences) {
    modality = mentionedModalities(sentence)[0] ?? modality;
    const { tuples } = reportTuples({ imaging: [{ findings: [{ finding: sentence }] }] });
    const levels = [...new Set(readLevels(sentence).map(({ name }) => name))];
    // Without a study or a level it is a symptom: 步态不稳 is no instability of the spine.
    const isSeen = modality !== null || levels.length > 0;
    if (tuples.length > 0 && isSeen) stated.push({ sentence, modality, levels, tuples });
  }
  const first = (pattern: RegExp) => sentences.find(sentence => pattern.test(sentence)) ?? null;
  return {
    findings: stated,
    levels: [...new Set(readLevels(text).map(({ name }) => name))],
    redFlag: first(redFlag),
    triedConservative: first(conservative),
    sign: first(sign),
  };
}

/** A line that merely wraps goes on; a new paragraph, item or label does not. */
const sentenceEnd =
  /(?<=[.!?])\s+(?=\S)|(?<=[。！？；])|\n(?=[^\S\n]*(?:\n|[-*•#|]|\d+[.、)]|[\p{L} -]{1,30}[:：]))/u;

function inSentences(text: string): string[] {
  return text
    .split(sentenceEnd)
    .map(sentence => sentence.replace(/\s+/g, ' ').trim())
    .filter(sentence => sentence !== '');
}

/** `Disc herniation L4/L5, left`. */
export function nameTuple({ finding, site, side }: Tuple, language: Language): string {
  const name = nameFinding(finding, language);
  const place = site === null ? '' : ` ${site.name}`;
  if (side === null) return `${name}${place}`;
  return language === 'zh'
    ? `${sides.zh[side]}${place.trim()}${name}`
    : `${name}${place}, ${sides.en[side]}`;
}

const sides = {
  en: { left: 'left', right: 'right', bilateral: 'bilateral', central: 'central' },
  zh: { left: '左侧', right: '右侧', bilateral: '双侧', central: '中央' },
} as const;

function nameFinding(id: NamedFinding, language: Language): string {
  const term = findings.find(finding => finding.id === id);
  if (term) return term[language];
  const names = reportedFindings.find(finding => finding.id === id)?.names ?? [];
  const name = names.find(each => /\p{Script=Han}/u.test(each) === (language === 'zh')) ?? id;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
