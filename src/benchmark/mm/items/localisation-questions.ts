import type { Language } from '../../../spine/index.ts';

/** `{pictures}`: "this MRI slice", "these MRI slices"; `{disease}`: its name in running text. */
export const localisationQuestions: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'At which levels does the patient have {disease}, as seen on {pictures}?',
    'Go through {pictures} level by level. Where do you find {disease}?',
    'Which lumbar levels are affected by {disease} on {pictures}?',
    'Mark every level at which you see signs of {disease} on {pictures}.',
    'This lumbar spine has {disease}. Going by {pictures}, which levels are concerned?',
    'From L1/L2 down to L5/S1: where is {disease} present on {pictures}?',
    'Your report must name all levels with {disease}. Which are they, judging by {pictures}?',
    'Where in the lumbar spine is {disease} to be located on {pictures}?',
    'On the evidence of {pictures}, select each level with {disease}.',
    'Which of the five lumbar levels would you list under {disease} after reading {pictures}?',
  ],
  zh: [
    '根据{pictures}，该患者哪些节段存在{disease}？',
    '请逐节段阅读{pictures}，{disease}位于何处？',
    '在{pictures}上，哪些腰椎节段受{disease}累及？',
    '请标出{pictures}中显示{disease}征象的所有节段。',
    '该腰椎存在{disease}。依据{pictures}，涉及哪些节段？',
    '从L1/L2到L5/S1，{pictures}上哪些节段可见{disease}？',
    '报告须写明全部{disease}节段。据{pictures}判断，是哪些？',
    '在{pictures}上，{disease}应定位于腰椎的哪些节段？',
    '以{pictures}为依据，选出每一个有{disease}的节段。',
    '阅读{pictures}之后，您会把五个腰椎节段中的哪些列为{disease}？',
  ],
};
