import type { Language } from '../../spine/term.ts';
import { plainOf, rawOf } from './content.ts';
import { convertHtml } from './convert-html.ts';
import type { Place } from './cursor.ts';
import { decodeInline } from './decode-inline.ts';
import { dropAbsent } from './drop-absent.ts';
import { findLanguage } from './find-language.ts';
import { nameMissing } from './name-missing.ts';
import { readOutline } from './outline.ts';
import { readDiagnosis } from './read-diagnosis.ts';
import { readImaging } from './read-imaging.ts';
import { readPostoperative } from './read-postoperative.ts';
import { readRationale } from './read-rationale.ts';
import { readRisk } from './read-risk.ts';
import { readTreatment } from './read-treatment.ts';
import type { PartialReport } from './schema.ts';
import { stripThinking } from './strip-thinking.ts';
import { tokenise } from './tokenise.ts';
import { unwrapFence } from './unwrap-fence.ts';

export type ExtraText = { readonly heading: string | null; readonly text: string };

export type ParsedReport = {
  /** All that was found; what was not has no key. Valid exactly if nothing is missing. */
  readonly report: PartialReport;
  readonly missing: readonly string[];
  /** What has no place in a report, or was said differently before. */
  readonly extra: readonly ExtraText[];
  readonly language: Language | null;
};

/**
 * Reads a report from Markdown as models write it. Never throws and invents nothing: a value is in
 * the report only if the text states it where its label or its table says. Takes time linear in
 * the text.
 */
export function parseReport(markdown: string): ParsedReport {
  const { answer, thinking } = stripThinking(normaliseLines(markdown));
  const { body, around } = unwrapFence(answer);
  const tokens = tokenise(convertHtml(body));
  const outline = readOutline(tokens);
  const extra: ExtraText[] = [];
  const leave = (heading: string | null, raw: string) => {
    if (plainOf(raw) === undefined) return;
    extra.push({
      heading: heading === null ? null : decodeInline(heading),
      text: decodeInline(raw),
    });
  };
  if (thinking !== '') extra.push({ heading: 'thinking', text: thinking });
  for (const remark of around) leave(null, remark.trim());
  for (const label of outline.guessed) leave(null, label);
  for (const { label, tokens: content } of outline.extra) leave(label, rawOf(content));

  const take = (place: Place) => outline.segments.get(place) ?? [];
  const report: PartialReport =
    dropAbsent({
      imaging: readImaging(take('imaging'), leave),
      diagnosis: readDiagnosis(take, leave),
      treatment: readTreatment(take, leave),
      risk: readRisk(take, leave),
      postoperative: readPostoperative(take('postoperative'), leave),
      rationale: readRationale(take, leave),
    }) ?? {};
  return {
    report,
    missing: nameMissing(report),
    extra,
    language: findLanguage(outline.labels, answer),
  };
}

/** A text on one line with `\n` in it was taken out of JSON and never unescaped. */
function normaliseLines(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const isEscaped = !lines.trim().includes('\n') && lines.split('\\n', 4).length === 4;
  return isEscaped ? lines.replaceAll('\\n', '\n') : lines;
}
