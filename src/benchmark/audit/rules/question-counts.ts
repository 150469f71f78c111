import { show } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

/** Every table that says how many test questions there are says the same. */
export const checkQuestionCounts: Rule = ({ questions: { statements, agreed, tied } }) => {
  if (agreed === null || statements.length < 2) return [];
  const findings = statements.map(({ table, row, field, value, how }): Finding => {
    const base = { table, row, field, printed: value, recomputed: agreed };
    const rule = 'number of test questions';
    if (value === agreed) {
      const explanation = `Here (${how}) and in most places the test set has ${show(agreed)} questions.`;
      return { ...base, rule, verdict: 'consistent', explanation };
    }
    const doubt = tied ? ' Which of them is right cannot be told.' : '';
    return {
      ...base,
      rule,
      verdict: 'inconsistent',
      explanation: `Here (${how}) the test set has ${show(value)} questions, elsewhere ${show(agreed)}.${doubt}`,
    };
  });
  const seen = new Set<string>();
  return findings.filter(finding => {
    const key = [finding.table, finding.row, finding.field, finding.printed].join('\n');
    return !seen.has(key) && seen.add(key);
  });
};
