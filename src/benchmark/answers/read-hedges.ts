import { cuePattern, findAll, raw } from './cue.ts';
import type { OptionTexts } from './option-text.ts';
import { readLetters } from './read-letters.ts';
import type { Statement } from './statement.ts';

const hedges = [
  cuePattern(
    raw`\b(?:(?:could|might|may)(?: also| well| equally| as well| possibly)? be|(?:possibly|perhaps|maybe)|(?:less|not|un)(?: so| quite| entirely| fully| as)? ?(?:sure|certain|convinced) (?:about|of)) (?:the )?(?:option |choice )?`,
  ),
  cuePattern(raw`(?:(?<!最|最有|更|极)可能是|也许是?|或许是?|可能选|也许选|或许选)(?:选项)?\s?`),
];

/** `It could be B`, `less sure about D`, 也可能是A: letters that a response leaves open. */
export function readHedges(text: string, texts: OptionTexts): Statement[] {
  return hedges.flatMap(pattern =>
    findAll(pattern, text).flatMap(found => {
      const from = found.index + found[0].length;
      const group = readLetters(text, from, texts);
      if (group === null || group.start - from > 4 || !group.closed) return [];
      return [
        {
          ...{ at: found.index, end: group.end, strength: 'weak', letters: group.letters },
          ...{ denied: false, undecided: true, rule: 'hedged-letter' },
        } satisfies Statement,
      ];
    }),
  );
}
