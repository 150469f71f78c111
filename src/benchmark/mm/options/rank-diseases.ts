import { matmulModel } from './matmul-model.ts';

/** Pictures as points of length 1, a row each. */
export type Points = { rows: number; dimensions: number; values: Float32Array };

export type Library = {
  points: Points;
  /** The disease of each row, as a number from 0. */
  diseases: Uint8Array;
  diseaseCount: number;
  /** Which picture each row is; a picture of several diseases has several rows. */
  pictures: Int32Array;
};

export type Queries = { points: Points; pictures: Int32Array };

/** How many queries are multiplied at once: some 20 MB of products against 2,200 pictures. */
const blockRows = 2048;

/**
 * For each query and disease the highest cosine similarity to any picture of that disease in the
 * library, the query's own picture left out: rows × diseaseCount, -Infinity where a disease has no
 * other picture. Exact: every query is held against every picture.
 */
export async function rankDiseases(queries: Queries, library: Library): Promise<Float32Array> {
  const { diseases, diseaseCount, pictures } = library;
  const { rows, dimensions, values } = queries.points;
  // Loaded here alone: it takes its time, and whoever runs a benchmark builds none.
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(matmulModel());
  const b = new Tensor('float32', transposed(library.points), [dimensions, library.points.rows]);
  const best = new Float32Array(rows * diseaseCount).fill(Number.NEGATIVE_INFINITY);
  const rowsOf = rowsByPicture(pictures);
  for (let start = 0; start < rows; start += blockRows) {
    const count = Math.min(blockRows, rows - start);
    const block = values.subarray(start * dimensions, (start + count) * dimensions);
    const { c } = await session.run({ a: new Tensor('float32', block, [count, dimensions]), b });
    const products = c!.data as Float32Array;
    for (let row = 0; row < count; row++) {
      const query = start + row;
      const own = rowsOf.get(queries.pictures[query]!);
      const line = row * pictures.length;
      for (const at of own ?? []) products[line + at] = Number.NEGATIVE_INFINITY;
      takeBest(products, line, diseases, best, query * diseaseCount);
    }
  }
  await session.release();
  return best;
}

function takeBest(
  products: Float32Array,
  line: number,
  diseases: Uint8Array,
  best: Float32Array,
  to: number,
): void {
  for (let at = 0; at < diseases.length; at++) {
    const value = products[line + at]!;
    const cell = to + diseases[at]!;
    if (value > best[cell]!) best[cell] = value;
  }
}

function rowsByPicture(pictures: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  pictures.forEach((picture, at) => {
    rows.set(picture, [...(rows.get(picture) ?? []), at]);
  });
  return rows;
}

function transposed({ rows, dimensions, values }: Points): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let d = 0; d < dimensions; d++) turned[d * rows + row] = values[row * dimensions + d]!;
  return turned;
}
