import type { Note } from '../../contracts/benchmark/index.ts';
import type { ScoredItem } from '../scoring/index.ts';
import type { Came } from './collect-results.ts';

export type JudgementCount = {
  /** Judgements that count, of those there should be: of every report that came and has a reference. */
  judgements: number;
  of: number;
  /** Came back and could not be read as ten scores. */
  unusable: number;
};

/** How much of the judging one judge has done: a mean over fewer judges is another figure. */
export function countJudgements(
  name: string,
  {
    items,
    came,
    each,
    heard,
  }: {
    items: readonly ScoredItem[];
    came: readonly Came[];
    /** Judgements wanted of each report. */
    each: number;
    heard: ReadonlySet<string> | undefined;
  },
): JudgementCount {
  const withReference = new Set(
    items.filter(({ reference }) => reference !== null).map(({ id }) => id),
  );
  const written = came.filter(
    ({ id, result }) => result.status === 'written' && withReference.has(id),
  );
  const judgements = written.reduce(
    (sum, { judged }) => sum + judged.filter(({ judge }) => judge === name).length,
    0,
  );
  return {
    judgements,
    of: written.length * each,
    unusable: Math.max(0, (heard?.size ?? 0) - judgements),
  };
}

export function notesOfJudges(judges: readonly (JudgementCount & { name: string })[]): Note[] {
  return judges.flatMap(({ name, judgements, of, unusable }) => {
    if (judgements >= of) return [];
    const lost = of - judgements - unusable;
    const [en, zh] = [
      [
        ...(unusable > 0 ? [`${unusable} came back and were no judgement`] : []),
        ...(lost > 0 ? [`${lost} never came and are asked again by the same command`] : []),
      ],
      [
        ...(unusable > 0 ? [`${unusable} 次返回内容无法作为评分`] : []),
        ...(lost > 0 ? [`${lost} 次没有返回，重复同一命令会再次询问`] : []),
      ],
    ];
    return {
      code: 'judge-incomplete' as const,
      part: 'report' as const,
      count: judgements,
      of,
      en: `Judge ${name} scored ${judgements} of ${of}: ${en.join('; ')}. A mean over fewer judgements is another figure.`,
      zh: `评分者 ${name} 完成了 ${of} 次评分中的 ${judgements} 次：${zh.join('；')}。较少评分的均值是另一个数字。`,
    };
  });
}

/** Cut off, an answer counts where it states one before the cut. */
export function noteOfCutOff(cutOff: number, of: number): Note[] {
  if (cutOff === 0) return [];
  return [
    {
      code: 'cut-off',
      part: null,
      count: cutOff,
      of,
      en: `${cutOff} of ${of} answers were cut off at the length allowed; what they state in whole before the cut is read.`,
      zh: `${of} 个回答中有 ${cutOff} 个因长度上限被截断；截断之前明确给出的内容仍被读取。`,
    },
  ];
}
