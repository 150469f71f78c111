import type { Report } from '../schema.ts';

/** A made-up case with something in every field. */
export const sampleReport: Report = {
  imaging: [
    {
      modality: 'MRI',
      study: 'lumbar spine, sagittal and axial T2',
      findings: [
        {
          finding:
            'Left paracentral disc extrusion with caudal migration, compressing the traversing root',
          levels: ['L5/S1'],
          side: 'left',
          measures: [
            {
              kind: 'quantity',
              name: 'anteroposterior diameter',
              relation: '=',
              value: 9,
              to: null,
              unit: 'mm',
            },
            { kind: 'quantity', name: 'migration', relation: '≈', value: 6, to: 7, unit: 'mm' },
          ],
          meaning: 'Explains the S1 symptoms',
        },
        {
          finding: 'Disc dehydration',
          levels: ['L4/L5', 'L5/S1'],
          side: null,
          measures: [{ kind: 'grade', name: 'Pfirrmann', grade: 'IV' }],
          meaning: 'Degeneration on which the extrusion arose',
        },
      ],
    },
    {
      modality: 'XR',
      study: null,
      findings: [
        {
          finding: 'No slip in flexion or extension',
          levels: [],
          side: null,
          measures: [],
          meaning: 'No instability: fusion is not needed',
        },
      ],
    },
  ],
  diagnosis: {
    primary: { diagnosis: 'Disc extrusion L5/S1 left with S1 radiculopathy', confidence: 'high' },
    correlation:
      'Calf pain, a weak Achilles reflex and numbness of the lateral foot belong to S1.\nThe extrusion meets that root.',
    secondary: ['Disc degeneration L4/L5'],
    differentials: [
      { diagnosis: 'Lateral recess stenosis', reasoning: 'The recesses are wide.' },
      {
        diagnosis: 'Piriformis syndrome',
        reasoning: 'The reflex is lost, which it does not explain.',
      },
    ],
  },
  treatment: {
    patient: {
      conservative:
        'You have tried tablets and exercises for ten weeks, and the foot is still getting weaker.',
      necessity: 'An operation takes the pressure off the nerve while it can still recover.',
      plan: 'Through a small cut, the piece of disc that presses on the nerve is taken out.',
      recovery: 'Up on the same day, office work after 2-3 weeks, sport after 3 months.',
    },
    physician: {
      condition: 'Extrusion L5/S1 left, progressive paresis',
      steps: [
        {
          question: 'Decompression',
          evidence: 'Root compressed, paresis getting worse',
          decision: 'Yes, L5/S1 left',
        },
        { question: 'Fusion', evidence: 'No instability, facets intact', decision: 'No' },
      ],
      conclusion: 'Microdiscectomy L5/S1 left',
    },
  },
  risk: {
    risks: ['Dural tear (1-3 %)', 'Recurrence (5-10 %)', 'Infection (< 1 %)'],
    prognosis: 'Leg pain is likely to go, strength less surely.',
    redFlags: ['Numbness around the seat', 'Loss of bladder control'],
  },
  postoperative: [
    {
      issue: 'Recurrence',
      strategy: 'MRI with contrast; revision if pain or paresis demand it',
      redFlag: 'Leg pain that returns after weeks',
    },
  ],
  rationale: {
    summary:
      'Symptoms, signs and images point to one root, and its weakness decides against waiting.',
    disclaimer: 'Written by a program to support a physician, who decides.',
  },
};
