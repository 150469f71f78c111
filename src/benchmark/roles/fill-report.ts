import type { ImagingStudy, Report } from '../../contracts/report/index.ts';
import type { ImagingModalityId, Language } from '../../spine/index.ts';
import { nameTuple, type ReadCase, readCase, type StatedFinding } from './read-case.ts';
import { referenceLibrary } from './reference-library.ts';
import { type ReportPhrases, reportPhrases } from './report-phrases.ts';

/** A report from what the case states, from passages that fit it, and from fixed sentences. */
export function fillReport(caseText: string, language: Language): Report {
  const phrases = reportPhrases[language];
  const read = readCase(caseText);
  const names = namesOf(read, language);
  const [primary = phrases.noDiagnosis, ...others] = names;
  const used = new Set<string>();
  const topic = names.length > 0 ? names.join(' ') : caseText.slice(0, 500);
  const near = referenceLibrary().searchChapters(topic, language, passagesLookedAt);
  const lookUp = (section: keyof typeof sectionWords): string | null => {
    const hit = near.find(
      ({ passage: { id, text } }) => !used.has(id) && sectionWords[section].test(text),
    );
    if (!hit) return null;
    used.add(hit.passage.id);
    return hit.passage.text;
  };
  const plan = lookUp('treatment');
  const prognosis = lookUp('prognosis');
  const meaning = phrases.meaning(names.length > 0 ? lookUp('meaning') : null);
  const imaging = toStudies(read.findings, meaning, phrases);
  return {
    imaging,
    diagnosis: {
      primary: { diagnosis: primary, confidence: 'low' },
      correlation: phrases.correlation(read.sign),
      secondary: others.slice(0, 5),
      differentials: [],
    },
    treatment: {
      patient: {
        conservative: phrases.conservative(read.triedConservative),
        necessity: phrases.necessity(read.redFlag),
        plan: phrases.plan(plan),
        recovery: phrases.recovery,
      },
      physician: {
        condition: phrases.condition(primary),
        steps: [
          {
            question: phrases.flagQuestion,
            evidence: read.redFlag ?? phrases.notStated,
            decision: phrases.flagDecision(read.redFlag !== null),
          },
          {
            question: phrases.conservativeQuestion,
            evidence: read.triedConservative ?? phrases.notStated,
            decision: phrases.conservativeDecision(read.triedConservative !== null),
          },
        ],
        conclusion: phrases.conclusion(plan),
      },
    },
    risk: {
      risks: [...phrases.risks],
      prognosis: phrases.prognosis(prognosis),
      redFlags: [...phrases.redFlags],
    },
    postoperative: [...phrases.issues],
    rationale: {
      summary: phrases.summary({
        levels: read.levels.join(', ') || phrases.none,
        findings: names.join('; ') || phrases.none,
        passages: [...used].join(', ') || phrases.none,
      }),
      disclaimer: phrases.disclaimer,
    },
  };
}

const passagesLookedAt = 40;

/** What a passage has to speak of to stand in a section. */
const sectionWords = {
  treatment:
    /\b(?:treat|surg|operat|decompress|discectom|fusion|conservative|exercise)|治疗|手术|减压|融合|锻炼/i,
  prognosis:
    /\b(?:outcome|prognos|recover|improv|relie[fv]|recur|months|weeks|years)|预后|恢复|好转|改善|复发|数月|数周/i,
  meaning:
    /\b(?:press|harm|compress|narrow|symptom|pain|numb|weak|caught|sign)|压迫|累及|症状|疼痛|麻木|无力|表现/i,
} as const;

function namesOf({ findings }: ReadCase, language: Language): string[] {
  const tuples = findings.flatMap(({ tuples: of }) => of);
  // What has a place says more than what has none.
  const placed = [...tuples].sort((a, b) => Number(b.site !== null) - Number(a.site !== null));
  return [...new Set(placed.map(tuple => nameTuple(tuple, language)))];
}

/** One study for each kind that the text names; findings before it names one go with the first. */
function toStudies(
  findings: readonly StatedFinding[],
  meaning: string,
  phrases: ReportPhrases,
): ImagingStudy[] {
  const named = findings.find(({ modality }) => modality !== null)?.modality;
  const fallback: ImagingModalityId = named ?? 'XR';
  const study = named === undefined ? phrases.noStudy : null;
  if (findings.length === 0) {
    const finding = { finding: phrases.noFinding, levels: [], side: null, measures: [], meaning };
    return [{ modality: fallback, study, findings: [finding] }];
  }
  const byModality = Map.groupBy(findings, ({ modality }) => modality ?? fallback);
  return [...byModality].map(([modality, of]) => ({
    modality,
    study,
    findings: of.map(({ sentence, levels, tuples }) => ({
      finding: sentence,
      levels: [...levels],
      side: oneSide(tuples),
      measures: [],
      meaning,
    })),
  }));
}

function oneSide(tuples: StatedFinding['tuples']) {
  const sides = new Set(tuples.map(({ side }) => side));
  return sides.size === 1 ? [...sides][0]! : null;
}
