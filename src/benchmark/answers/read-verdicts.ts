import { isDoubted } from './doubt.ts';
import { isHypothetical } from './is-hypothetical.ts';
import type { OptionTexts } from './option-text.ts';
import { readLetters } from './read-letters.ts';
import type { Statement } from './statement.ts';
import { readVerdict } from './verdict.ts';

const letter = /(?<![A-Za-z0-9'’°.\-–/])[A-Z]/g;
const marked = /([✅✓✔√☑❌✗✘×])\s?\(?$/;
const turnedDown =
  /(?:\b(?:not|nor|neither|rules? out|ruled out|ruling out|exclud(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|discard(?:s|ed|ing)?|reject(?:s|ed|ing)?|rather than|instead of)|排除|排除了|不是|而非|并非|除了|不选|除外)[ :]?(?:the )?(?:both )?(?:options? |choices? |answers? |选项)?[([]?$/i;
const named =
  /(?:\b(?:fig(?:ure)?s?|images?|panels?|tables?|groups?|types?|class|grades?|stage|vitamin|hepatitis|plan|zone|points?|levels?|cases?|parts?|arms?)\.?|[图表组型点级]) ?$/i;
// `C? Yes.`
const replied = /^ ?\? ?(?:(yes|是的|对)|no|不是|不对)(?=$|[.,。;!\n])/i;
// The end of a list, of which alone nothing is said: `any of A, B, C, D is right`.
const listed = /(?:\b[A-Z], ?){2}(?:(?:and|or) )?$/;
// `C比A更合适` says it of C.
const compared = /[A-Z](?:选?项)?(?:比|较|优于|好于|胜过)(?:选项)?\s?$/;
const only = /\bonly (?:option |choice )?$/i;
const holdsAlone =
  /^ (?:fits|explains|accounts for|matches|satisfies|is (?:correct|right|consistent|left|possible))\b/i;
const drawn =
  /(?:^|[\n.;!?。]\s*|,\s?(?:and )?)(?:so|therefore|thus|hence|overall|in conclusion|consequently|综上(?:所述)?|因此|所以|故|只有|(?:but |yet |and )?(?:I|we) (?:still |firmly )?(?:think|believe|maintain|conclude)(?: that)?)[,， ]{0,2}(?:the )?(?:options? |choices? |选项)?[([]?$/i;

/** What is said of single letters: `option C is correct`, B错误, `not A`, `C ✅`. */
export function readVerdicts(text: string, texts: OptionTexts): Statement[] {
  const statements: Statement[] = [];
  let read = 0;
  for (const { index: at } of text.matchAll(letter)) {
    if (at < read) continue;
    const group = readLetters(text, at, texts);
    if (group === null) continue;
    read = group.end;
    const before = text.slice(Math.max(0, at - 40), at);
    const reply = replied.exec(text.slice(group.end, group.end + 12));
    const said = reply
      ? { holds: reply[1] !== undefined, strong: false }
      : verdictOn(text, before, group.end);
    if (said === null || (!reply && isHypothetical(text, at, group.end, at))) continue;
    const doubted = isDoubted(text, at);
    // To doubt that it is wrong says nothing.
    if (doubted && !said.holds) continue;
    statements.push({
      at,
      end: group.end,
      strength: said.holds && (said.strong || drawn.test(before)) ? 'strong' : 'weak',
      letters: group.letters,
      denied: doubted || !said.holds,
      undecided: group.undecided && said.holds && !doubted,
      rule: 'judged-letter',
    });
  }
  return statements;
}

/** The same of options named by their words: `Microdiscectomy is the best choice`. */
export function readNamedVerdicts(text: string, { glosses }: OptionTexts): Statement[] {
  const lower = text.toLowerCase();
  const byEnd = new Map<number, Statement & { length: number }>();
  for (const [letter, gloss] of glosses) {
    if (gloss.length < shortestName) continue;
    for (let at = lower.indexOf(gloss); at >= 0; at = lower.indexOf(gloss, at + gloss.length)) {
      const end = at + gloss.length;
      if (/[a-z0-9]/.test(lower[at - 1] ?? '') || /[a-z0-9]/.test(lower[end] ?? '')) continue;
      // Of `fusion` and `lumbar fusion` the longer one is meant.
      if ((byEnd.get(end)?.length ?? 0) > gloss.length) continue;
      const said = verdictOn(text, text.slice(Math.max(0, at - 40), at), end);
      if (said === null || isHypothetical(text, at, end, at) || isDoubted(text, at)) continue;
      byEnd.set(end, {
        ...{ at, end, strength: 'weak', letters: [letter], denied: !said.holds },
        ...{ undecided: false, rule: 'option-text', length: gloss.length },
      });
    }
  }
  return [...byEnd.values()];
}

// A shorter text is a number or an abbreviation, and stands in too many places.
const shortestName = 3;

function verdictOn(text: string, before: string, end: number) {
  const mark = marked.exec(before)?.[1];
  if (named.test(before) || listed.test(before) || compared.test(before)) return null;
  if (turnedDown.test(before)) return { holds: false, strong: false };
  if (only.test(before) && holdsAlone.test(text.slice(end, end + 24)))
    return { holds: true, strong: false };
  const said = readVerdict(text, end);
  if (said !== null) return said;
  if (mark === undefined) return null;
  return { holds: !/[❌✗✘×]/.test(mark), strong: false };
}
