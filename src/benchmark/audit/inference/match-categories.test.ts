import { describe, expect, it } from 'vitest';
import { groupColumns } from './match-categories.ts';

const named = (counts: Record<string, number>) =>
  Object.entries(counts).map(([name, count]) => ({ name, count }));
const columns = named({ literature: 5, case_report: 7, hospital: 11, textbook: 40 });
const groups = (categories: Record<string, number>) =>
  Object.fromEntries(
    [...groupColumns(named(categories), columns)].map(([name, members]) => [
      name,
      members.map(member => member.name).sort(),
    ]),
  );

describe('groupColumns', () => {
  it('takes the grouping that makes every count right', () => {
    expect(groups({ 'books & papers': 45, people: 18 })).toEqual({
      'books & papers': ['literature', 'textbook'],
      people: ['case_report', 'hospital'],
    });
  });

  it('goes by names where a count is wrong, and gives the last category what is left', () => {
    expect(groups({ literature_reports: 13, textbooks: 40, clinical: 11 })).toEqual({
      literature_reports: ['case_report', 'literature'],
      textbooks: ['textbook'],
      clinical: ['hospital'],
    });
  });

  it('gives up on a hopeless search in good time', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ name: `c${at}`, count: 2 }));
    const odd = Array.from({ length: 12 }, (_, at) => ({ name: `k${at}`, count: at % 2 ? 1 : 3 }));
    const start = performance.now();
    groupColumns(odd, many);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
