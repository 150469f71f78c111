import { matchAt } from '../match-at.ts';
import { type CaptionForm, captionForm, captionSign } from './caption-form.ts';
import type { FigureNumber, Label } from './label.ts';
import { numberlessKey } from './label.ts';
import { type Head, readHeads } from './read-head.ts';
import { narrow, readNumber } from './read-number.ts';
import { writeLabel } from './write-label.ts';

export type CaptionStart = { labels: Label[]; form: CaptionForm; end: number };

const ornament = /^[\s▲△▼▽■□◆◇●○•▶►★☆※|*]{0,4}([【〔[(<《]?)\s*/;
const closing = /\s*[】〕\])>》]/y;
const panelList =
  /(?:\s?\((?:[A-Za-z]|[ivx]{1,4})(?:\s*[-–—,、~&]\s*(?:and\s*)?(?:[A-Za-z]|[ivx]{1,4}))*\)|[A-Za-z](?![A-Za-z])(?:\s*(?:[-–—,、~&]|and\b|和)\s*[A-Za-z](?![A-Za-z]))*)/y;
const dash = /\s?(?:[-‐‑‒–—―−]+|一)\s?(?=\d)/y;
const anotherNumber =
  /\s*(?:[,、;&]|[-‐‑‒–—―−~～至到]+|and|to|through|和|及|与)\s*(?:(?:figures?|figs?\.?|图)\s*)?(?=[A-Z]?\d)/iy;
/** Whether a line of text begins as captions do, and of which pictures. */
export function readCaptionStart(
  line: string,
  { isEmphasised = false }: { isEmphasised?: boolean } = {},
): CaptionStart | null {
  const text = narrow(line.slice(0, 400));
  const [before, bracket] = ornament.exec(text) as unknown as [string, string];
  const head = firstHead(text);
  if (!head || head.start > before.length) return null;
  const number = readNumber(text, head.end);
  if (!number)
    return isNumberless(head, text, before, bracket)
      ? readNumberless(head, text, isEmphasised)
      : null;
  const { labels, end: labelEnd } = readLabels(text, head, number);
  let end = labelEnd;
  if (bracket) {
    const close = skip(closing, text, end);
    if (close === end && !/[】〕\])>》]\s*$/.test(line)) return null;
    end = close;
  }
  const form = captionForm(text.slice(end), {
    isEmphasised: isEmphasised || bracket !== '',
    isMany: labels.length > 1,
    language: head.language,
    signed: skip(captionSign, text, end) > end,
  });
  return form && { labels, form, end };
}

function firstHead(text: string): Head | null {
  for (const head of readHeads(text.slice(0, 60))) return head;
  return null;
}

function isNumberless(head: Head, text: string, before: string, bracket: string): boolean {
  return (
    head.language === 'en' &&
    head.word === 'Figure' &&
    !head.isPlural &&
    bracket === '' &&
    /^F/.test(text.slice(before.length))
  );
}

/** "Figure. Lateral radiograph …" */
function readNumberless(head: Head, text: string, isEmphasised: boolean): CaptionStart | null {
  const written = text.slice(head.start);
  const match = isEmphasised
    ? /^F(?:igure|IGURE)[.:]?\s+(?=\p{Lu}|\()/u.exec(written)
    : /^F(?:igure|IGURE|ig|IG)\s*[.:]\s+(?=\p{Lu}|\()/u.exec(written);
  const isAlone = /^F(?:igure|IGURE|ig|IG)\s*[.:]$/.test(written.trimEnd());
  if (!match && !isAlone) return null;
  const label: Label = {
    key: numberlessKey,
    text: 'Figure',
    panel: null,
    language: 'en',
  };
  const { length } = match?.[0] ?? written;
  return { labels: [label], form: match ? 'marked' : 'bare', end: head.start + length };
}

function readLabels(
  text: string,
  head: Head,
  first: FigureNumber,
): { labels: Label[]; end: number } {
  const labels: Label[] = [];
  let number = first;
  for (;;) {
    const [whole, hasDash] = head.isPlural ? [number, false] : withDashes(text, number);
    let end = whole.end;
    const panels = matchAt(panelList, text, end);
    const panel = panels.length === 1 ? panels : null;
    end += panels.length;
    labels.push(writeLabel(head, whole, { separator: hasDash ? '-' : '.', panel }));
    const joint = matchAt(anotherNumber, text, end);
    const next = joint === '' ? null : readNumber(text, end + joint.length);
    if (!next || labels.length > 12) return { labels, end };
    if (/[-‐‑‒–—―−~～至到]|to|through/i.test(joint)) labels.push(...between(head, whole, next));
    number = next;
  }
}

function between(head: Head, from: FigureNumber, to: FigureNumber): Label[] {
  const [first, last] = [from.parts.at(-1)!, to.parts.at(-1)!];
  if (from.parts.length !== to.parts.length || last - first > 12) return [];
  const labels: Label[] = [];
  for (let value = first + 1; value < last; value++) {
    const number = { ...from, parts: [...from.parts.slice(0, -1), value] };
    labels.push(writeLabel(head, number, { separator: '.', panel: null }));
  }
  return labels;
}

/** In the label of a caption a dash belongs to the number. */
function withDashes(text: string, number: FigureNumber): [FigureNumber, boolean] {
  let { end } = number;
  const parts = [...number.parts];
  for (
    let joint = matchAt(dash, text, end);
    joint !== '' && parts.length < 4;
    joint = matchAt(dash, text, end)
  ) {
    const next = readNumber(text, end + joint.length);
    if (next?.prefix !== '' || next.isRoman || next.parts[0]! > 999) break;
    parts.push(...next.parts);
    end = next.end;
  }
  return [{ ...number, parts, end }, end > number.end];
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + matchAt(pattern, text, at).length;
}
