import type { Language, ScoredDimensionId } from '../../spine/index.ts';

/** What a 5, a 3 and a 1 look like beside the reference report. */
export type Anchors = { readonly five: string; readonly three: string; readonly one: string };

export const judgeRubric: Readonly<Record<Language, Readonly<Record<ScoredDimensionId, Anchors>>>> =
  {
    en: {
      imaging_report: {
        five: 'every key finding is there with its level, side and size, and its meaning is right',
        three: 'the findings are mostly right, but their meaning or their measures stay thin',
        one: 'the pictures are misread, or the main finding is missed or contradicted',
      },
      diagnosis: {
        five: 'main diagnosis right, further ones listed, the important alternatives ruled out with reasons',
        three: 'main diagnosis right, but alternatives that matter are not considered',
        one: 'main diagnosis wrong, or something that endangers life is overlooked',
      },
      patient_guidance: {
        five: 'a layperson would understand every sentence, find it true, and be calmed by it',
        three: 'understandable on the whole, with unexplained terms, vagueness or little warmth',
        one: 'incomprehensible, misleading or harmful',
      },
      evidence_based_plan: {
        five: 'the plan has its reasons, agrees with guidelines and fits this very patient',
        three: 'a sensible plan that could be anyone’s',
        one: 'the plan contradicts the evidence or the reference',
      },
      technical_feasibility: {
        five: 'aim, steps, precautions and a way out are all told as exactly as in the reference',
        three: 'the operation is named, but one could not plan it from this',
        one: 'it could not be done, or would be dangerous',
      },
      risk_prognosis: {
        five: 'risks, care around the operation, follow-up and later problems are planned as a whole',
        three: 'the basic precautions are named one by one, without a plan',
        one: 'safety is neglected',
      },
      coverage: {
        five: 'no piece of evidence on which the reference rests is missing',
        three: 'the main evidence is used, but one key piece or two lesser ones are missing',
        one: 'none of the key evidence is used, or it is turned upside down',
      },
      relevance: {
        five: 'every sentence serves the core diagnosis',
        three: 'some of it strays, and the thread can still be followed',
        one: 'most of it is beside the point',
      },
      granularity: {
        five: 'as exact as the evidence allows: levels, sides, grades and numbers where there are any',
        three: 'exact in places, general where the reference gives figures',
        one: 'only generalities',
      },
      explanation: {
        five: 'each conclusion follows from what stands before it, from evidence to plan',
        three: 'the line of thought is visible, with leaps in it',
        one: 'assertions without reasons, or reasons that contradict each other',
      },
    },
    zh: {
      imaging_report: {
        five: '关键异常全部写出，节段、侧别、大小齐全，意义解释正确',
        three: '所见大体正确，但意义或测量说得不够',
        one: '误读图像，或漏掉、否定了主要异常',
      },
      diagnosis: {
        five: '主要诊断正确，其他诊断列出，重要的鉴别诊断有理有据地排除',
        three: '主要诊断正确，但未考虑应当鉴别的疾病',
        one: '主要诊断错误，或漏掉危及生命的情况',
      },
      patient_guidance: {
        five: '患者每句都能看懂，内容真实，看后安心',
        three: '大致能懂，但有未解释的术语、含糊之处或缺少关怀',
        one: '看不懂、误导或有害',
      },
      evidence_based_plan: {
        five: '方案有依据、合乎指南，并针对该患者',
        three: '方案合理，但换谁都适用',
        one: '方案与证据或参考报告相悖',
      },
      technical_feasibility: {
        five: '目的、步骤、预防措施与后备方案都与参考报告一样具体',
        three: '写明了术式，但据此无法制订手术计划',
        one: '不可行或有危险',
      },
      risk_prognosis: {
        five: '风险、围手术期处理、随访和后续问题有整体安排',
        three: '逐条提到基本措施，但不成体系',
        one: '忽视安全',
      },
      coverage: {
        five: '参考报告所依据的证据无一遗漏',
        three: '用到主要证据，但缺一项关键或两项次要证据',
        one: '未用到关键证据，或把证据说反',
      },
      relevance: {
        five: '每句话都服务于核心诊断',
        three: '有些离题，但主线仍在',
        one: '大部分与问题无关',
      },
      granularity: {
        five: '证据有多精确就写多精确：节段、侧别、分级、数值',
        three: '部分精确，参考报告有数值处只作笼统描述',
        one: '全是泛泛之谈',
      },
      explanation: {
        five: '从证据到方案，每个结论都由前文推出',
        three: '思路可见，但有跳跃',
        one: '只有断言没有理由，或理由自相矛盾',
      },
    },
  };
