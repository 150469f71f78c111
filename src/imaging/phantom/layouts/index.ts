import { buuLayout } from './buu.ts';
import { csxaLayout } from './csxa.ts';
import type { Layout } from './layout.ts';
import { rsnaLayout } from './rsna.ts';
import { sparkLayout } from './spark.ts';
import { spiderLayout } from './spider.ts';
import { verseLayout } from './verse.ts';
import { verseChallengeLayout } from './verse-challenge.ts';
import { vindrLayout } from './vindr.ts';

export type {
  CaseRows,
  CaseViews,
  DicomSeries,
  Layout,
  LayoutCase,
  MaskValue,
  PlainView,
  SavePicture,
  Structure,
} from './layout.ts';

/** Every dataset as its owners lay it out; VerSe has two ways. */
export const layouts = {
  verse: verseLayout,
  'verse-challenge': verseChallengeLayout,
  spider: spiderLayout,
  spark: sparkLayout,
  rsna: rsnaLayout,
  buu: buuLayout,
  csxa: csxaLayout,
  vindr: vindrLayout,
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;

export { renderedViews, saveRendered } from './render-pictures.ts';
