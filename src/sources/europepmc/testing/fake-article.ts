import type { FakeArchive } from './europepmc-server.ts';
import { writeZip } from './write-zip.ts';

export const jpeg = (text: string) => Buffer.from(`\xff\xd8\xff${text}`, 'latin1');

const by = 'https://creativecommons.org/licenses/by/4.0/';

export function recordOf(number: number, more: Record<string, unknown> = {}) {
  return {
    id: String(number),
    source: 'MED',
    pmcid: `PMC${number}`,
    doi: `10.1000/${number}`,
    title: `Case <i>${number}</i>`,
    license: 'cc by',
    isOpenAccess: 'Y',
    inEPMC: 'Y',
    hasSuppl: 'Y',
    language: 'eng',
    firstIndexDate: '2024-01-01',
    ...more,
  };
}

/** An article with one figure, `F1`, whose picture is `g<number>.jpg`. */
export function textOf(number: number, { licence = by, body = '', meta = '' } = {}): string {
  return `<?xml version="1.0"?><article xmlns:xlink="x" article-type="case-report"><front><article-meta><article-id pub-id-type="pmcid">PMC${number}</article-id><permissions><copyright-statement>© 2024 The Authors</copyright-statement>${licence && `<license xlink:href="${licence}"><license-p>Open.</license-p></license>`}</permissions>${meta}</article-meta></front><body><p>See.</p><fig id="F1"><label>Figure 1</label><caption><p>MRI.</p></caption><graphic xlink:href="g${number}"/></fig>${body}</body></article>`;
}

export function archiveOf(count: number, more: Partial<FakeArchive> = {}): FakeArchive {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return {
    records: numbers.map(number => recordOf(number)),
    texts: Object.fromEntries(numbers.map(number => [`PMC${number}`, textOf(number)])),
    archives: Object.fromEntries(
      numbers.map(number => [
        `PMC${number}`,
        writeZip([
          { name: `g${number}.jpg`, bytes: jpeg(String(number)) },
          { name: 'data.xlsx', bytes: Buffer.from('PK') },
        ]),
      ]),
    ),
    ...more,
  };
}
