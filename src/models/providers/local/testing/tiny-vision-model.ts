import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeOnnx } from './write-onnx.ts';

/** Rows: the mean red, green and blue of the whole, then those of its upper half, each as far
 *  from middle grey as -1 to 1 says. */
const projection = [
  [1, 0, 0, 0.5],
  [0, 1, 0, 0.25],
  [0, 0, 1, -0.5],
  [0, 0, 0, 2],
  [0, 0, 0, 0],
  [0, 0, 0, -2],
] as const;

/** A tower of SigLIP's form whose embedding is these means times `weights`. */
export function writeTinyVisionModel(
  folder: string,
  weights: readonly (readonly number[])[] = projection,
): void {
  mkdirSync(path.join(folder, 'onnx'), { recursive: true });
  write('config.json', { model_type: 'siglip', architectures: ['SiglipModel'], vision_config: {} });
  write('preprocessor_config.json', {
    image_processor_type: 'SiglipImageProcessor',
    do_resize: true,
    size: { height: 8, width: 8 },
    resample: 2,
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: [0.5, 0.5, 0.5],
    image_std: [0.5, 0.5, 0.5],
  });
  writeFileSync(
    path.join(folder, 'onnx', 'vision_model.onnx'),
    writeOnnx({
      inputs: [{ name: 'pixel_values', type: 'float', shape: ['batch', 3, 8, 8] }],
      outputs: [{ name: 'pooler_output', type: 'float', shape: ['batch', 4] }],
      weights: [
        { name: 'projection', shape: [6, 4], floats: weights.flat() },
        { name: 'from', shape: [1], int64s: [0] },
        { name: 'to', shape: [1], int64s: [4] },
        { name: 'rows', shape: [1], int64s: [2] },
      ],
      nodes: [
        { op: 'Slice', inputs: ['pixel_values', 'from', 'to', 'rows'], outputs: ['upper'] },
        {
          op: 'ReduceMean',
          inputs: ['pixel_values'],
          outputs: ['means'],
          ints: { axes: [2, 3], keepdims: 0 },
        },
        {
          op: 'ReduceMean',
          inputs: ['upper'],
          outputs: ['upperMeans'],
          ints: { axes: [2, 3], keepdims: 0 },
        },
        { op: 'Concat', inputs: ['means', 'upperMeans'], outputs: ['all'], ints: { axis: 1 } },
        { op: 'MatMul', inputs: ['all', 'projection'], outputs: ['pooler_output'] },
      ],
    }),
  );

  function write(name: string, content: unknown): void {
    writeFileSync(path.join(folder, name), JSON.stringify(content));
  }
}

export type Colour = [red: number, green: number, blue: number];

/** What the tiny model makes, by hand, of a picture with these mean colours of 0 to 255. */
export function embeddingOf(whole: Colour, upper = whole): number[] {
  const means = [...whole, ...upper].map(level => level / 127.5 - 1);
  const point = [0, 1, 2, 3].map(column =>
    means.reduce((sum, level, row) => sum + level * projection[row]![column]!, 0),
  );
  const length = Math.hypot(...point);
  return point.map(value => value / length);
}
