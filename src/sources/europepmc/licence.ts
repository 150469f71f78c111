import type { StatedLicence } from '../../xml/index.ts';

/** A licence that anyone may rely on, by what it asks for. */
export type OpenLicence = {
  /** `cc0`, `cc by-nc-nd`. */
  name: string;
  terms: ReadonlySet<Term>;
};

export type Term = 'by' | 'nc' | 'nd' | 'sa';

const order: readonly Term[] = ['by', 'nc', 'nd', 'sa'];

/** The open licence that some words name, in the archive's short form, as an address or in full;
 *  with several, all that any of them asks for. undefined where they name none. */
export function readLicence(words: string | null | undefined): OpenLicence | undefined {
  const found = [...namedTerms(words ?? '')];
  if (found.length === 0) return undefined;
  const terms = new Set(order.filter(term => found.some(named => named.has(term))));
  return { name: terms.size === 0 ? 'cc0' : `cc ${[...terms].join('-')}`, terms };
}

/** As `readLicence`, for what an article says: the address counts for as much as the wording. */
export function readStatedLicence(stated: StatedLicence | null): OpenLicence | undefined {
  return stated ? readLicence(`${stated.href ?? ''} ${stated.text ?? ''}`) : undefined;
}

/** Does the one allow whatever the other does? */
export function allowsAllOf(one: OpenLicence, other: OpenLicence): boolean {
  return [...one.terms].every(term => other.terms.has(term));
}

const short = /\bcc[\s-]*by((?:[\s-]*(?:nc|nd|sa))*)(?![a-z])/gi;
const address = /creativecommons\.org\/licen[cs]es\/(by)((?:-(?:nc|nd|sa))*)/gi;
const full =
  /creative\s+commons\s+attribution((?:[\s,–—-]*(?:non[\s-]?commercial|no[\s-]?deriv(?:ative)?s?(?:\s+works)?|share[\s-]?alike))*)/gi;
const waiver =
  /\bcc[\s-]?(?:0|zero)\b|creativecommons\.org\/publicdomain\/|\bpublic\s+domain\b|creative\s+commons\s+zero/i;

function* namedTerms(words: string): Generator<Set<Term>> {
  const text = words.slice(0, 20_000);
  for (const match of [...text.matchAll(short), ...text.matchAll(full)]) yield termsOf(match[1]!);
  for (const match of text.matchAll(address)) yield termsOf(match[2]!);
  if (waiver.test(text)) yield new Set();
}

function termsOf(words: string): Set<Term> {
  const terms = new Set<Term>(['by']);
  if (/\bnc\b|non/i.test(words)) terms.add('nc');
  if (/\bnd\b|deriv/i.test(words)) terms.add('nd');
  if (/\bsa\b|share/i.test(words)) terms.add('sa');
  return terms;
}

/** What may be handed on. Where no derivatives may be, what is made of the article stays here. */
export function redistributionOf({ name, terms }: OpenLicence): string {
  const rules = [
    terms.has('by') ? 'with attribution' : 'freely',
    terms.has('nc') ? 'not commercially' : '',
    terms.has('sa') ? 'under the same licence' : '',
    terms.has('nd') ? 'unchanged only, nothing derived from it' : '',
  ];
  return `${name}: ${rules.filter(Boolean).join(', ')}`;
}

export function classOf({ terms }: OpenLicence): 'public' | 'licensed' {
  return terms.has('nd') ? 'licensed' : 'public';
}
