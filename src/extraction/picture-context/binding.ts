/** Why a picture is bound to nothing; docs/bind.md says when each is given. */
export const unboundReasons = [
  'no-caption-near',
  'caption-of-another-picture',
  'caption-of-a-table',
  'figure-number-missing',
  'picture-inside-a-sentence',
  'label-never-cited',
] as const;
export type UnboundReason = (typeof unboundReasons)[number];

/** How a paragraph was found; docs/bind.md says what each means and how sure it is. */
export const contextRules = [
  'single',
  'panel',
  'list',
  'range-end',
  'range-middle',
  'unnumbered',
  'before',
  'after',
] as const;
export type ContextRule = (typeof contextRules)[number];

/** First and last line, counted from 1. */
export type Lines = [number, number];

export type Context = {
  text: string;
  lines: Lines;
  relation: 'mention' | 'adjacent';
  rule: ContextRule;
  confidence: number;
};

export type Binding = {
  document: string;
  picture: { src: string; line: number; alt: string };
  label: string | null;
  caption: { text: string; lines: Lines } | null;
  context: Context[];
  status: 'bound' | 'unbound';
  reason: UnboundReason | null;
};
