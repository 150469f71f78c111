import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  datasets,
  diseases,
  findDataset,
  findDisease,
  findFinding,
  findItemKind,
  findings,
  findModality,
  findOrthopaedicCategory,
  findReportSection,
  findScoredDimension,
  findScoredSection,
  findSource,
  findSubspecialty,
  foldName,
  itemKinds,
  modalities,
  namesOf,
  orthopaedicCategories,
  reportSections,
  scoredDimensions,
  scoredSections,
  sources,
  subspecialties,
  type Term,
} from './index.ts';

const taxonomies: [string, readonly Term[], (text: string) => Term | null][] = [
  ['orthopaedic categories', orthopaedicCategories, findOrthopaedicCategory],
  ['sub-specialties', subspecialties, findSubspecialty],
  ['diseases', diseases, findDisease],
  ['findings', findings, findFinding],
  ['modalities', modalities, findModality],
  ['item kinds', itemKinds, findItemKind],
  ['sources', sources, findSource],
  ['report sections', reportSections, findReportSection],
  ['scored sections', scoredSections, findScoredSection],
  ['scored dimensions', scoredDimensions, findScoredDimension],
  ['datasets', datasets, findDataset],
];

describe.each(taxonomies)('%s', (_, terms, find) => {
  it('finds each term by each of its names', () => {
    for (const term of terms) {
      for (const name of namesOf(term)) expect([name, find(name)?.id]).toEqual([name, term.id]);
    }
  });

  it('has no name that means two terms, and none that says nothing', () => {
    const owner = new Map<string, string>();
    for (const term of terms) {
      for (const name of namesOf(term).map(foldName)) {
        expect(name).not.toBe('');
        expect([name, owner.get(name) ?? term.id]).toEqual([name, term.id]);
        owner.set(name, term.id);
      }
    }
  });

  it('names every term in both languages and says what it means', () => {
    for (const term of terms) {
      expect(term.id).toMatch(/^[A-Za-z][\w-]*$/);
      expect(term.definition).toMatch(/\w+ .*[.?]$/);
      expect([...term.synonyms.zh, term.zh].join('')).toMatch(/\p{Script=Han}/u);
    }
  });

  it('answers null, and does not throw, on anything else', () => {
    for (const text of ['', ' ', 'constructor', '__proto__', 'x'.repeat(1_000_000)]) {
      expect(find(text)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const found = find(text);
        const names = found === null ? [] : namesOf(found).map(foldName);
        expect(found === null || names.some(name => foldName(text).includes(name))).toBe(true);
      }),
    );
  });
});

describe('a name as people and models write it', () => {
  it.each([
    ['cervical degenerative spine', 'cervical-degenerative'],
    ['**The Cervical Degenerative Spine**', 'cervical-degenerative'],
    ['"Tumor and Osteomyelitis".', 'tumor-and-osteomyelitis'],
    ['TUMOUR & OSTEOMYELITIS', 'tumor-and-osteomyelitis'],
    ['13. Tumor and Osteomyelitis', 'tumor-and-osteomyelitis'],
    ['Kyphosis and Post-laminectomy Deformities', 'kyphosis-and-postlaminectomy-deformities'],
    ['thoracic_and_lumbar_degenerative', 'thoracic-and-lumbar-degenerative'],
    ['complication', 'complications'],
    ['Anatomic Approach', 'anatomic-approaches'],
    ['颈椎 退行性 疾病', 'cervical-degenerative'],
    ['「脊柱创伤」', 'trauma'],
    ['ＡＩＳ', 'idiopathic-scoliosis'],
    ['Adult Spinal Deformity (ASD)', 'adult-spinal-deformity'],
    ['脊柱创伤 / Trauma', 'trauma'],
    ['特發性脊柱側彎', 'idiopathic-scoliosis'],
    ['頸椎退行性疾病', 'cervical-degenerative'],
  ])('reads %s', (text, id) => {
    expect(findSubspecialty(text)?.id).toBe(id);
  });

  it.each([
    'The patient has idiopathic scoliosis',
    'not Trauma',
    'Trauma or Complications',
    'Trauma / Complications',
    'Spondylolisthesis (ruled out)',
    'Spondylo',
  ])('does not take %s for a name', text => {
    expect(findSubspecialty(text)).toBeNull();
  });

  it('tells a fine finding from a coarse one', () => {
    expect(findFinding('椎间盘突出')?.id).toBe('disc-protrusion');
    expect(findFinding('Disc herniations')?.id).toBe('disc-herniation');
    expect(findDisease('Neural foraminal narrowing')?.id).toBe('foraminal-stenosis');
    expect(findDisease('Spondylolysthesis')?.id).toBe('spondylolisthesis');
    expect(findOrthopaedicCategory('Orthopaedic Trauma')?.id).toBe('orthopedic-trauma');
  });
});
