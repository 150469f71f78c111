export type Options = { letters: string[]; texts: string[]; several: boolean };

// `A.`, `A)`, `(A)`, `A:`, `A、`, full width too, at the start or behind a blank or bracket.
const mark = /(?:^|[\s（(【[*：，。；])([A-ZＡ-Ｚ])\*{0,2}[.．:：、)）】\]]\*{0,2}(?!\w\.)/gmu;

/** The last list of options of a question; null where there is none. */
export function readOptions(question: string): Options | null {
  let run: RegExpExecArray[] = [];
  let best: RegExpExecArray[] = [];
  for (const found of question.matchAll(mark)) {
    const letter = plain(found[1]!);
    if (letter === 'A') run = [found];
    else if (run.length > 0 && letter === letterAt(run.length)) run.push(found);
    if (run.length >= 2) best = run;
  }
  if (best.length < 2) return null;
  const texts = best.map((found, index) => {
    const start = found.index + found[0].length;
    const text = question.slice(start, best[index + 1]?.index ?? start + 500);
    return text.trim().split('\n', 1)[0]!.trim();
  });
  return { letters: best.map((_, index) => letterAt(index)), texts, several: isSeveral(question) };
}

function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

function plain(letter: string): string {
  return letter.normalize('NFKC');
}

function isSeveral(question: string): boolean {
  return /all that apply|select all|one or more|more than one|multiple[- ](?:choice|answer|select)[^.]*several|final options|\[X, ?Y|多选|多项|不定项|一个或多个|所有正确|\[X[,，、] ?Y/i.test(
    question,
  );
}
