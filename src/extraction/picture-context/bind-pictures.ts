// Not by its index: each worker would load all that the field knows for this one question.
import { languageOfText } from '../../spine/language-of-text.ts';
import type { Binding, UnboundReason } from './binding.ts';
import { assignCaptions } from './captions/assign-captions.ts';
import type { Candidate, CaptionUnits } from './captions/candidate.ts';
import { findCaptions } from './captions/find-captions.ts';
import { findNeighbours } from './find-neighbours.ts';
import { findReferences } from './find-references.ts';
import type { Label } from './labels/label.ts';
import { readUnits } from './markdown/read-units.ts';
import type { Unit } from './markdown/unit.ts';
import { readDescription } from './read-description.ts';
import { readMentions } from './read-mentions.ts';
import { shareLabels } from './share-labels.ts';
import { splitChapters } from './split-chapters.ts';

/** A picture on its way to being bound. */
type Picture = {
  unit: number;
  label: Label | null;
  /** Other figures that it shows: one plate for "Figures 1–4". */
  others: readonly Label[];
  caption: Binding['caption'];
  candidate: Candidate | null;
};

/** Binds every picture of a Markdown text to its caption, its label, and the paragraphs that cite it or
 *  stand beside it. What it cannot bind it says so of. One line of work a line of text: no part of it
 *  grows faster than the text. */
export function bindPictures(markdown: string, document: string): Binding[] {
  const { text, units } = readUnits(markdown);
  const places = units.flatMap((unit, index) => (unit.kind === 'picture' ? [index] : []));
  if (places.length === 0) return [];
  const own = places.map(place => readDescription(units[place]!));
  const hints = own.map(description => description?.label ?? null);
  const candidates = findCaptions(text, units, languageOfText(text) ?? 'en');
  const { owners, missing } = assignCaptions(text, units, places, hints, candidates);
  const pictures = places.map((unit, index): Picture => {
    const candidate = candidates[owners[index]!];
    if (candidate && !candidate.isTable) {
      const { text: caption, lines } = candidate;
      const label = ownPanel(candidate.label, hints[index]!);
      return { unit, label, others: [], caption: { text: caption, lines }, candidate };
    }
    const { label = null, caption = null } = own[index] ?? {};
    return { unit, label, others: [], caption, candidate: candidate ?? null };
  });
  shareLabels(pictures, candidates, owners);
  giveLegends(pictures, candidates, owners);
  const captionUnits = unitsOfCaptions(candidates, owners);
  const isReference = findReferences(text, units);
  const mentions = readMentions(text, units, candidates, pictures, captionUnits, isReference);
  const chapterOf = splitChapters(text, units, bearingsOf(pictures), mentions.cites);
  const contexts = mentions.contextsOf(chapterOf);
  return pictures.map((picture, index) => {
    const { src, alt } = units[picture.unit]!.picture!;
    const context = [...contexts[index]!];
    const isBound = picture.caption !== null || context.length > 0;
    context.push(...findNeighbours(text, units, picture.unit, captionUnits, context, isReference));
    context.sort((one, other) => one.lines[0] - other.lines[0]);
    return {
      document,
      picture: { src, line: units[picture.unit]!.line, alt },
      label: picture.label?.text ?? null,
      caption: picture.caption,
      context,
      status: isBound ? 'bound' : 'unbound',
      reason: isBound ? null : reasonOf(picture, units[picture.unit]!, missing.has(index)),
    };
  });
}

/** A description may say which panel of the caption's figure a picture is. */
function ownPanel(label: Label | null, hint: Label | null): Label | null {
  return label && hint?.panel && !label.panel && hint.key === label.key ? hint : label;
}

/** A picture with a bare label takes its words from the list of legends elsewhere in the document. */
function giveLegends(
  pictures: Picture[],
  candidates: readonly Candidate[],
  owners: Int32Array,
): void {
  const taken = new Set(owners);
  const legends = new Map<string, Candidate | null>();
  candidates.forEach((candidate, index) => {
    if (!candidate.label || candidate.form !== 'marked' || candidate.isListed || taken.has(index))
      return;
    legends.set(candidate.label.key, legends.has(candidate.label.key) ? null : candidate);
  });
  if (legends.size === 0) return;
  for (const picture of pictures) {
    const isBare =
      picture.label && (picture.caption === null || picture.candidate?.form === 'bare');
    const legend = isBare ? legends.get(picture.label!.key) : null;
    if (
      !legend ||
      (picture.caption && picture.caption.text.length > picture.label!.text.length + 4)
    )
      continue;
    picture.caption = { text: legend.text, lines: legend.lines };
  }
}

/** What is no paragraph: captions that pictures have, those of a figure right behind its panels', and others
 *  that are beyond doubt. */
function unitsOfCaptions(candidates: readonly Candidate[], owners: Int32Array): CaptionUnits {
  const taken = new Set(owners);
  const owned = new Map<number, Candidate[]>();
  candidates.forEach((candidate, index) => {
    const isDoubtful = candidate.form === 'plain' || candidate.form === 'verb';
    if (isDoubtful && !taken.has(index) && !isOfPanels(candidates, index)) return;
    for (let unit = candidate.unit; unit < candidate.unitEnd; unit++) {
      const others = owned.get(unit);
      if (others) others.push(candidate);
      else owned.set(unit, [candidate]);
    }
  });
  return owned;
}

/** "Figure 5 Both." behind the captions of 5A and 5B. */
function isOfPanels(candidates: readonly Candidate[], index: number): boolean {
  const [before, own] = [candidates[index - 1], candidates[index]!];
  if (own.form !== 'plain' || !before?.label?.panel || !own.label || own.label.panel) return false;
  return own.label.key === before.label.key && own.unit === before.unitEnd;
}

function bearingsOf(pictures: readonly Picture[]) {
  const bearings = pictures.flatMap(({ label, others, caption, candidate, unit }) =>
    (label ? [label, ...others] : []).map(({ key, panel, text }) => ({
      key: key + (panel ?? ''),
      unit: candidate?.unit ?? unit,
      text: caption?.text ?? text,
      isContinued: candidate?.isContinued ?? false,
    })),
  );
  return bearings.filter(
    (one, index) =>
      index === 0 || one.unit !== bearings[index - 1]!.unit || one.key !== bearings[index - 1]!.key,
  );
}

function reasonOf(picture: Picture, unit: Unit, isMissing: boolean): UnboundReason {
  if (unit.picture!.isInSentence) return 'picture-inside-a-sentence';
  if (picture.label) return 'label-never-cited';
  if (picture.candidate?.isTable) return 'caption-of-a-table';
  return isMissing ? 'figure-number-missing' : 'no-caption-near';
}
