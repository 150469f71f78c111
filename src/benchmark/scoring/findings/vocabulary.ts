import { type FindingId, findings, findingWithBroader, namesOf } from '../../../spine/index.ts';
import {
  furtherNames,
  notFindings,
  type ReportedFindingId,
  reportedFindings,
} from './reported-findings.ts';
import { toTokens } from './words.ts';

export type NamedFinding = FindingId | ReportedFindingId;

/** A tree of words, with the finding where a name ends. */
export type NameNode = {
  readonly next: Map<string, NameNode>;
  finding: NamedFinding | 'no-finding' | null;
};

const known = new Set<string>(findings.map(({ id }) => id));
const natures = new Map<string, (typeof findings)[number]['nature']>(
  findings.map(({ id, nature }) => [id, nature]),
);
const broaderOf = new Map<string, string | null>(
  reportedFindings.map(({ id, broader }) => [id, broader]),
);

export const names: NameNode = buildNames();

function buildNames(): NameNode {
  const root: NameNode = { next: new Map(), finding: null };
  const list: [NamedFinding | 'no-finding', readonly string[]][] = [
    ['no-finding', notFindings],
    ...reportedFindings.map(({ id, names }): [NamedFinding, readonly string[]] => [id, names]),
    ...(Object.entries(furtherNames) as [FindingId, readonly string[]][]),
    ...findings.map((finding): [NamedFinding, readonly string[]] => [finding.id, namesOf(finding)]),
  ];
  for (const [id, spelled] of list) {
    for (const name of spelled.flatMap(spellings)) {
      const words = toTokens(name).map(({ word }) => word);
      addName(root, words, id);
      // "narrowing of the canal" and "the canal is narrowed" both say canal narrowing.
      if (words.length > 1 && words.every(word => /^[a-z]+$/.test(word))) {
        addName(root, [words.at(-1)!, ...words.slice(0, -1)], id);
      }
    }
  }
  return root;
}

function spellings(name: string): string[] {
  return /endplate/i.test(name) ? [name, name.replace(/endplate/i, 'end plate')] : [name];
}

/** What is added later wins, so the vocabulary's own names come last. */
function addName(
  root: NameNode,
  words: readonly string[],
  finding: NamedFinding | 'no-finding',
): void {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map(), finding: null };
    node.next.set(word, next);
    node = next;
  }
  node.finding = finding;
}

/** The finding and all that it is a kind of, nearest first. */
export function withBroader(id: NamedFinding): readonly string[] {
  if (known.has(id)) return findingWithBroader(id as FindingId);
  const broader = broaderOf.get(id) ?? null;
  return broader === null ? [id] : [id, ...withBroader(broader as NamedFinding)];
}

/** `Other lesion` stands for whatever is on no list: two of them need not be alike. */
export function isSpecified(id: NamedFinding): boolean {
  return natures.get(id) !== 'unspecified';
}

/** Something that need not be there. */
export function isAbnormal(id: NamedFinding): boolean {
  return natures.get(id) !== 'normal';
}
