import { describe, expect, it } from 'vitest';
import {
  diseases,
  findings,
  imagingModalityIds,
  itemKinds,
  modalities,
  orthopaedicCategories,
  reportSections,
  scoredDimensions,
  scoredSections,
  sources,
  subspecialties,
} from './index.ts';

describe('names that published figures go by', () => {
  it('has the seven categories of the SpineMed paper', () => {
    expect(orthopaedicCategories.map(({ en }) => en)).toEqual([
      'Spine Surgery',
      'Foot and Ankle Surgery',
      'Orthopedic Trauma',
      'Hand and Upper Extremity Surgery',
      'Musculoskeletal Oncology',
      'Orthopedic Sports Medicine',
      'Adult Joint Reconstruction',
    ]);
  });

  it('has the fourteen sub-specialties of Table 10', () => {
    expect(subspecialties.map(({ en }) => en).toSorted()).toEqual([
      'Adult Spinal Deformity',
      'Anatomic Approaches',
      'Biomechanics',
      'Complications',
      'Dysplastic and Congenital Deformities',
      'General Considerations',
      'Idiopathic Scoliosis',
      'Kyphosis and Postlaminectomy Deformities',
      'Neuromuscular Spine Deformity',
      'Spondylolisthesis',
      'The Cervical Degenerative Spine',
      'The Thoracic and Lumbar Degenerative Spine',
      'Trauma',
      'Tumor and Osteomyelitis',
    ]);
  });

  it('has the six sources of Table 2 and the kinds of Table 3', () => {
    expect(sources.map(({ id }) => id)).toEqual([
      'literature',
      'textbook',
      'case_report',
      'question_bank',
      'open_source',
      'hospital',
    ]);
    expect([...new Set(itemKinds.map(({ column }) => column))]).toEqual([
      'multiple_choice',
      'open_ended',
      'consultation',
      'report',
    ]);
  });

  it('puts the ten dimensions of Table 9 into the five sections of Table 4', () => {
    const bySection = Object.fromEntries(
      scoredSections.map(({ id }) => [
        id,
        scoredDimensions.filter(({ section }) => section === id).map(dimension => dimension.id),
      ]),
    );
    expect(bySection).toEqual({
      structured_imaging_report: ['imaging_report'],
      ai_assisted_diagnosis: ['diagnosis'],
      treatment_recommendations: [
        'patient_guidance',
        'evidence_based_plan',
        'technical_feasibility',
      ],
      risk_prognosis_management: ['risk_prognosis'],
      reasoning_disclaimer: ['coverage', 'relevance', 'granularity', 'explanation'],
    });
    expect(scoredSections.map(({ abbreviation }) => abbreviation)).toEqual([
      'SIP',
      'AAD',
      'TR',
      'RPM',
      'RD',
    ]);
    expect(scoredDimensions.map(({ abbreviation }) => abbreviation)).toEqual([
      'IR',
      'DGN',
      'PG',
      'EBP',
      'TF',
      'RPM',
      'COV',
      'REL',
      'GRA',
      'EXP',
    ]);
  });

  it('scores every section of the report exactly once', () => {
    expect(scoredSections.flatMap(({ covers }) => covers)).toEqual(
      reportSections.map(({ id }) => id),
    );
  });

  it('has the eleven diseases of the second benchmark and Healthy', () => {
    expect(diseases.map(({ abbreviation, en }) => [abbreviation, en])).toEqual([
      ['Dsn', 'Disc space narrowing'],
      ['Fs', 'Foraminal stenosis'],
      ['Sas', 'Subarticular stenosis'],
      ['Ost', 'Osteophytes'],
      ['Scs', 'Spinal canal stenosis'],
      ['Spondy', 'Spondylolisthesis'],
      ['Strcv', 'Straight cervical vertebrae'],
      ['Vc', 'Vertebral collapse'],
      ['Ck', 'Cervical kyphosis'],
      ['Cl', 'Cervical lordosis'],
      ['Sigcv', 'Sigmoid cervical vertebrae'],
      [null, 'Healthy'],
    ]);
  });

  it('keeps ids, and the things they refer to, whole', () => {
    const ids = new Set<string>(findings.map(({ id }) => id));
    for (const { broader } of findings) expect(broader === null || ids.has(broader)).toBe(true);
    for (const { finding } of diseases) expect(ids.has(finding)).toBe(true);
    expect(new Set(diseases.map(({ finding }) => finding)).size).toBe(diseases.length);
    expect(modalities.filter(({ imaging }) => imaging).map(({ id }) => id)).toEqual([
      ...imagingModalityIds,
    ]);
  });
});
