import type { RawBox, RawPage } from './raw-page.ts';

/** A box of a scan that was turned to be read, in the page as it lies: what lies askew is in the box
 *  around it. */
export function layBack(box: RawBox, { width, height, turned }: RawPage): RawBox {
  if (!turned || turned.degrees === 0) return box;
  const angle = (-turned.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y, w, h] = box;
  const corners = [x, x + w].flatMap(a => [y, y + h].map(b => [a - width / 2, b - height / 2]));
  const xs = corners.map(([a, b]) => a! * cos - b! * sin + turned.width / 2);
  const ys = corners.map(([a, b]) => a! * sin + b! * cos + turned.height / 2);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}
