import type { NamedClass } from '../../models/index.ts';

type Weighted = Readonly<Partial<Record<number, string>>>;

/** Classes for the scorer: their keywords, and their names as strongly as `nameWeight`. */
export function readKeywords<Id extends string>(
  lists: Readonly<Record<Id, Weighted>>,
  namesOfClass: (id: Id) => readonly string[],
  nameWeight: number,
): NamedClass[] {
  return (Object.entries(lists) as [Id, Weighted][]).map(([id, weighted]) => {
    const keywords = new Map(namesOfClass(id).map(name => [name, nameWeight]));
    for (const [weight, list] of Object.entries(weighted)) {
      for (const keyword of (list ?? '').split(';')) {
        if (keyword.trim() !== '')
          keywords.set(keyword.replace(/\s+/g, ' ').trim(), Number(weight));
      }
    }
    return { id, keywords };
  });
}
