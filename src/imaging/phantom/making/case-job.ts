import type { LayoutName } from '../layouts/index.ts';

export type CaseJob = {
  /** From 0. */
  number: number;
  seed: number;
  resolutionMm: number;
  root: string;
  layout: LayoutName | null;
};

/** Of an error only what a message carries from one thread to another, and what the system says. */
export type CaseNews = { error?: { message: string; code?: string; path?: string } };
