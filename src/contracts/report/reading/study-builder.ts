import type { ImagingFinding, PartialReport } from '../schema.ts';
import { type Leave, plainOf } from './content.ts';
import { readMeasures } from './measures.ts';
import { readLevelNames } from './read-levels.ts';
import { isSideAlone, readSide } from './read-side.ts';
import { isSameStudy, type StudyName } from './read-study-heading.ts';

export type PartialStudy = NonNullable<PartialReport['imaging']>[number];

/** How a study was named: over its findings, in the row of each, or by the prose itself. */
type NamedBy = 'heading' | 'row' | 'prose';

/** A finding as it is gathered; what it says and means may take several lines. */
type Draft = Pick<ImagingFinding, 'levels' | 'side' | 'measures'> & {
  readonly words: string[];
  meaning: Meaning | null;
  readonly indent: number;
};

/** Shared by all findings that it was told of. */
type Meaning = { readonly lines: string[] };

/** `untold`: the findings whose meaning has not been told yet; `told`: what was told last. */
type Study = {
  readonly name: StudyName;
  readonly namedBy: NamedBy | null;
  readonly drafts: Draft[];
  untold: Draft[];
  told: Meaning | null;
};

export type StudyBuilder = ReturnType<typeof createStudyBuilder>;

/** Gathers studies and their findings in the order in which a document tells of them. */
export function createStudyBuilder(leave: Leave) {
  const studies: Study[] = [];
  let study: Study | null = null;
  let finding: Draft | null = null;
  const named = new Set<Draft>();
  let namesFirst = false;

  function open(name: StudyName, namedBy: NamedBy | null): Study {
    study = { name, namedBy, drafts: [], untold: [], told: null };
    finding = null;
    studies.push(study);
    return study;
  }

  function openFinding(indent: number): Draft {
    const home = study ?? open({ study: null }, null);
    finding = { words: [], meaning: null, levels: [], side: null, measures: [], indent };
    home.drafts.push(finding);
    home.untold.push(finding);
    return finding;
  }

  return {
    namedBy: (): NamedBy | null => study?.namedBy ?? null,
    indent: (): number | null => finding?.indent ?? null,

    /** Rows and sentences that name the same study again go on with it; headings never do. */
    enterStudy(name: StudyName, namedBy: NamedBy): void {
      const again = study !== null && study.namedBy === namedBy && isSameStudy(study.name, name);
      if (!again || namedBy === 'heading') open(name, namedBy);
    },

    /** A study that is named among the parts of a finding: before its findings, or after each. */
    nameStudy(name: StudyName): void {
      const unnamed = finding !== null && !named.has(finding);
      if (finding === null || !unnamed || namesFirst) {
        namesFirst ||= study === null;
        open(name, 'heading');
        return;
      }
      const moved = finding;
      named.add(moved);
      if (study !== null && isSameStudy(study.name, name)) return;
      study?.drafts.pop();
      const isUntold = study?.untold.at(-1) === moved;
      if (isUntold) study?.untold.pop();
      const home = open(name, 'heading');
      home.drafts.push(moved);
      if (isUntold) home.untold.push(moved);
      finding = moved;
    },

    /** What comes next belongs to no study that was named before. */
    leaveStudy(): void {
      study = null;
      finding = null;
    },

    addFinding(words: string, indent: number): void {
      const draft = openFinding(indent);
      if (words !== '') draft.words.push(words);
    },

    extendFinding(words: string): void {
      finding?.words.push(words);
    },

    /** A meaning told once counts for every finding of its study that has none of its own. */
    addMeaning(words: string): void {
      if (study === null || study.drafts.length === 0) openFinding(0);
      const home: Study = study!;
      if (home.untold.length === 0) home.told?.lines.push(words);
      else {
        home.told = { lines: [words] };
        for (const draft of home.untold) draft.meaning = home.told;
        home.untold = [];
      }
    },

    setLevels(raw: string): void {
      (finding ?? openFinding(0)).levels = readLevelNames(raw);
    },

    setMeasures(raw: string): void {
      (finding ?? openFinding(0)).measures = readMeasures(raw);
    },

    setSide(raw: string): void {
      const side = readSide(raw);
      (finding ?? openFinding(0)).side = side;
      if (side === null || !isSideAlone(raw)) leave('side', raw);
    },

    finish(): PartialStudy[] {
      for (const { name, drafts } of studies)
        if (drafts.length === 0) leave(null, name.study ?? '');
      return studies.filter(({ drafts }) => drafts.length > 0).map(toStudy);
    },
  };
}

function toStudy({ name, drafts }: Study): PartialStudy {
  // One meaning may be long and serve many findings.
  const texts = new Map<Meaning | null, string | undefined>([[null, undefined]]);
  const findings = drafts.map(({ words, meaning, levels, side, measures }) => {
    if (meaning !== null && !texts.has(meaning))
      texts.set(meaning, plainOf(meaning.lines.join('\n')));
    const [finding, means] = [plainOf(words.join('\n')), texts.get(meaning)];
    return {
      ...(finding === undefined ? {} : { finding }),
      levels,
      side,
      measures,
      ...(means === undefined ? {} : { meaning: means }),
    };
  });
  return { ...name, findings };
}
