import type { LayoutName } from '../layouts/index.ts';

export type CaseJob = {
  /** From 0. */
  number: number;
  seed: number;
  resolutionMm: number;
  root: string;
  layout: LayoutName | null;
};

export type CaseNews = { error?: unknown };
