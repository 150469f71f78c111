import type { en } from './en.ts';

/** The same keys as English, but for the forms of a plural that a language does not have:
 *  Chinese counts with one form only. */
export type Dictionary<Words = typeof en> = {
  [Key in keyof Words as Key extends `${string}_one` ? never : Key]: Words[Key] extends string
    ? string
    : Dictionary<Words[Key]>;
};
