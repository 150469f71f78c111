import type { Language } from '../labels/label.ts';
import type { Candidate } from './candidate.ts';

/** 图1 … and Figure 1 … behind each other are one caption; its label is the document's language's. */
export function joinTwins(found: readonly Candidate[], language: Language): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of found) {
    const twin = joined.at(-1);
    if (twin && isTwin(twin, candidate)) {
      if (candidate.label!.language === language) twin.label = candidate.label;
      twin.text += `\n${candidate.text}`;
      twin.lines = [twin.lines[0], candidate.lines[1]];
      twin.unitEnd = candidate.unitEnd;
      twin.takeCost = Math.min(twin.takeCost, candidate.takeCost);
    } else joined.push(candidate);
  }
  return joined;
}

function isTwin(first: Candidate, second: Candidate): boolean {
  return (
    first.label !== null &&
    second.label !== null &&
    first.label.key === second.label.key &&
    first.label.language !== second.label.language &&
    second.unit - first.unitEnd <= 0 &&
    second.form !== 'verb'
  );
}
