import { matchAt } from '../match-at.ts';
import { captionForm, captionSign } from './caption-form.ts';
import { narrow } from './read-number.ts';

const start =
  /[^\p{L}\p{N}]{0,6}(?:(?:supplementary|supplemental|appendix|extended data)\s+)?(?:(e?table|tab\.)\s*(?:[A-Z]{0,2}\d{1,3}(?:[-.–]\d{1,3})*[a-z]?|[IVX]+)(?![\p{L}\d])|(?:附|续)?表\s*(?:[A-Z]?\d{1,3}(?:[-.–]\d{1,3})*|[一二三四五六七八九十]{1,3}))/iuy;

/** Whether a line begins as the caption of a table does; "Table 1 shows …" is a sentence about it. */
export function isTableCaption(line: string, { isEmphasised = false } = {}): boolean {
  const text = narrow(line.slice(0, 200));
  const found = matchAt(start, text, 0);
  if (found === '') return false;
  const form = captionForm(text.slice(found.length), {
    isEmphasised,
    isMany: false,
    language: /[a-z]/i.test(found) ? 'en' : 'zh',
    signed: matchAt(captionSign, text, found.length) !== '',
  });
  return form !== null && form !== 'verb';
}
