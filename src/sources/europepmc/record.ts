import { hash } from 'node:crypto';
import { z } from 'zod';
import { canonical } from '../../identity/index.ts';

const text = z.string().trim().nullish();

export const recordSchema = z.object({
  id: z.string(),
  source: z.string(),
  pmcid: z
    .string()
    .regex(/^PMC\d{1,12}$/)
    .nullish(),
  doi: text,
  pmid: text,
  title: text,
  license: text,
  isOpenAccess: text,
  inEPMC: text,
  language: text,
  versionNumber: z.union([z.number(), z.string()]).nullish(),
  fullTextReceivedDate: text,
  firstIndexDate: text,
  pubTypeList: z.object({ pubType: z.union([z.array(z.string()), z.string()]) }).nullish(),
});

export type EuropePmcRecord = z.output<typeof recordSchema>;

/** Says what a record is and what it allows: one whose licence has changed since is another. */
export function keyOf(record: EuropePmcRecord): string {
  const { pmcid, source, id, versionNumber, fullTextReceivedDate, firstIndexDate } = record;
  const version = versionNumber ?? fullTextReceivedDate ?? firstIndexDate ?? '';
  const terms = [record.isOpenAccess, record.inEPMC, record.license].map(said => said ?? '');
  return JSON.stringify([pmcid ?? `${source}:${id}`, String(version), ...terms]);
}

/** Of what is no record: the same junk is the same thing. */
export function keyOfJunk(value: unknown): string {
  return `junk ${hash('sha256', canonical(value))}`;
}

export function languageOf({ language }: EuropePmcRecord): 'en' | 'zh' | undefined {
  const said = language?.toLowerCase() ?? '';
  if (/^en/.test(said)) return 'en';
  return /^(zh|chi|zho)/.test(said) ? 'zh' : undefined;
}

/** Titles come with marks of HTML in them. */
export function titleOf({ title, pmcid, id }: EuropePmcRecord): string {
  const plain = (title ?? '')
    .replace(/<[^<>]{0,100}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, 500) || pmcid || id;
}
