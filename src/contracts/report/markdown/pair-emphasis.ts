const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/**
 * Takes runs of `*` and `_` one after the other, writes them to `out`, and blanks out those that
 * pair up. Stricter than CommonMark for a lone mark and for `_`, which in clinical prose are more
 * often a product or an identifier (2*3, T2_SPACE); looser for a double one, whose rules fail
 * beside Chinese punctuation (`**诊断：**腰椎`).
 */
export function createEmphasisPairer(
  out: string[],
): (raw: string, start: number, end: number) => void {
  const open: { run: string; place: number }[] = [];
  // Without the count, every closing mark would search the whole stack.
  const waiting = new Map<string, number>();
  const count = (run: string, change: number) => waiting.set(run, (waiting.get(run) ?? 0) + change);

  function close(run: string): void {
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      count(last.run, -1);
      if (last.run === run) {
        out[last.place] = '';
        out[out.length - 1] = '';
        return;
      }
    }
  }

  return (raw, start, end) => {
    const run = raw.slice(start, end);
    const strict = run.length === 1 || run.startsWith('_');
    const canClose = !isSpace(raw[start - 1]) && !(strict && isWord(raw[end]));
    const canOpen = !isSpace(raw[end]) && !(strict && isWord(raw[start - 1]));
    out.push(run);
    if (run.length > 3) return;
    if (canClose && (waiting.get(run) ?? 0) > 0) close(run);
    else if (canOpen) {
      open.push({ run, place: out.length - 1 });
      count(run, 1);
    }
  };
}
