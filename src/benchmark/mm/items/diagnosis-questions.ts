import type { Language } from '../../../spine/index.ts';

/** `{picture}`: what it is, such as "X-ray" or "MRI slice". */
export const diagnosisQuestions: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Which of the options describes what is to be seen on the spine of this patient?',
    'Look at the {picture}. Which diagnosis fits it best?',
    'What does this {picture} of the spine show?',
    'A colleague hands you this {picture} and asks for the diagnosis. What do you answer?',
    'Choose the finding that this {picture} supports.',
    'Judging by the {picture} alone, what is the condition of this spine?',
    'Which entry of the list would you put into the impression of this {picture}?',
    'The {picture} was taken of a patient with complaints of the spine. What is the finding?',
    'Name the condition that can be recognised on this {picture}.',
    'How would you classify the spine on this {picture}?',
    'Of the conditions listed, which one is present on this {picture}?',
  ],
  zh: [
    '下列哪一项符合该患者脊柱的影像表现？',
    '请观察这幅{picture}，最符合的诊断是什么？',
    '这幅脊柱{picture}显示的是什么？',
    '同事请您判读这幅{picture}，您会给出哪个诊断？',
    '请选出这幅{picture}所支持的诊断。',
    '仅凭这幅{picture}，该脊柱属于哪种情况？',
    '在这幅{picture}的诊断意见中，您会写下列哪一项？',
    '患者因脊柱不适拍摄了这幅{picture}，所见为何？',
    '从这幅{picture}可以辨认出哪种病变或状态？',
    '您如何对这幅{picture}中的脊柱进行归类？',
    '所列各项中，哪一项见于这幅{picture}？',
  ],
};
