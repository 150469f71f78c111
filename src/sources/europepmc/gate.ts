import type { FigureGraphic, StatedLicence } from '../../xml/index.ts';
import { allowsAllOf, type OpenLicence, readLicence, readStatedLicence } from './licence.ts';
import type { EuropePmcRecord } from './record.ts';

export type RecordRefusal =
  | 'no-full-text'
  | 'retracted'
  | 'not-open-access'
  | 'licence-missing'
  | 'licence-not-open';

/** May the article of a record be asked for at all? Its flag and its licence must both say so:
 *  records exist that have the one and not the other. */
export function gateRecord(record: EuropePmcRecord): RecordRefusal | OpenLicence {
  if (!record.pmcid || record.inEPMC === 'N') return 'no-full-text';
  if (isRetracted(record)) return 'retracted';
  if (record.isOpenAccess !== 'Y') return 'not-open-access';
  if (!record.license) return 'licence-missing';
  return readLicence(record.license) ?? 'licence-not-open';
}

function isRetracted({ pubTypeList }: EuropePmcRecord): boolean {
  return [pubTypeList?.pubType ?? []]
    .flat()
    .some(type => /^(retracted publication|retraction of publication)$/i.test(type.trim()));
}

export type ArticleRefusal =
  | 'article-licence-missing'
  | 'article-licence-not-open'
  | 'licence-conflict';

/** Does the article say of itself what its record says of it? One that allows less does not. */
export function gateArticle(
  stated: StatedLicence | null,
  recorded: OpenLicence,
): ArticleRefusal | undefined {
  if (!stated) return 'article-licence-missing';
  const own = readStatedLicence(stated);
  if (!own) return 'article-licence-not-open';
  return allowsAllOf(own, recorded) ? undefined : 'licence-conflict';
}

/** May a figure's picture be taken? Not where it speaks of another owner, unless it names an open
 *  licence that asks for no more than the article's. */
export function isThirdParty(
  { permission, licence }: FigureGraphic,
  articleOwners: string,
  recorded: OpenLicence,
): boolean {
  const own = readStatedLicence(licence) ?? readLicence(permission);
  if (own) return !allowsAllOf(own, recorded);
  if (licence?.text && !permission) return true;
  return permission !== null && !isArticlesOwn(permission, articleOwners);
}

/** Some publishers repeat the article's own line under every figure. */
function isArticlesOwn(permission: string, owners: string): boolean {
  const bare = folded(permission);
  if (bare === '' || /^(the )?authors?$/.test(bare)) return true;
  return folded(owners).includes(bare) && bare.split(' ').length > 1;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /copyright|\(c\)|[©\d().,;:’'–-]|\ball rights reserved\b|under exclusive licen[cs]e\b/g,
      ' ',
    )
    .replace(/\bauthor\s*s\b/g, 'authors')
    .replace(/\s+/g, ' ')
    .trim();
}
