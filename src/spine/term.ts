/** An entry of a taxonomy. `en` and `zh` are shown to people; `id` is what gets stored. */
export type Term = {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly definition: string;
  readonly synonyms: { readonly en: readonly string[]; readonly zh: readonly string[] };
};

export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];
