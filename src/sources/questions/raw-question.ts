/** A question as it was found, before anyone has judged whether it is whole. */
export type RawQuestion = {
  place: string;
  number: string;
  stem: string;
  options: RawOption[];
  /** One cell that holds all options, where there is one instead. */
  optionsTogether: string;
  answer: string;
  explanation: string;
  pictures: string[];
};

export type RawOption = { label: string; text: string };

export const noQuestion: Omit<RawQuestion, 'place'> = {
  number: '',
  stem: '',
  options: [],
  optionsTogether: '',
  answer: '',
  explanation: '',
  pictures: [],
};
