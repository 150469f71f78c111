import type { Printed } from '../figures/printed.ts';
import type { Tables } from '../reading/tables.ts';
import type { ItemCounts } from './item-counts.ts';
import { sizeOf, wholeCounts } from './whole-counts.ts';

/** Fewer telling accuracies than this could be cut by chance or by mistake. */
const FEWEST_CUT = 3;

/** Whether the file cuts digits off instead of rounding: accuracies tell, since their true
 *  values are known. A file that rounds even once does not. */
export function cutsDigits(tables: Tables, items: ItemCounts | null): boolean {
  const split = items?.splits[0];
  if (!split) return false;
  const accuracies = [...tables.results, ...tables.ablation].flatMap(({ text, image }) => [
    ...(text ? [wholeCounts(text, split.text)] : []),
    ...(image ? [wholeCounts(image, split.image)] : []),
  ]);
  const onlyCut = accuracies.filter(({ rounded, cut }) => sizeOf(rounded) === 0 && sizeOf(cut) > 0);
  const onlyRounded = accuracies.some(
    ({ rounded, cut }) => sizeOf(rounded) > 0 && sizeOf(cut) === 0,
  );
  return onlyCut.length >= FEWEST_CUT && !onlyRounded;
}

/** The same tables with every figure marked as cut. */
export function asCut<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(asCut) as Value;
  if (value instanceof Map) {
    return new Map([...value].map(([key, inner]) => [key, asCut(inner)])) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isPrinted(value)) return { ...value, cut: true };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, asCut(inner)]),
  ) as Value;
}

const isPrinted = (value: object): value is Printed => 'value' in value && 'unit' in value;
