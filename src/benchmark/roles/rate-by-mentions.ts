import { coverage } from '../../models/index.ts';
import { type Language, mentionedModalities, readLevels } from '../../spine/index.ts';
import { findNames } from '../scoring/findings/find-names.ts';
import type { ReasoningInput, ReasoningRatings } from './reasoning-ratings.ts';
import { referenceLibrary } from './reference-library.ts';

const because =
  /\b(?:because|therefore|thus|hence|since|so that|consistent with|suggests?|indicates?|rul(?:e|es|ed|ing) out|whereas|however|unlike)\b|因为|由于|因此|所以|提示|符合|支持|排除|相反|然而|而不是/gi;
const looks =
  /\b(?:signal|hyperintens\w*|hypointens\w*|bright|dark|lucen\w*|sclero\w*|contour|height|alignment|angle|narrow\w*|displace\w*|axial|sagittal|coronal)\b|信号|高信号|低信号|轮廓|高度|序列|成角|变窄|移位|矢状|冠状|横断|轴位/gi;

/**
 * By what the reasoning mentions, in whole marks from 1 to 3: that a finding is named does not
 * show that it is there, nor a "therefore" that it follows. Words alone never earn more.
 */
export function rateByMentions(input: ReasoningInput): ReasoningRatings {
  const { reasoning, question, options, language } = input;
  const distinct = (pattern: RegExp) =>
    new Set(Array.from(reasoning.matchAll(pattern), ([word]) => word.toLowerCase())).size;
  const weighed = Object.values(options).filter(
    option => coverage(option, reasoning).share >= 0.5,
  ).length;
  const findings = new Set(findNames(reasoning).map(({ finding }) => finding)).size;
  const places = new Set(readLevels(reasoning).map(({ name }) => name)).size;
  const features = findings + distinct(looks) + mentionedModalities(reasoning).length;
  const asked = [question, ...Object.values(options)].join('\n');
  const { search, rarityOf } = referenceLibrary();
  const known = search(asked, 3).map(({ passage }) => passage.text);
  const applied = coverage(`${known.join('\n')}`, withoutAsked(reasoning, asked), rarityOf).share;
  const say = (score: number, facts: string) => ({ score, reason: reasons[language](facts) });
  return {
    clinical_rationality: say(
      1 + Number(distinct(because) > 0) + Number(distinct(because) > 1 && weighed > 1),
      counts[language].rationality(distinct(because), weighed),
    ),
    visual_features: say(
      1 + Number(features > 0) + Number(features > 1 && places > 0),
      counts[language].features(features, places),
    ),
    medical_knowledge: say(
      1 + Number(applied >= 0.05) + Number(applied >= 0.2),
      counts[language].knowledge(Math.round(applied * 100)),
    ),
  };
}

/** Sentences that only repeat the question show no knowledge. */
function withoutAsked(reasoning: string, asked: string): string {
  const sentences = reasoning.split(/(?<=[.!?。！？；;])|\n+/);
  return sentences.filter(sentence => coverage(sentence, asked).share < 0.8).join('\n');
}

const reasons: Readonly<Record<Language, (facts: string) => string>> = {
  en: facts => `Counted, not understood: ${facts}.`,
  zh: facts => `仅作计数，未作理解：${facts}。`,
};

const counts = {
  en: {
    rationality: (links: number, options: number) =>
      `${links} kinds of linking words, ${options} options spoken of`,
    features: (features: number, places: number) =>
      `${features} findings, studies and visual words, ${places} levels`,
    knowledge: (percent: number) => `${percent} % of the words of three reference passages`,
  },
  zh: {
    rationality: (links: number, options: number) => `关联词${links}种，谈到选项${options}个`,
    features: (features: number, places: number) =>
      `异常、检查与视觉用语${features}个，节段${places}个`,
    knowledge: (percent: number) => `覆盖三段参考资料用词的${percent}%`,
  },
} as const;
