import { checkAgreement } from './agreement.ts';
import { checkCompliance } from './compliance.ts';
import { checkCurriculum } from './curriculum.ts';
import { checkImageBenchmark } from './image-benchmark.ts';
import { checkItemCounts } from './item-counts.ts';
import { checkLimits } from './limits.ts';
import { checkModelSizes } from './model-sizes.ts';
import { checkOverallAverages } from './overall-averages.ts';
import { checkQaAverages } from './qa-averages.ts';
import { checkQuestionCounts } from './question-counts.ts';
import { passRemarksOn } from './remarks.ts';
import { checkReportScores } from './report-scores.ts';
import { checkReportSections } from './report-sections.ts';
import type { Rule } from './rule.ts';
import { checkSameModel } from './same-model.ts';
import { checkScales } from './scales.ts';
import { checkSectionScores } from './section-scores.ts';
import { checkShares } from './shares.ts';
import { checkSums } from './sums.ts';
import { checkTaskTotals } from './task-totals.ts';
import { checkTestSources } from './test-sources.ts';
import { checkUnread } from './unread.ts';
import { checkWholeAverages } from './whole-averages.ts';
import { checkWholeCounts } from './whole-counts.ts';

export const rules: Rule[] = [
  checkScales,
  checkSums,
  checkTaskTotals,
  checkQuestionCounts,
  checkReportSections,
  checkCurriculum,
  checkItemCounts,
  checkWholeCounts,
  checkQaAverages,
  checkWholeAverages,
  checkSectionScores,
  checkReportScores,
  checkOverallAverages,
  checkSameModel,
  checkModelSizes,
  checkCompliance,
  checkShares,
  checkTestSources,
  checkAgreement,
  checkImageBenchmark,
  checkLimits,
  passRemarksOn,
  checkUnread,
];
