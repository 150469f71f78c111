import { OPS, type PageViewport, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RawBox, RawPage } from '../../layout/raw-page.ts';
import { readPath } from './read-path.ts';

type Graphics = Pick<RawPage, 'rules' | 'panels' | 'shapes' | 'images'>;
type Matrix = [number, number, number, number, number, number];
type Bounds = RawBox;
type State = { matrix: Matrix; clip: Bounds; fill: string; stroke: string };

/** More than a page of drawings has; what comes after only says that there is more of it. */
const maxMarks = 20_000;
const maxImages = 500;

const nothing = new Set<number>([OPS.endPath]);
const filling = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);

/** Where lines, drawings and pictures stand on the page, from its drawing operators. A picture that
 *  was left out for its size is a place that was made for nothing. */
export function readGraphics(
  list: { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> },
  viewport: PageViewport,
  hasRemoved: boolean,
): Graphics {
  const page: Bounds = [0, 0, viewport.width, viewport.height];
  const graphics: Graphics = { rules: [], panels: [], shapes: [], images: [] };
  const stack: State[] = [];
  let state: State = {
    matrix: viewport.transform as Matrix,
    clip: page,
    fill: '#000000',
    stroke: '#000000',
  };
  let clipNext = false;
  const push = () => {
    if (stack.length < 1000) stack.push({ ...state });
  };
  const pop = () => {
    state = stack.pop() ?? state;
  };

  const addImage = (matrix: Matrix, pixels: [number, number], isRemoved = false) => {
    const box = sized(meet(boundsOf(matrix, [0, 0, 1, 1]), state.clip));
    if (box && graphics.images.length < maxImages) graphics.images.push({ box, pixels, isRemoved });
  };

  for (let at = 0; at < list.fnArray.length; at++) {
    const operator = list.fnArray[at]!;
    const args = (list.argsArray[at] ?? []) as unknown[];
    const isLeftEmpty = operator === OPS.restore && list.fnArray[at - 1] === OPS.transform;
    if (hasRemoved && isLeftEmpty) addImage(state.matrix, [0, 0], true);
    if (operator === OPS.save || operator === OPS.beginAnnotation) push();
    else if (operator === OPS.restore || operator === OPS.endAnnotation) pop();
    else if (operator === OPS.transform)
      state.matrix = Util.transform(state.matrix, args as number[]) as Matrix;
    else if (operator === OPS.paintFormXObjectBegin) {
      push();
      const [matrix, bounds] = args as [number[] | null, number[] | null];
      if (matrix) state.matrix = Util.transform(state.matrix, [...matrix]) as Matrix;
      if (bounds) state.clip = meet(boundsOf(state.matrix, [...bounds] as Bounds), state.clip);
    } else if (operator === OPS.paintFormXObjectEnd) pop();
    else if (operator === OPS.setFillRGBColor) state.fill = String(args[0]);
    else if (operator === OPS.setStrokeRGBColor) state.stroke = String(args[0]);
    else if (operator === OPS.clip || operator === OPS.eoClip) clipNext = true;
    else if (operator === OPS.constructPath) {
      const [paint, [data], bounds] = args as [number, [unknown], ArrayLike<number> | null];
      if (!bounds) continue;
      const box = boundsOf(state.matrix, Array.from(bounds) as Bounds);
      if (clipNext) state.clip = meet(box, state.clip);
      clipNext = false;
      if (nothing.has(paint) || isPale(filling.has(paint) ? state.fill : state.stroke)) continue;
      addPath(graphics, data, state, box, filling.has(paint));
    } else if (operator === OPS.shadingFill) addShape(graphics, state.clip, page);
    else if (operator === OPS.paintImageXObject)
      addImage(state.matrix, [Number(args[1]) || 0, Number(args[2]) || 0]);
    else if (operator === OPS.paintInlineImageXObject || operator === OPS.paintImageMaskXObject) {
      const [image] = args as [{ width?: number; height?: number } | undefined];
      addImage(state.matrix, [image?.width ?? 0, image?.height ?? 0]);
    }
  }
  return graphics;
}

function addPath(
  graphics: Graphics,
  data: unknown,
  { matrix, clip }: State,
  box: Bounds,
  isFilled: boolean,
): void {
  const bounds = meet(box, clip);
  const width = bounds[2] - bounds[0];
  const height = bounds[3] - bounds[1];
  if (width < 0 || height < 0 || graphics.rules.length + graphics.shapes.length > maxMarks) return;
  // Lines are often drawn as thin filled rectangles.
  if (Math.min(width, height) <= 1.5 && Math.max(width, height) >= 4) {
    graphics.rules.push(bounds);
    return;
  }
  const segments = readPath(data, matrix);
  if (!segments) addShape(graphics, bounds, clip);
  else if (!isFilled) graphics.rules.push(...segments.map(segment => meet(segment, clip)));
  else if (graphics.panels.length < maxMarks) {
    const panel = sized(bounds);
    if (panel) graphics.panels.push(panel);
  }
}

function addShape(graphics: Graphics, bounds: Bounds, around: Bounds): void {
  const box = sized(meet(bounds, around));
  if (box && graphics.shapes.length <= maxMarks) graphics.shapes.push(box);
}

function boundsOf(matrix: Matrix, [x0, y0, x1, y1]: Bounds): Bounds {
  const [a, b, c, d, e, f] = matrix;
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1].map(x => x + e);
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1].map(y => y + f);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function meet(a: Bounds, b: Bounds): Bounds {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function sized([x0, y0, x1, y1]: Bounds): RawBox | undefined {
  if (!(x1 - x0 >= 0.5 && y1 - y0 >= 0.5)) return undefined;
  return [x0, y0, x1 - x0, y1 - y0];
}

/** White on white is a background, not a drawing. */
function isPale(colour: string): boolean {
  return /^#(f[a-f0-9]){3}$/i.test(colour);
}
