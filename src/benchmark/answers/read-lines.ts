import { stop } from './fold-response.ts';
import type { OptionTexts } from './option-text.ts';
import { readLetters } from './read-letters.ts';
import type { Statement } from './statement.ts';

type Line = { at: number; text: string; letters: string[]; glossed: boolean; undecided: boolean };

const lead = /^(?:(?:assistant|model|ai|gpt|助手|模型)\s?:\s?|[-•·✅→☑✔✓√\s])+/i;
const labelled = /^[ ([]{0,3}([A-Z])(?: ?[)\]])? ?[.:)、,-]/;
const rest = /^\s?(?:only|alone|选?项)?[\s.。!！,:;)\]✅✓✔√¶]*$/i;
const lastSentence =
  /(?<![\n.!?。]\s?(?:fig|tab|vs|no|dr|eg|cf))[.!?。;]\s?(?=[([]{0,2}[A-Z][)\]]{0,2}[.。!]?$)/i;

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
  if (first !== undefined && first.at === lines[0]!.at && (!first.glossed || labels.size <= 1)) {
    return statement(first, first.letters);
  }
  return lastWord(text, texts) ?? firstWord(lines, texts, labels);

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
  if (!rest.test(line.text.slice(group.end))) return [];
  const { letters, undecided, start, end } = group;
  const glossed =
    end - start > 12 + 4 * letters.length ||
    /[\p{L}\p{N}]{3}/u.test(line.text.slice(start + letters.length, end));
  return [{ ...line, letters, glossed, undecided }];
}

/** A last sentence that is a letter alone. */
function lastWord(text: string, texts: OptionTexts): Statement | null {
  const tail = text.slice(-40);
  const found = lastSentence.exec(tail);
  if (found === null) return null;
  const at = text.length - tail.length + found.index + found[0].length;
  const group = readLetters(text, at, texts);
  return group && statement({ at, letters: group.letters, undecided: false }, group.letters);
}

/** `C. The bladder is involved.`: a letter, then why, where no other letter has a label. */
function firstWord(
  lines: Array<{ at: number; text: string }>,
  texts: OptionTexts,
  labels: Set<string>,
): Statement | null {
  const line = lines[0];
  const label = line && labelled.exec(line.text);
  if (!line || !label || labels.size > 1 || /[([\s][B-Z][.):、]/.test(line.text.slice(3)))
    return null;
  const group = readLetters(line.text, 0, texts);
  if (group === null || group.letters.length > 1) return null;
  const said = line.text.slice(label[0].length).trim().toLowerCase();
  const gloss = texts.glosses.get(group.letters[0]!) ?? '';
  if (gloss !== '' && said.startsWith(gloss)) return null;
  return /^(?:because|since|as|the|this|that|it|it's|he|she|there|given|due|因|由于|患者|理由|解析)/.test(
    said,
  )
    ? statement({ at: 0, letters: group.letters, undecided: false }, group.letters)
    : null;
}

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

function statement(line: Pick<Line, 'at' | 'letters' | 'undecided'>, letters: string[]): Statement {
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
