import type { Side } from '../schema.ts';

const left = /\b(?:left|lt)\b|左/i;
const right = /\b(?:right|rt)\b|右/i;
const both = /\b(?:bilateral|both)\b|双|两侧/i;
const central = /\b(?:central|centre|center|midline|median)\b|(?<!旁)(?:中央|正中|居中|中线)/i;

/** The side that a cell or a label's text states, or null where it states none or several. */
export function readSide(raw: string): Side | null {
  if (raw.length > 60) return null;
  if (both.test(raw) || (left.test(raw) && right.test(raw))) return 'bilateral';
  const stated: Side[] = [];
  if (left.test(raw)) stated.push('left');
  if (right.test(raw)) stated.push('right');
  if (central.test(raw)) stated.push('central');
  return stated.length === 1 ? stated[0]! : null;
}

/** Whether the text says no more than the side. */
export function isSideAlone(raw: string): boolean {
  return /^[*_\s]*(?:left|right|lt|rt|bilateral|both|central|midline)(?:[- ]?sided?| sides)?[*_\s.]*$|^[左右双两]侧?$|^(?:中央|正中|居中|中线)$/i.test(
    raw.slice(0, 80),
  );
}
