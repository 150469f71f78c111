import type { DataClass } from '../data-class.ts';

/** What may be passed on of a kind of source, where nobody has stated it. Words and pictures
 *  of books, question banks and patients are worked with and never passed on. */
export function usualRedistribution(dataClass: DataClass): string | undefined {
  return dataClass === 'public' ? undefined : 'never';
}
