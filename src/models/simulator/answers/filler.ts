import type { Random } from '../chance/random.ts';
import type { Language } from './language.ts';

const opening = {
  en: 'This text comes from the simulator and says nothing about any patient.',
  zh: '这段文字由模拟器生成，与任何患者无关。',
};

const sentences = {
  en: [
    'The alignment of the lumbar spine is described first, then each segment in turn.',
    'The height of the disc space and the signal of the disc are compared with the neighbours.',
    'The spinal canal and the lateral recesses are measured at the narrowest place.',
    'The facet joints and the ligamentum flavum are looked at on both sides.',
    'The course of the nerve roots is followed to the foramina.',
    'Marrow signal, endplates and posterior elements are checked for fractures.',
    'The findings are then weighed against what the patient reports.',
    'Conservative care and surgery are set side by side, with their risks.',
  ],
  zh: [
    '首先描述腰椎序列，然后逐一说明各节段。',
    '将椎间隙高度和椎间盘信号与相邻节段比较。',
    '在最狭窄处测量椎管和侧隐窝。',
    '观察双侧小关节和黄韧带。',
    '沿神经根走行观察至椎间孔。',
    '检查骨髓信号、终板和后部结构有无骨折。',
    '再将影像所见与患者主诉相互印证。',
    '并列比较保守治疗与手术治疗及其风险。',
  ],
};

/** A paragraph in the language of the question that cannot be taken for a finding. */
export function fill(language: Language, random: Random): string {
  const chosen = Array.from({ length: 3 + random.below(3) }, () =>
    random.pick(sentences[language]),
  );
  return [opening[language], ...new Set(chosen)].join(language === 'zh' ? '' : ' ');
}

export function reasonAloud(language: Language, random: Random): string {
  return random.pick(sentences[language]);
}

const refusals = {
  en: [
    'I’m sorry, but I can’t help with interpreting medical images.',
    'I am not able to give a medical judgement on this. Please ask a clinician.',
    'As a simulated assistant, I cannot answer this request.',
  ],
  zh: [
    '抱歉，我无法解读医学影像。',
    '对此我不能给出医学判断，请咨询临床医生。',
    '作为模拟助手，我无法回答这个请求。',
  ],
};

export function refuse(language: Language, random: Random): string {
  return random.pick(refusals[language]);
}
