import { keyOf, type Tuple } from './tuple.ts';
import { type NamedFinding, withBroader } from './vocabulary.ts';

export type Matches = {
  readonly matched: number;
  readonly said: number;
  readonly expected: number;
};

/** From all that has to be right to a single part of it; kept apart, never mixed into one figure. */
export type Matching = 'tuple' | 'levelAndFinding' | 'levelAndKind' | 'finding' | 'level';

/** One-to-one: whatever a report repeats counts once, and one thing said matches one expected. */
export function matchTuples(
  expected: readonly Tuple[],
  said: readonly Tuple[],
): Record<Matching, Matches> {
  const places = (tuples: readonly Tuple[]) => tuples.flatMap(({ site }) => site?.name ?? []);
  return {
    tuple: shared(expected.map(keyOf), said.map(keyOf)),
    levelAndFinding: shared(expected.map(placeOf), said.map(placeOf)),
    levelAndKind: sharedKinds(expected, said),
    finding: shared(
      expected.map(({ finding }) => finding),
      said.map(({ finding }) => finding),
    ),
    level: shared(places(expected), places(said)),
  };
}

export function placeOf({ finding, site }: Tuple): string {
  return `${finding} ${site?.name ?? '-'}`;
}

function shared(expected: readonly string[], said: readonly string[]): Matches {
  const [wanted, given] = [new Set(expected), new Set(said)];
  return {
    matched: wanted.intersection(given).size,
    said: given.size,
    expected: wanted.size,
  };
}

/** At one level a finding also matches what it is a kind of: herniation and extrusion. */
function sharedKinds(expected: readonly Tuple[], said: readonly Tuple[]): Matches {
  const [wanted, given] = [findingsBySite(expected), findingsBySite(said)];
  const total = (sites: Map<string, NamedFinding[]>) =>
    [...sites.values()].reduce((sum, findings) => sum + findings.length, 0);
  let matched = 0;
  for (const [site, findings] of wanted) matched += mostPairs(findings, given.get(site) ?? []);
  return { matched, said: total(given), expected: total(wanted) };
}

function findingsBySite(tuples: readonly Tuple[]): Map<string, NamedFinding[]> {
  const distinct = [...new Map(tuples.map(tuple => [placeOf(tuple), tuple])).values()];
  const bySite = Map.groupBy(distinct, ({ site }) => site?.name ?? '-');
  return new Map([...bySite].map(([site, of]) => [site, of.map(({ finding }) => finding)]));
}

/** The largest one-to-one pairing of kin, by augmenting paths. */
function mostPairs(wanted: readonly NamedFinding[], given: readonly NamedFinding[]): number {
  const partnerOf = new Map<number, number>();
  const place = (from: number, tried: Set<number>): boolean =>
    given.some((finding, to) => {
      if (tried.has(to) || !areKin(wanted[from]!, finding)) return false;
      tried.add(to);
      const rival = partnerOf.get(to);
      if (rival !== undefined && !place(rival, tried)) return false;
      partnerOf.set(to, from);
      return true;
    });
  return wanted.filter((_, from) => place(from, new Set())).length;
}

function areKin(a: NamedFinding, b: NamedFinding): boolean {
  return withBroader(a).includes(b) || withBroader(b).includes(a);
}
