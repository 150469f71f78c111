import type { Person } from '../../../src/contracts/people/index.ts';

/** Whom an audit event names: a person by name, a part of the product by its own, and
 *  anything else by the id that it was written down with. */
export function nameOfParty(
  id: string,
  people: readonly Person[],
  nameOfCode: (code: string) => string,
): string {
  const person = people.find(one => one.id === id);
  if (person) return person.name;
  return /^[a-z]+(-[a-z]+)*$/.test(id) ? nameOfCode(id) : id;
}
