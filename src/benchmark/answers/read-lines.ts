import { stop } from './fold-response.ts';
import { isHypothetical } from './is-hypothetical.ts';
import { type OptionTexts, optionNamed } from './option-text.ts';
import { readLetters } from './read-letters.ts';
import type { Statement } from './statement.ts';

type Line = { at: number; text: string; letters: string[]; glossed: boolean; undecided: boolean };

const lead = /^(?:(?:assistant|model|ai|gpt|助手|模型)\s?:\s?|[-•·✅→☑✔✓√\s])+/i;
const labelled = /^[ ([]{0,3}([A-Z])(?: ?[)\]])? ?[.:)、,-]/;
const rest = /^\s?(?:only|alone|选?项)?[\s.。!！,:;)\]✅✓✔√¶]*$/i;
// `A and B, but not C, D or E.`
const setAside =
  /^(?:[,.] ?| )?(?:(?:but |and )?(?:not|never|rather than|instead of|over)|,?\s?(?:而不是|而非|不是|并非|不包括|不含|不选)) ?(?:(?:both|either|options?) )?[A-Z](?:[, ]{1,2}(?:(?:and|or|nor) )?[A-Z]){0,8}(?:[.。]?$|[, ]{1,2}(?:because|since|as|for|given|due)\b[^\n]*$|[,。\s]{0,2}(?:因为|由于|因)[^\n]*$)/i;
const lastSentence =
  /(?<![\n.!?。]\s?(?:fig|tab|vs|no|dr|eg|cf))(?:[.!?。;]|→)\s?(?=[([]{0,2}[A-Z][)\]]{0,2}[.。!]?$)/i;

/** Letters that stand alone: as the whole response, its first line or its last. */
export function readLines(text: string, texts: OptionTexts, multi: boolean): Statement | null {
  const lines = splitLines(text);
  const bare = lines.flatMap(line => readLine(line, texts));
  const labels = new Set(lines.flatMap(({ text: line }) => labelled.exec(line)?.[1] ?? []));
  if (lines.length > 1 && multi && bare.length === lines.length && bare.every(isOne)) {
    const letters = [...new Set(bare.flatMap(line => line.letters))];
    // All of them, one a line, is the list of the options.
    return letters.length < texts.letters.length ? statement(bare[0]!, letters) : null;
  }
  const pure = new Set(bare.filter(line => !line.glossed).flatMap(line => line.letters.join('')));
  if (pure.size > 1) return null;
  const last = bare.at(-1);
  if (last !== undefined && last.at === lines.at(-1)!.at && stands(last, lines.at(-2))) {
    return statement(last, last.letters);
  }
  const first = bare[0];
  if (first !== undefined && first.at === lines[0]!.at && !beginsList(first)) {
    return statement(first, first.letters);
  }
  return lastWord(text, texts) ?? firstWord(lines, texts, labels) ?? optionLine(lines, texts);

  /** `A. …`, then `B. …`: the list of the options, where `C. …`, then `A. …` is not. */
  function beginsList({ glossed, letters }: Line): boolean {
    const next = [...labels][1];
    return glossed && next !== undefined && next > letters[0]!;
  }

  function stands(line: Line, before: { text: string } | undefined): boolean {
    if (line.glossed) return labels.size <= 1;
    if (before === undefined) return true;
    // `A. …`, `B. …`, `C`: a list of the options that breaks off.
    const label = labelled.exec(before.text)?.[1];
    const touching = !/\n\n/.test(text.slice(line.at - 2, line.at));
    return !(
      touching &&
      label !== undefined &&
      label.charCodeAt(0) + 1 === line.letters[0]!.charCodeAt(0)
    );
  }
}

function readLine(line: { at: number; text: string }, texts: OptionTexts): Line[] {
  const skipped = lead.exec(line.text)?.[0].length ?? 0;
  const group = readLetters(line.text, skipped, texts);
  if (group === null || group.start - skipped > 12) return [];
  const behind = line.text.slice(group.end);
  if (!rest.test(behind) && !setAside.test(behind)) return [];
  const { letters, undecided, glossed } = group;
  return [{ ...line, letters, glossed, undecided }];
}

