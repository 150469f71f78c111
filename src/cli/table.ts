/** Columns padded to their widest cell; numbers to the right. */
export function table(head: string[], rows: Array<Array<string | number>>): string {
  const cells = [head, ...rows.map(row => row.map(cell => withoutControls(String(cell))))];
  const widths = head.map((_, at) => Math.max(...cells.map(row => widthOf(row[at]!))));
  const numeric = head.map((_, at) => typeof rows[0]?.[at] === 'number');
  return cells
    .map(row =>
      row
        .map((cell, at) => {
          const space = ' '.repeat(widths[at]! - widthOf(cell));
          return numeric[at] ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A name may hold what a terminal would obey. */
export function withoutControls(cell: string): string {
  return cell.replace(/\p{Cc}/gu, '�');
}

/** In terminal columns: Chinese characters take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replace(/\p{M}/gu, '')) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
