import { describe, expect, it } from 'vitest';
import { subspecialties } from '../../spine/subspecialties.ts';
import { benchmarkItemSchema } from './item.ts';

const choice = {
  id: 'q1',
  task: 'mcq',
  benchmark: 'b',
  question: 'Which?',
  options: { A: 'one', B: 'two' },
  answer: ['B'],
  language: 'en',
  source: 'textbook',
};
const report = { ...choice, task: 'report', options: {}, answer: [], case: 'A patient.' };
const problems = (item: object) => {
  const result = benchmarkItemSchema.safeParse(item);
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
};

describe('benchmarkItemSchema', () => {
  it('fills in what may be left out', () => {
    expect(benchmarkItemSchema.parse(choice)).toEqual({
      ...choice,
      images: [],
      reference: null,
      case: null,
      subspecialty: null,
      modality: [],
      levels: [],
      class: 'licensed',
      group: 'q1',
    });
  });

  it('takes hospital items for clinical unless they say otherwise', () => {
    const hospital = { ...choice, source: 'hospital' };
    expect(benchmarkItemSchema.parse(hospital).class).toBe('clinical');
    expect(benchmarkItemSchema.parse({ ...hospital, class: 'public' }).class).toBe('public');
  });

  it('takes every sub-specialty by its English name, and levels by their names', () => {
    for (const { en } of subspecialties)
      expect(problems({ ...choice, subspecialty: en })).toEqual([]);
    expect(problems({ ...choice, levels: ['L4/L5', 'lumbosacral', 'T10-L2', 'S1'] })).toEqual([]);
  });

  it('keeps fields that others added', () => {
    expect(benchmarkItemSchema.parse({ ...choice, dataset: 'rsna' })).toMatchObject({
      dataset: 'rsna',
    });
  });

  it.each<[string, object, string]>([
    ['two answers for a single choice', { ...choice, answer: ['A', 'B'] }, 'answer'],
    ['no answer', { ...choice, answer: [] }, 'answer'],
    ['no answer of several', { ...choice, task: 'mcq-multi', answer: [] }, 'answer'],
    ['an answer that is no option', { ...choice, answer: ['C'] }, 'answer'],
    ['an answer twice', { ...choice, task: 'mcq-multi', answer: ['A', 'A'] }, 'answer'],
    ['one option', { ...choice, options: { B: 'two' } }, 'options'],
    [
      'an option that is no letter',
      { ...choice, options: { ...choice.options, '1': 'x' } },
      'options.1',
    ],
    ['a blank option', { ...choice, options: { ...choice.options, C: ' ' } }, 'options.C'],
    ['an answer to a report', { ...report, answer: ['A'] }, 'answer'],
    [
      'a reference that is no report',
      { ...report, reference: { imaging: [] } },
      'reference.imaging',
    ],
    ['a level that is no name', { ...choice, levels: ['L4-5'] }, 'levels.0'],
    ['an unknown sub-specialty', { ...choice, subspecialty: 'Spine' }, 'subspecialty'],
    ['an unknown source', { ...choice, source: 'web' }, 'source'],
    ['a blank id', { ...choice, id: ' ' }, 'id'],
    ['another task', { ...choice, task: 'open' }, 'task'],
  ])('refuses %s', (_, item, path) => {
    expect(problems(item)).toContain(path);
  });
});
