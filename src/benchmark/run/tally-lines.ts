import type { HeardLine } from './read-answers.ts';

export type LineTally = {
  /** Judgements that came, readable or not, by judge. */
  judgementsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Answers that ended because the model was allowed no more of them. */
  cutOff: { readonly size: number };
};

/** Counts, as lines go by, what no single result says. */
export function tallyLines(): LineTally & {
  of(lines: AsyncIterable<HeardLine>): AsyncGenerator<HeardLine>;
} {
  const judgementsOf = new Map<string, Set<string>>();
  const cutOff = new Set<string>();
  return {
    judgementsOf,
    cutOff,
    async *of(lines) {
      for await (const line of lines) {
        if (line.status === 'answered') note(line);
        yield line;
      }
    },
  };

  function note({ id, step, repeat, model, finish, judgement = 0 }: HeardLine): void {
    const key = `${repeat} ${id}`;
    if (step === 'answer' && finish === 'length') cutOff.add(key);
    if (step !== 'judge') return;
    const own = judgementsOf.get(model) ?? new Set();
    judgementsOf.set(model, own.add(`${judgement} ${key}`));
  }
}
