import type { Language } from '../../spine/index.ts';

/** The fixed sentences of a report that is filled by template. */
export type ReportPhrases = {
  noStudy: string;
  noFinding: string;
  meaning(passage: string | null): string;
  noDiagnosis: string;
  correlation(sentence: string | null): string;
  differential(name: string): string;
  conservative(tried: string | null): string;
  necessity(flag: string | null): string;
  plan(passage: string | null): string;
  recovery: string;
  condition(diagnosis: string): string;
  flagQuestion: string;
  flagDecision(isStated: boolean): string;
  conservativeQuestion: string;
  conservativeDecision(isStated: boolean): string;
  notStated: string;
  conclusion(passage: string | null): string;
  risks: readonly string[];
  prognosis(passage: string | null): string;
  redFlags: readonly string[];
  issues: readonly { issue: string; strategy: string; redFlag: string }[];
  summary(found: { levels: string; findings: string; passages: string }): string;
  none: string;
  disclaimer: string;
};

const en: ReportPhrases = {
  noStudy: 'no study is named in the case text',
  noFinding: 'The case text states no finding that this method knows.',
  meaning: passage =>
    passage === null
      ? 'Its meaning for this patient was not assessed.'
      : `Not assessed for this patient. The reference library says: ${passage}`,
  noDiagnosis: 'No diagnosis: the case text names no finding that this method knows',
  correlation: sentence =>
    sentence === null
      ? 'The case text names no sign that goes with the finding.'
      : `The case text says: ${sentence}`,
  differential: name => `A related finding; nothing stated decides between it and ${name}.`,
  conservative: tried =>
    tried === null
      ? 'Whether treatment without an operation has been tried is not stated. Ask your doctor about it first.'
      : `About treatment without an operation the case text says: ${tried}`,
  necessity: flag =>
    flag === null
      ? 'The text names no warning sign. Whether an operation is needed is for your surgeon to say.'
      : `The text names a warning sign, and it needs a surgeon's look at once: ${flag}`,
  plan: passage =>
    passage === null
      ? 'Nothing that fits was found in the reference library.'
      : `The reference library says: ${passage}`,
  recovery:
    'How long recovery takes depends on the treatment that is chosen, and is to be discussed.',
  condition: diagnosis => `${diagnosis}, as stated in the case text`,
  flagQuestion: 'Is a red flag or a deficit that gets worse stated?',
  flagDecision: isStated =>
    isStated ? 'Urgent assessment by a spine surgeon' : 'No emergency on what is stated',
  conservativeQuestion: 'Is failed conservative treatment stated?',
  conservativeDecision: isStated =>
    isStated ? 'Discuss an operation' : 'Conservative treatment first',
  notStated: 'The case text says nothing of it',
  conclusion: passage =>
    passage === null
      ? 'A spine specialist has to decide.'
      : `A spine specialist has to decide. From the reference library: ${passage}`,
  risks: ['Infection', 'Bleeding and epidural haematoma', 'Dural tear', 'Injury of a nerve root'],
  prognosis: passage =>
    passage === null
      ? 'Not assessed for this patient.'
      : `Not assessed for this patient. From the reference library: ${passage}`,
  redFlags: [
    'New disturbance of bladder or bowel function',
    'Numbness of the saddle area',
    'Weakness that gets worse',
    'Fever',
  ],
  issues: [
    {
      issue: 'Epidural haematoma',
      strategy: 'MRI at once, and evacuation',
      redFlag: 'Increasing pain with new weakness or numbness within days',
    },
    {
      issue: 'Wound infection',
      strategy: 'Laboratory tests, imaging, antibiotics, revision where needed',
      redFlag: 'Fever, discharge, pain that rises again',
    },
  ],
  summary: ({ levels, findings, passages }) =>
    `Read from the case text: levels ${levels}; findings ${findings}. Passages of the reference library: ${passages}.`,
  none: 'none',
  disclaimer:
    'This is a template that a classical method (reading of levels and findings, BM25 retrieval) has filled: not a model, no picture was looked at, and not for the care of a patient. It is a floor to compare with.',
};

const zh: ReportPhrases = {
  noStudy: '病例文字未说明检查',
  noFinding: '病例文字未提及本方法所认识的异常。',
  meaning: passage =>
    passage === null ? '未评估其对该患者的意义。' : `未针对该患者评估。参考资料称：${passage}`,
  noDiagnosis: '无诊断：病例文字未提及本方法所认识的异常',
  correlation: sentence =>
    sentence === null ? '病例文字未提及与之相符的体征。' : `病例文字称：${sentence}`,
  differential: name => `与之相近；所述内容不足以与${name}相区别。`,
  conservative: tried =>
    tried === null
      ? '文中未说明是否试过不开刀的治疗，请先向医生咨询。'
      : `关于不开刀的治疗，病例文字称：${tried}`,
  necessity: flag =>
    flag === null
      ? '文中未提及危险信号。是否需要手术由您的医生决定。'
      : `文中提及危险信号，需要外科医生尽快查看：${flag}`,
  plan: passage => (passage === null ? '参考资料中未找到相关内容。' : `参考资料称：${passage}`),
  recovery: '恢复时间取决于所选的治疗，请与医生讨论。',
  condition: diagnosis => `${diagnosis}（据病例文字）`,
  flagQuestion: '是否提及危险信号或进行性加重的功能障碍？',
  flagDecision: isStated => (isStated ? '请脊柱外科紧急评估' : '就所述内容而言非急症'),
  conservativeQuestion: '是否提及保守治疗无效？',
  conservativeDecision: isStated => (isStated ? '讨论手术治疗' : '先行保守治疗'),
  notStated: '病例文字没有说到',
  conclusion: passage =>
    passage === null ? '须由脊柱专科医生决定。' : `须由脊柱专科医生决定。参考资料：${passage}`,
  risks: ['感染', '出血与硬膜外血肿', '硬脊膜撕裂', '神经根损伤'],
  prognosis: passage =>
    passage === null ? '未针对该患者评估。' : `未针对该患者评估。参考资料：${passage}`,
  redFlags: ['新发排尿或排便障碍', '鞍区麻木', '进行性加重的无力', '发热'],
  issues: [
    {
      issue: '硬膜外血肿',
      strategy: '立即行MRI检查并清除血肿',
      redFlag: '数日内疼痛加重并出现新的无力或麻木',
    },
    {
      issue: '切口感染',
      strategy: '化验、影像检查、抗生素，必要时翻修',
      redFlag: '发热、渗液、疼痛再次加重',
    },
  ],
  summary: ({ levels, findings, passages }) =>
    `读自病例文字：节段 ${levels}；异常 ${findings}。参考资料段落：${passages}。`,
  none: '无',
  disclaimer:
    '本报告由经典方法（节段与异常的读取、BM25检索）填写模板而成：不是模型，未查看任何图像，不得用于患者诊疗，仅作为比较的下限。',
};

export const reportPhrases: Readonly<Record<Language, ReportPhrases>> = { en, zh };
