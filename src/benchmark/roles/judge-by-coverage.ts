import type { ImagingFinding, Report } from '../../contracts/report/index.ts';
import { coverage, words } from '../../models/index.ts';
import { type Language, readLevels, type ScoredDimensionId } from '../../spine/index.ts';
import { presentFindings } from '../scoring/findings/present-findings.ts';
import { reportTuples } from '../scoring/findings/report-tuples.ts';
import { withBroader } from '../scoring/findings/vocabulary.ts';
import type { JudgeInput, Judgements } from './judgements.ts';
import { referenceLibrary } from './reference-library.ts';
import { textOf, textsByDimension } from './texts-by-dimension.ts';

/** How much agreement on levels, sides and findings counts beside the words. */
const agreementShare = 0.4;

/**
 * Each dimension by how much of what the reference says on it the candidate says anywhere, rare
 * words for more, in two of them also by levels, sides and findings. Whatever is added to a
 * candidate can only raise its scores: neither length nor error costs anything, which is why this
 * is a floor and not a judgement.
 */
export function judgeByCoverage({ reference, candidate, language }: JudgeInput): Judgements {
  const { rarityOf } = referenceLibrary();
  const agreement = agreementWith(reference, candidate);
  const judged = textsByDimension(reference).map(([id, { text, isPlaced }]) => {
    // A reference that says nothing on it is taken as a whole.
    const wanted = words(text).length > 0 ? text : textOf(reference);
    const { share } = coverage(wanted, candidate, rarityOf);
    const counts = isPlaced && agreement.expected > 0;
    const agreed = counts ? agreement.matched / agreement.expected : share;
    const score = 1 + 4 * (share * (1 - agreementShare) + agreed * agreementShare);
    const reason = reasons[language](share, counts ? agreement : null);
    return [id, { score: Math.round(score * 100) / 100, reason }] as const;
  });
  return Object.fromEntries(judged) as Record<ScoredDimensionId, (typeof judged)[number][1]>;
}

type Agreement = { matched: number; expected: number };

const reasons: Readonly<Record<Language, (share: number, agreement: Agreement | null) => string>> =
  {
    en: (share, agreement) =>
      `Says ${percent(share)} of the reference's words on this${agreement ? `, and ${agreement.matched} of its ${agreement.expected} levels, sides and findings` : ''}.`,
    zh: (share, agreement) =>
      `涵盖参考报告相关用词的 ${percent(share)}${agreement ? `，以及其 ${agreement.expected} 项节段、侧别和异常中的 ${agreement.matched} 项` : ''}。`,
  };

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Levels, levels with their sides, and findings, each once: how many of them are there. */
function agreementWith(reference: Report, candidate: string): Agreement {
  const given = placesIn(candidate);
  const found = new Set<string>(
    presentFindings(candidate).present.flatMap(({ finding }) => withBroader(finding)),
  );
  const wantedPlaces = new Set(
    reference.imaging.flatMap(study => study.findings).flatMap(placesOf),
  );
  const { tuples } = reportTuples({ imaging: reference.imaging });
  const wantedFindings = new Set<string>(tuples.map(({ finding }) => finding));
  return {
    matched: wantedPlaces.intersection(given).size + wantedFindings.intersection(found).size,
    expected: wantedPlaces.size + wantedFindings.size,
  };
}

function placesOf({ finding, levels, side }: ImagingFinding): string[] {
  const stated = levels.flatMap(level => [...placesIn(level)]);
  const sided = side === null ? [] : stated.map(name => `${name} ${side}`);
  return [...placesIn(finding), ...stated, ...sided];
}

/** `L4/L5`, and `L4/L5 left` where a side is said. */
function placesIn(text: string): Set<string> {
  return new Set(
    readLevels(text).flatMap(({ name, side }) =>
      side === null ? [name] : [name, `${name} ${side}`],
    ),
  );
}
