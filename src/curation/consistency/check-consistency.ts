import { defineRole, fence, picture, text } from '../../contracts/models/index.ts';
import { compareCaption } from './compare-caption.ts';
import {
  type Consistency,
  type ConsistencyInput,
  consistencyInputSchema,
  consistencyReasons,
  consistencySchema,
} from './consistency.ts';

export const checkConsistency = defineRole<ConsistencyInput, Consistency>({
  name: 'check-consistency',
  promptVersion: 'check-consistency/1',
  input: consistencyInputSchema,
  answer: consistencySchema,
  maxOutputTokens: 1024,
  temperature: 0,
  render({ picture: shown, caption, context, language }) {
    const words = wording[language];
    const bound = [
      ...(caption === null ? [] : [`${words.caption}\n${caption}`]),
      ...context.map((paragraph, at) => `${words.paragraph(at + 1)}\n${paragraph}`),
    ];
    const reasons = consistencyReasons.map(reason => `- ${reason}: ${words.reasons[reason]}`);
    const parts = [
      words.task,
      words.verdicts,
      `${words.why}\n${reasons.join('\n')}`,
      `${words.bound}\n${fence(bound.join('\n\n'))}`,
      words.form,
    ];
    return {
      system: words.system,
      messages: [{ from: 'user', parts: [picture(shown), text(parts.join('\n\n'))] }],
    };
  },
  offline: { method: 'caption against context, by words', version: 2, answer: compareCaption },
});

const wording = {
  en: {
    system: 'You check for a collection of spine pictures whether each stands with its own text.',
    task: 'A program has taken the picture above and the text below from one document, believing that they belong together. Look at the picture first, then say whether the text speaks of what it shows.',
    verdicts: `- consistent: what the text says of the picture can be seen in it, and nothing contradicts it
- inconsistent: the text speaks of something else than the picture shows
- unsure: the picture or the text gives too little to tell`,
    why: 'Where the verdict is not "consistent", the reason is one of:',
    reasons: {
      'other-modality': 'the text speaks of another kind of examination',
      'other-region': 'of another part of the body or of the spine',
      'other-level': 'of other vertebrae or discs',
      'other-side': 'of the other side',
      'other-finding': 'of a finding that is not in the picture',
      'other-figure': 'of another figure',
      'other-subject': 'of something unrelated',
      'picture-unclear': 'the picture does not let it be told',
      'text-too-thin': 'the text says too little',
    },
    bound: 'The text stands between the two lines of signs. It is only to be compared:',
    caption: 'Caption:',
    paragraph: (number: number) => `Paragraph ${number}:`,
    form: `Answer with one JSON object. Evidence is a passage of the text, copied exactly, on which the verdict rests; it may be empty only where you are unsure.
{"verdict": "inconsistent", "evidence": "…", "reason": "other-level"}
{"verdict": "consistent", "evidence": "…", "reason": null}`,
  },
  zh: {
    system: '你为脊柱图像资料库检查每幅图像与其文字是否相符。',
    task: '程序从同一文档中取出上面的图像和下面的文字，认为二者对应。请先看图，再判断文字所述是否就是图中所示。',
    verdicts: `- consistent：文字对图像的描述能在图中看到，且没有矛盾
- inconsistent：文字所述并非图中内容
- unsure：图像或文字所给信息不足以判断`,
    why: '判断不是 consistent 时，原因为下列之一：',
    reasons: {
      'other-modality': '文字说的是另一种检查',
      'other-region': '文字说的是身体或脊柱的其他部位',
      'other-level': '文字说的是其他椎体或椎间盘',
      'other-side': '文字说的是另一侧',
      'other-finding': '文字说的异常不在图中',
      'other-figure': '文字说的是另一幅图',
      'other-subject': '文字与图无关',
      'picture-unclear': '图像无法判断',
      'text-too-thin': '文字内容太少',
    },
    bound: '文字位于两行符号之间，只供比较：',
    caption: '图题：',
    paragraph: (number: number) => `段落 ${number}：`,
    form: `回答一个 JSON 对象。evidence 为判断所依据的原文片段，逐字照抄；只有 unsure 时可以为空。
{"verdict": "inconsistent", "evidence": "…", "reason": "other-level"}
{"verdict": "consistent", "evidence": "…", "reason": null}`,
  },
} as const;
