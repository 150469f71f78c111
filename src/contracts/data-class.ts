import { z } from 'zod';

/** What may be done with data, from the mildest to the strictest. */
export const dataClasses = ['public', 'licensed', 'clinical'] as const;

export const dataClassSchema = z.enum(dataClasses);
export type DataClass = z.output<typeof dataClassSchema>;

/** What is made of several things is of the class of the strictest. */
export function strictest(first: DataClass, ...others: Array<DataClass | undefined>): DataClass {
  return others.reduce<DataClass>(
    (found, other) =>
      other && dataClasses.indexOf(other) > dataClasses.indexOf(found) ? other : found,
    first,
  );
}
