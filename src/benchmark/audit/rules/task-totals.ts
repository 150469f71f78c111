import { show } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import { sumHolds } from '../inference/sums.ts';
import type { Rule } from './rule.ts';

/** The same corpus counted by source and by task gives the same number in every split. */
export const checkTaskTotals: Rule = ({ sources, tasks }) => {
  if (!sources || !tasks) return [];
  return tasks.grid.rows.map(({ name }): Finding => {
    const sum = tasks.outside.find(({ at }) => at.row === name);
    const place = {
      table: tasks.grid.table,
      row: name,
      field: 'sum of all tasks',
      printed: sum?.printed ?? null,
      recomputed: sum?.recomputed ?? null,
      rule: 'two counts of one corpus',
    };
    if (!sum) {
      const explanation = `${sources.grid.table} has no row "${name}" to hold this one against.`;
      return { ...place, verdict: 'not recomputable', explanation };
    }
    const { printed, recomputed } = sum;
    if (sumHolds(sum)) {
      const explanation = `By task as by source there are ${show(recomputed)} items.`;
      return { ...place, verdict: 'consistent', explanation };
    }
    const gap = show(Math.abs(printed - recomputed));
    const lack = recomputed < printed ? 'have no task' : 'have no source';
    const explanation = `The tasks add up to ${show(recomputed)}, the sources in ${sources.grid.table} to ${show(printed)}: ${gap} items ${lack}.`;
    return { ...place, verdict: 'inconsistent', explanation };
  });
};