/** A last or first line that is the text of an option, where no other line is one. */
function optionLine(lines: Array<{ at: number; text: string }>, texts: OptionTexts) {
  const found = lines.flatMap(line => {
    const letter = optionNamed(line.text, texts);
    return letter === null ? [] : [{ ...line, letter }];
  });
  const last = found.at(-1);
  const headed =
    lines.length > 1 && last?.at === lines.at(-1)!.at && heading.test(lines.at(-2)!.text);
  if (last && headed) return named(last);
  const [line, ...others] = found;
  if (line === undefined || others.length > 0) return null;
  if (line.at !== lines[0]!.at && line.at !== lines.at(-1)!.at) return null;
  return named(line);
}

const heading =
  /^(?:\d[.)] ?)?(?:(?:my|the|final|overall|most likely|best|correct) ){0,2}(?:conclusion|answer|diagnosis|verdict|decision|choice|recommendation|impression)s? ?:?$|^(?:[一二三四五六]、)?(?:最终|最后|最可能的?|正确)?(?:结论|答案|诊断|选择|判断|意见)\s?:?$/i;

function named({ at, letter }: { at: number; letter: string }): Statement {
  return { ...statement({ at, undecided: false }, [letter]), rule: 'option-text' };
}

/** A last sentence that is a letter alone. */
function lastWord(text: string, texts: OptionTexts): Statement | null {
  const tail = text.slice(-40);
  const found = lastSentence.exec(tail);
  // `B. C`, `3. C`: a list.
  if (found === null || /(?:^|[\s.])[A-Z][.)]?$|\n\d{1,2}$/.test(tail.slice(0, found.index)))
    return null;
  const at = text.length - tail.length + found.index + found[0].length;
  const group = readLetters(text, at, texts);
  if (group === null || isHypothetical(text, at, group.end, at)) return null;
  // `Pain → A, numbness → B`
  if (found[0].startsWith('→') && /→ ?[([]?[A-Z](?![A-Za-z])/.test(text.slice(0, at - 2)))
    return null;
  return statement({ at, undecided: false }, group.letters);
}

/** `C. The bladder is involved.`: a letter, then why, where no other letter has a label. */
function firstWord(
  lines: Array<{ at: number; text: string }>,
  texts: OptionTexts,
  labels: Set<string>,
): Statement | null {
  const line = lines[0];
  if (!line || labels.size > 1) return null;
  const group = readLetters(line.text, 0, texts);
  if (group === null || group.letters.length > 1) return null;
  const label = labelled.exec(line.text) ?? bracketed(line.text, group.end);
  if (label === null || /[([\s][B-Z][.):、]/.test(line.text.slice(3))) return null;
  const said = line.text.slice(label[0].length).trim().toLowerCase();
  const gloss = texts.glosses.get(group.letters[0]!) ?? '';
  if (gloss !== '' && said.startsWith(gloss)) {
    // `B. Laminoplasty. It keeps motion.` answers; `B. Laminoplasty: keeps …` begins a list.
    const stands = /^(?: \([^()\n]{0,80}\))?[.。!;]/.test(said.slice(gloss.length));
    return stands ? statement({ at: 0, undecided: false }, group.letters) : null;
  }
  return /^(?:because|since|as|the|this|that|it|it's|he|she|there|given|due|因|reason|rationale|explanation|why|由于|患者|理由|解析|原因)/.test(
    said,
  )
    ? statement({ at: 0, undecided: false }, group.letters)
    : null;
}

/** `B(L5).` with why behind it. */
const bracketed = (text: string, end: number) =>
  text[end - 1] === ')' && end < 140 ? /^[\s\S]{0,140}?\)[.。]/.exec(text.slice(0, end + 1)) : null;

function splitLines(text: string): Array<{ at: number; text: string }> {
  const lines: Array<{ at: number; text: string }> = [];
  let at = 0;
  for (const line of text.split('\n')) {
    // Only a short line can be an answer alone; a long one stays for its label.
    if (line.replaceAll(stop, '').trim() !== '') lines.push({ at, text: line.slice(0, 600) });
    at += line.length + 1;
  }
  return lines;
}

const isOne = (line: Line) => line.letters.length === 1;

function statement(line: Pick<Line, 'at' | 'undecided'>, letters: string[]): Statement {
  const { at, undecided } = line;
  return {
    at,
    end: at,
    strength: 'strong',
    letters,
    denied: false,
    undecided,
    rule: 'bare-letter',
  };
}
