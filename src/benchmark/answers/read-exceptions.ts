import { cuePattern, findAll, raw } from './cue.ts';
import { isDoubted } from './doubt.ts';
import { isHypothetical } from './is-hypothetical.ts';
import type { OptionTexts } from './option-text.ts';
import { readLetters } from './read-letters.ts';
import type { Statement } from './statement.ts';
import { verdictOnRest, verdictOnRestHan } from './verdict-on-rest.ts';

type Rest = { holds: boolean | null; length: number };

const every = raw`(?<every>(?<!\bnot |n't )\b(?:all|any(?:thing)?|every(?:thing)?|each|none|nothing|no))\b(?: (?:one|others?|remaining|of|the|these|those|them|options?|choices?|answers?|statements?|items?|above|listed|given)\b){0,5}`;
const but = raw`\b(?:except(?:ing)?(?: for)?|apart from|aside from|other than|but(?: for)?|excluding|besides|save(?: for)?|with the exception of) `;
const exceptions = [
  cuePattern(every, raw`(?<said> (?:is|are|was|were) [^,.;:\n]{1,24}?)?,? `, but),
  cuePattern(but.replace('but(?: for)?|', '')),
  cuePattern(raw`(?<![排消免扣清切解])除(?:了|去|掉)?`),
];
const restOf = new RegExp(raw`^,? ?${every}`, 'i');
const restHan =
  /^(?:选?项)?\s?(?:以外|之外|外)?\s?的?[,，]?\s?(?:(?:其[余他它]|所有|剩[余下]|别|全部)?的?(?:选?项|各项|几项|[两三四五]项|答案|说法|描述|者)?\s?(?:全部|都|均|皆|全|可以?|应当?|是|为)*)/;
const announced =
  /(?:^|[:\n]|\b(?:is|are|includes?|select|choose|pick|mark|answer)|[选是为])(?: the)? ?$/i;

/**
 * `All except C are correct`, 除C外均错误: the letters named where the rest is wrong, the others
 * where the rest is right, and no letters where nothing plain is said of the rest.
 */
export function readExceptions(text: string, texts: OptionTexts): Statement[] {
  return exceptions.flatMap(pattern =>
    findAll(pattern, text).flatMap(found => {
      const at = found.index;
      const from = at + found[0].length;
      const group = readLetters(text, from, texts);
      if (group === null || group.start - from > 12) return [];
      const rest = text.slice(group.end, group.end + 160);
      const { holds, length } = readRest(
        rest,
        found,
        announced.test(text.slice(Math.max(0, at - 12), at)),
      );
      const end = group.end + length;
      const doubted = isDoubted(text, at) || isHypothetical(text, at, end, group.start);
      const others = texts.letters.filter(letter => !group.letters.includes(letter));
      return [
        {
          at,
          end,
          strength: 'weak',
          letters: holds === null || doubted ? [] : holds ? others : group.letters,
          denied: false,
          undecided: group.undecided,
          rule: 'exception',
        },
      ];
    }),
  );
}

function readRest(text: string, found: RegExpExecArray, isAnnounced: boolean): Rest {
  if (found[0].startsWith('除')) {
    const all = restHan.exec(text)![0];
    const { length } = all;
    if (!/[其所剩别全都均皆]/.test(all)) return { holds: null, length: 0 };
    return { holds: verdictOnRestHan(text.slice(length), all, isAnnounced), length };
  }
  const { every: before, said = '' } = found.groups ?? {};
  const behind = before === undefined ? restOf.exec(text) : null;
  const all = before ?? behind?.groups?.every;
  if (all === undefined) return { holds: null, length: 0 };
  const length = behind?.[0].length ?? 0;
  const holds = verdictOnRest(said === '' ? text.slice(length) : said, said === '' && isAnnounced);
  return { holds: /^no/i.test(all) && holds !== null ? !holds : holds, length };
}

/** Without what is said of letters inside an exception: in `all but C are correct` C is not. */
export function withoutExcepted(statements: Statement[], exceptions: Statement[]): Statement[] {
  // Both in order of place, so that many exceptions and many statements are gone through once.
  const spans = exceptions.map(({ at, end }) => ({ at, end })).sort((a, b) => a.at - b.at);
  let next = 0;
  let reach = -1;
  return [...statements]
    .sort((a, b) => a.at - b.at)
    .filter(({ at, end, rule }) => {
      while (next < spans.length && spans[next]!.at <= (rule === 'all-of-them' ? end : at)) {
        reach = Math.max(reach, spans[next]!.end);
        next += 1;
      }
      return at >= reach;
    });
}
