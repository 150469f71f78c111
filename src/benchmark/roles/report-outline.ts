import { type Report, renderReport } from '../../contracts/report/index.ts';
import type { Language } from '../../spine/index.ts';

const rendered = new Map<Language, string>();

/** The form that a model is asked to fill, and so the very form that the parser reads. */
export function reportOutline(language: Language): string {
  const text = rendered.get(language) ?? renderReport(outline[language], language).trim();
  rendered.set(language, text);
  return text;
}

/** A report whose texts say what belongs in their place. */
const outline: Readonly<Record<Language, Report>> = {
  en: {
    imaging: [
      {
        modality: 'MRI',
        study: 'region, plane and sequence; one such heading for each study',
        findings: [
          {
            finding: 'what is seen',
            levels: ['L4/L5'],
            side: 'left',
            measures: [{ kind: 'grade', name: 'name', grade: 'number with unit, or grade' }],
            meaning: 'what it means for this patient',
          },
        ],
      },
    ],
    diagnosis: {
      primary: { diagnosis: 'the main diagnosis with level and side', confidence: 'moderate' },
      correlation: 'which symptoms and signs fit which finding, and which do not',
      secondary: ['what else is present'],
      differentials: [
        { diagnosis: 'what was considered', reasoning: 'why it is less likely or ruled out' },
      ],
    },
    treatment: {
      patient: {
        conservative: 'in plain words: what can be done or was done without an operation',
        necessity: 'in plain words: why an operation is needed, or why not',
        plan: 'in plain words: what would be done',
        recovery: 'in plain words: what to expect afterwards, and when',
      },
      physician: {
        condition: 'the condition to be treated',
        steps: [
          {
            question: 'a decision to take, such as decompression, fusion, levels, approach',
            evidence: 'what in the case or in guidelines decides it',
            decision: 'yes or no, and what exactly',
          },
        ],
        conclusion: 'the recommended procedure, with a way out if it fails',
      },
    },
    risk: {
      risks: ['a risk of this plan for this patient'],
      prognosis: 'the likely course, and the dates of follow-up',
      redFlags: ['a sign that calls for help at once'],
    },
    postoperative: [
      {
        issue: 'what may trouble the patient after this operation',
        strategy: 'what to do about it',
        redFlag: 'the sign that betrays it',
      },
    ],
    rationale: {
      summary: 'the chain from evidence to diagnosis to plan',
      disclaimer: 'what this report is not',
    },
  },
  zh: {
    imaging: [
      {
        modality: 'MRI',
        study: '部位、断面与序列；每项检查一个这样的标题',
        findings: [
          {
            finding: '所见内容',
            levels: ['L4/L5'],
            side: 'left',
            measures: [{ kind: 'grade', name: '名称', grade: '数值与单位，或分级' }],
            meaning: '对该患者的意义',
          },
        ],
      },
    ],
    diagnosis: {
      primary: { diagnosis: '主要诊断，含节段和侧别', confidence: 'moderate' },
      correlation: '哪些症状和体征与哪些所见相符，哪些不符',
      secondary: ['其他并存的问题'],
      differentials: [{ diagnosis: '考虑过的诊断', reasoning: '为何可能性较小或已排除' }],
    },
    treatment: {
      patient: {
        conservative: '通俗说明：不开刀能做什么或做过什么',
        necessity: '通俗说明：为什么需要或不需要手术',
        plan: '通俗说明：打算怎么做',
        recovery: '通俗说明：之后会怎样、需要多久',
      },
      physician: {
        condition: '需要治疗的病情',
        steps: [
          {
            question: '需作出的决定，如减压、融合、节段、入路',
            evidence: '病例或指南中的依据',
            decision: '是或否，以及具体内容',
          },
        ],
        conclusion: '推荐的术式，以及失败时的后备方案',
      },
    },
    risk: {
      risks: ['该方案对该患者的风险'],
      prognosis: '可能的病程与随访时间',
      redFlags: ['需要立即求助的征象'],
    },
    postoperative: [
      { issue: '该手术后可能出现的问题', strategy: '如何处理', redFlag: '提示它的征象' },
    ],
    rationale: { summary: '从依据到诊断再到方案的完整链条', disclaimer: '本报告不能替代什么' },
  },
};
