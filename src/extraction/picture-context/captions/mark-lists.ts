import type { Unit } from '../markdown/unit.ts';
import type { Candidate } from './candidate.ts';

/** A row of captions without pictures among them, all of which come again: a list of figures. */
export function markLists(found: readonly Candidate[], units: readonly Unit[]): void {
  const places = new Map<string, number[]>();
  found.forEach(({ label, form }, index) => {
    if (!label || form === 'bare' || form === 'verb') return;
    const list = places.get(label.key);
    if (list) list.push(index);
    else places.set(label.key, [index]);
  });
  for (let from = 0; from < found.length; ) {
    let to = from + 1;
    while (to < found.length && isNextInList(found[to - 1]!, found[to]!, units)) to++;
    const row = found.slice(from, to);
    const again = row.filter(({ label }) => label && (places.get(label.key)?.at(-1) ?? 0) >= to);
    if (row.length >= 3 && again.length >= row.length * 0.8)
      for (const one of row) Object.assign(one, { isListed: true, form: 'marked', leaveCost: 0 });
    from = to;
  }
}

function isNextInList(before: Candidate, candidate: Candidate, units: readonly Unit[]): boolean {
  if (candidate.unit === before.unit) return true;
  return candidate.unit === before.unitEnd && units[candidate.unit]!.kind !== 'picture';
}
