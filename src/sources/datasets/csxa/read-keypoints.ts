import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readApart } from '../../reading/read-apart.ts';

const pointSchema = z.tuple([z.number(), z.number()]).rest(z.unknown());
const shapeSchema = z.object({ label: z.string(), points: z.array(pointSchema).min(1) });
const shapesSchema = z.object({ shapes: z.array(z.unknown()) });
const keyedSchema = z.record(z.string(), pointSchema);

export type Keypoint = { label: string; x: number; y: number; place: string };
type Point = Omit<Keypoint, 'place'>;

/** Which keys the keypoints have is not documented. In use are points with labels of words (`C3
 *  top left`); a plain object of named points is taken as well. Null where the file as a whole
 *  cannot be read; `odd` are entries that are no points. */
export async function readKeypoints(
  file: string,
  signal: AbortSignal,
): Promise<{ keypoints: Keypoint[]; odd: string[] } | null> {
  const bytes = await readFile(file).catch(() => undefined);
  const read = bytes && (await readApart('json', bytes, signal));
  if (!read || 'why' in read) return null;
  const keypoints: Keypoint[] = [];
  const odd: string[] = [];
  for (const { place, value } of read.value) {
    const found = keypointsIn(value);
    if (!found) odd.push(place);
    else keypoints.push(...found.map(point => ({ ...point, place })));
  }
  return { keypoints, odd };
}

function keypointsIn(value: unknown): Point[] | undefined {
  const shape = shapeSchema.safeParse(value);
  if (shape.success) {
    const [x, y] = shape.data.points[0]!;
    return [{ label: shape.data.label, x, y }];
  }
  const shapes = shapesSchema.safeParse(value);
  if (shapes.success) {
    const found = shapes.data.shapes.map(keypointsIn);
    return found.some(each => !each) ? undefined : found.flatMap(each => each!);
  }
  const keyed = keyedSchema.safeParse(value);
  if (!keyed.success) return undefined;
  return Object.entries(keyed.data).map(([label, [x, y]]) => ({ label, x, y }));
}
