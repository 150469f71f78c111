import { describe, expect, it } from 'vitest';
import { diseases, findFinding, findings, findingWithBroader } from '../index.ts';
import { findLesionTerm, lesionTerms, lesionVocabularies, relateLesions } from './index.ts';
import type { LesionTerm } from './lesion-term.ts';

function term(...[dataset, column, value]: Parameters<typeof findLesionTerm>): LesionTerm {
  const found = findLesionTerm(dataset, column, value);
  if (found === null) throw new Error(`no term ${dataset} ${column} ${value}`);
  return found;
}

describe('lesion vocabularies', () => {
  it('spell every label as its owners do', () => {
    const spelled = (dataset: keyof typeof lesionVocabularies) =>
      lesionVocabularies[dataset].map(({ column, value }) => `${column}=${value}`);
    expect(spelled('vindr')).toEqual([
      'lesion_type=Osteophytes',
      'lesion_type=Disc space narrowing',
      'lesion_type=Foraminal stenosis',
      'lesion_type=Vertebral collapse',
      'lesion_type=Spondylolysthesis',
      'lesion_type=Surgical implant',
      'lesion_type=Other lesions',
      'lesion_type=No finding',
    ]);
    expect(spelled('spider')).toContain('Pfirrman grade=5');
    expect(spelled('spider')).toContain('UP endplate=1');
    expect(spelled('rsna')).toContain('left_neural_foraminal_narrowing=Normal/Mild');
    expect(spelled('rsna')).toContain('condition=Right Subarticular Stenosis');
    expect(lesionVocabularies.rsna).toHaveLength(20);
  });

  it('have one entry a label, and a reason wherever the match is loose', () => {
    const keys = lesionTerms.map(({ dataset, column, value }) => `${dataset} ${column} ${value}`);
    expect(new Set(keys).size).toBe(keys.length);
    const known = new Set<string | null>(findings.map(({ id }) => id));
    for (const each of lesionTerms) {
      expect(known.has(each.finding)).toBe(true);
      if (each.match === 'related' || each.match === 'broader') expect(each.note).not.toBeNull();
      if (each.state === 'unstated') expect(each.match).toBe('related');
      if (each.match === 'narrower') expect(each.grade ?? each.side ?? each.note).not.toBeNull();
    }
  });

  it('reach every disease of the second benchmark from its four datasets', () => {
    const reached = new Set(
      (['buu', 'csxa', 'rsna', 'vindr'] as const)
        .flatMap(dataset => lesionVocabularies[dataset])
        .filter(({ state }) => state === 'present')
        .map(({ finding }) => finding),
    );
    for (const { finding } of diseases) expect(reached).toContain(finding);
  });

  it('take a label as it stands, and any integer of BUU', () => {
    expect(findLesionTerm('vindr', 'lesion_type', 'Spondylolisthesis')).toBeNull();
    expect(findLesionTerm('buu', 'label', '-2')?.state).toBe('unstated');
    expect(findLesionTerm('buu', 'label', '')).toBeNull();
    expect(findLesionTerm('rsna', 'spinal_canal_stenosis', '')).toBeNull();
    expect(findLesionTerm('spark', 'disc', 'v1,v2')).toBeNull();
  });
});

describe('labels of two datasets', () => {
  const slipVindr = term('vindr', 'lesion_type', 'Spondylolysthesis');

  it('mean the same where both are our finding', () => {
    expect(relateLesions(slipVindr, term('buu', 'label', '1'))).toBe('same');
    expect(relateLesions(slipVindr, term('spider', 'Spondylolisthesis', '1'))).toBe('same');
    expect(
      relateLesions(
        term('vindr', 'lesion_type', 'Disc space narrowing'),
        term('spider', 'Disc narrowing', '1'),
      ),
    ).toBe('same');
    expect(relateLesions(term('spark', 'disc', 'v2'), term('spider', 'Disc bulging', '1'))).toBe(
      'same',
    );
  });

  it('are narrower and broader where one covers the other', () => {
    const protrusion = term('spark', 'disc', 'v3');
    const herniation = term('spider', 'Disc herniation', '1');
    expect(relateLesions(protrusion, herniation)).toBe('narrower');
    expect(relateLesions(herniation, protrusion)).toBe('broader');
    expect(
      relateLesions(
        term('rsna', 'left_neural_foraminal_narrowing', 'Severe'),
        term('vindr', 'lesion_type', 'Foraminal stenosis'),
      ),
    ).toBe('narrower');
    expect(relateLesions(term('spark', 'disc', 'v1'), term('spider', 'Disc herniation', '0'))).toBe(
      'narrower',
    );
    expect(relateLesions(term('spider', 'Modic', '2'), term('spark', 'vertebra', 'v2'))).toBe(
      'narrower',
    );
  });

  it('contradict each other where one denies what the other asserts', () => {
    expect(relateLesions(slipVindr, term('buu', 'label', '0'))).toBe('opposite');
    expect(relateLesions(term('spark', 'disc', 'v1'), term('spider', 'Disc bulging', '1'))).toBe(
      'opposite',
    );
  });

  it('are not made equal where they are not', () => {
    const mild = term('rsna', 'left_neural_foraminal_narrowing', 'Normal/Mild');
    expect(relateLesions(mild, term('vindr', 'lesion_type', 'Foraminal stenosis'))).toBe('none');
    expect(relateLesions(mild, term('vindr', 'lesion_type', 'No finding'))).toBe('none');
    expect(
      relateLesions(
        term('rsna', 'left_subarticular_stenosis', 'Severe'),
        term('rsna', 'right_subarticular_stenosis', 'Severe'),
      ),
    ).toBe('none');
    expect(
      relateLesions(term('buu', 'label', '0'), term('vindr', 'lesion_type', 'No finding')),
    ).toBe('none');
    expect(relateLesions(term('csxa', 'Curvature', '3'), term('csxa', 'Curvature', '4'))).toBe(
      'none',
    );
    expect(relateLesions(term('spark', 'disc', 'v5'), term('spider', 'Disc herniation', '1'))).toBe(
      'none',
    );
  });

  it('stand to each other the same way read from either end', () => {
    const turned = {
      same: 'same',
      narrower: 'broader',
      broader: 'narrower',
      opposite: 'opposite',
      none: 'none',
    };
    for (const a of lesionTerms) {
      expect(relateLesions(a, a)).toBe('same');
      for (const b of lesionTerms) expect(relateLesions(b, a)).toBe(turned[relateLesions(a, b)]);
    }
  });
});

describe('the vocabulary of findings', () => {
  it('leads from a finding to all it is a kind of', () => {
    expect(findingWithBroader('disc-extrusion')).toEqual([
      'disc-extrusion',
      'disc-herniation',
      'disc-displacement',
    ]);
    expect(findFinding("Schmorl's nodes")?.broader).toBe('disc-displacement');
  });
});
