import { type ClassScore, createClassScorer } from '../../models/index.ts';
import {
  diseases,
  findings,
  type OrthopaedicCategoryId,
  orthopaedicCategories,
  readLevels,
  regionOf,
  type SubspecialtyId,
  subspecialties,
  type Term,
} from '../../spine/index.ts';
import { categoryKeywords } from './category-keywords.ts';
import type { Classification } from './classification.ts';
import { readKeywords } from './read-keywords.ts';
import { type SubspecialtyClass, subspecialtyKeywords } from './subspecialty-keywords.ts';

/** Below them nothing was found that tells. */
const leastScore = { category: 3, subspecialty: 2 };
/** What is told of a field of spine surgery tells of spine surgery, though not as much. */
const shareOfField = 0.75;
const mostOfField = 3;
/** As sure as words can be: this much, and this far ahead of the next. */
const highScore = 4;
const clearLead = 1.5;

const scoreCategories = createClassScorer(
  readKeywords(categoryKeywords, id => namesIn(orthopaedicCategories, [id]), 4),
);
const scoreSubspecialties = createClassScorer(
  readKeywords(subspecialtyKeywords, namesOfSubspecialty, 5),
);
/** Findings and diseases are those of the spine: their names speak for it. */
const scoreFindings = createClassScorer([
  {
    id: 'spine-surgery',
    keywords: new Map(
      namesIn([...findings, ...diseases])
        .filter(name => /[a-z]{5}|\p{Script=Han}{3}/iu.test(name))
        .map(name => [name, 2]),
    ),
  },
]);

/** By the names and keywords that a text holds and the levels that it speaks of. */
export function classifyByKeywords(text: string): Classification {
  const levels = readLevels(text);
  const fields = scoreSubspecialties(text);
  const found =
    scoreFindings(text)[0]!.score +
    (levels.length > 0 ? 3 : 0) +
    Math.min(mostOfField, shareOfField * fields[0]!.score);
  const scored = scoreCategories(text)
    .map(({ id, score }) => ({ id, score: id === 'spine-surgery' ? score + found : score }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = [scored[0]!, scored[1]!];
  if (best.score < leastScore.category) {
    // That no keyword was found does not show that there is nothing to find.
    return { category: null, subspecialty: null, confidence: 'low' };
  }
  const category = best.id as OrthopaedicCategoryId;
  const isClear = best.score >= highScore && best.score >= clearLead * next.score;
  if (category !== 'spine-surgery') {
    return { category, subspecialty: null, confidence: isClear ? 'high' : 'low' };
  }
  const sub = nameField(fields, text);
  return { category, subspecialty: sub.id, confidence: isClear && sub.isClear ? 'high' : 'low' };
}

function nameField(
  [best, next]: readonly ClassScore[],
  text: string,
): { id: SubspecialtyId | null; isClear: boolean } {
  if (best!.score < leastScore.subspecialty) return { id: null, isClear: false };
  const isClear = best!.score >= highScore && best!.score >= clearLead * next!.score;
  const found = best!.id as SubspecialtyClass;
  return { id: found === 'degenerative' ? degenerativeFieldOf(text) : found, isClear };
}

const cervical =
  /\bcervical|\bneck\b|\barms?\b|\bhands?\b|triceps|biceps|myelopath|ACDF|mJOA|Hoffmann|颈|上肢|双手|手|肱|脊髓型|霍夫曼/gi;
const lower =
  /\blumbar|\bthoracic|\blegs?\b|\bbuttock|claudicat|sciatica|\bback\b|腰|胸|下肢|足|腿|跛行|骶|臀/gi;

/** Levels say it most surely, then words of the limbs. */
function degenerativeFieldOf(text: string): SubspecialtyId {
  const regions = readLevels(text).flatMap(mention => mention.levels.map(regionOf));
  const neck = regions.filter(region => region === 'cervical').length * 2;
  const rest = regions.length * 2 - neck;
  const isNeck = neck + count(cervical, text) > rest + count(lower, text);
  return isNeck ? 'cervical-degenerative' : 'thoracic-and-lumbar-degenerative';
}

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

function namesOfSubspecialty(id: SubspecialtyClass): string[] {
  return id === 'degenerative'
    ? namesIn(subspecialties, ['cervical-degenerative', 'thoracic-and-lumbar-degenerative'])
    : namesIn(subspecialties, [id]);
}

function namesIn(terms: readonly Term[], ids?: readonly string[]): string[] {
  return terms
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .flatMap(({ en, zh, synonyms }) => [en, zh, ...synonyms.en, ...synonyms.zh]);
}
