import type { RawBox } from './raw-page.ts';

/** A horizontal line at `at` from `from` to `to`, or a vertical one. */
export type Rule = { at: number; from: number; to: number };

const near = 2;

/** Lines drawn piece by piece, as whole lines. */
export function mergeRules(boxes: readonly RawBox[]): { across: Rule[]; down: Rule[] } {
  const across: Rule[] = [];
  const down: Rule[] = [];
  for (const [x0, y0, x1, y1] of boxes) {
    if (x1 - x0 >= y1 - y0) across.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    else down.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
  }
  return { across: merge(across), down: merge(down) };
}

function merge(rules: Rule[]): Rule[] {
  const merged: Rule[] = [];
  // Rules at about one place are compared only with each other.
  const open = new Map<number, Rule>();
  for (const rule of rules.sort((a, b) => a.from - b.from)) {
    const key = Math.round(rule.at / near);
    const line = [key - 1, key, key + 1]
      .map(place => open.get(place))
      .find(other => other && Math.abs(other.at - rule.at) <= near && rule.from <= other.to + near);
    if (line) line.to = Math.max(line.to, rule.to);
    else {
      const fresh = { ...rule };
      merged.push(fresh);
      open.set(key, fresh);
    }
  }
  return merged.sort((a, b) => a.at - b.at);
}
