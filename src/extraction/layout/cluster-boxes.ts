import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, right } from './box.ts';

/** Groups of boxes that touch or nearly touch. Boxes are painted on a coarse grid, so that ten
 *  thousand strokes cost no more than ten. */
export function clusterBoxes(
  boxes: readonly Box[],
  page: { width: number; height: number },
  near: number,
): { box: Box; count: number }[] {
  const cell = Math.max(near / 2, Math.max(page.width, page.height) / 2000);
  const columns = Math.ceil(page.width / cell) + 1;
  const rows = Math.ceil(page.height / cell) + 1;
  const owner = new Int32Array(columns * rows).fill(-1);
  const parent = boxes.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = index; parent[at] !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const column = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor(x / cell)));
  const row = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor(y / cell)));
  const reach = near / 2;
  boxes.forEach((box, index) => {
    for (let r = row(box[1] - reach); r <= row(bottom(box) + reach); r++) {
      const last = column(right(box) + reach);
      for (let c = column(box[0] - reach); c <= last; c++) {
        const at = r * columns + c;
        const other = owner[at]!;
        if (other >= 0) parent[rootOf(index)] = rootOf(other);
        owner[at] = rootOf(index);
      }
    }
  });
  const groups = new Map<number, Box[]>();
  boxes.forEach((box, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group) group.push(box);
    else groups.set(root, [box]);
  });
  return [...groups.values()].map(group => ({ box: boxAround(group), count: group.length }));
}
