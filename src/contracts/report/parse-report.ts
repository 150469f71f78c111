import type { Language } from '../../spine/term.ts';
import { convertHtml } from './markdown/convert-html.ts';
import { decodeInline } from './markdown/decode-inline.ts';
import { stripThinking } from './markdown/strip-thinking.ts';
import { tokenise } from './markdown/tokenise.ts';
import { unwrapFence } from './markdown/unwrap-fence.ts';
import { plainOf, rawOf } from './reading/content.ts';
import type { Place } from './reading/cursor.ts';
import { dropAbsent } from './reading/drop-absent.ts';
import { findLanguage } from './reading/find-language.ts';
import { nameMissing } from './reading/name-missing.ts';
import { readOutline } from './reading/outline.ts';
import { readDiagnosis } from './reading/read-diagnosis.ts';
import { readImaging } from './reading/read-imaging.ts';
import { readPostoperative } from './reading/read-postoperative.ts';
import { readRationale } from './reading/read-rationale.ts';
import { readRisk } from './reading/read-risk.ts';
import { readTreatment } from './reading/read-treatment.ts';
import type { PartialReport } from './schema.ts';

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
