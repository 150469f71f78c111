import type { Tensor } from '@huggingface/transformers';
import { SpinemedError } from '../../../../errors/index.ts';

export type Point = Float32Array<ArrayBuffer>;

/** One vector a picture, from the first of these that the model gives: `image_embeds` (CLIP's
 *  projection), `pooler_output` (SigLIP), `last_hidden_state`. */
export function pointsOf(outputs: Record<string, Tensor | undefined>): Point[] {
  const output = outputs.image_embeds ?? outputs.pooler_output ?? outputs.last_hidden_state;
  const [pictures = 0, ...rest] = output?.dims ?? [];
  if (!output || !(output.data instanceof Float32Array) || rest.length > 3) throw unfit();
  const size = output.data.length / pictures;
  return Array.from({ length: pictures }, (_, picture) =>
    toPoint(output.data.slice(picture * size, (picture + 1) * size) as Point, rest),
  );
}

function toPoint(values: Point, dims: number[]): Point {
  if (dims.length === 1) return values;
  if (dims.length === 3) return meanOfPlanes(values, dims[0]!);
  const [tokens = 0, width = 0] = dims;
  // Patches lie in a square. What is more than one stands in front and speaks for the whole,
  // as the class token of ViT and DINO does; where there is none, all patches speak.
  if (Number.isInteger(Math.sqrt(tokens))) return meanOfRows(values, tokens, width);
  return values.slice(0, width);
}

function meanOfRows(values: Point, rows: number, width: number): Point {
  const mean = new Float32Array(width);
  for (let at = 0; at < values.length; at++) mean[at % width]! += values[at]! / rows;
  return mean;
}

/** Of a map of features, as convolutions make: channels, height, width. */
function meanOfPlanes(values: Point, planes: number): Point {
  const size = values.length / planes;
  return Float32Array.from({ length: planes }, (_, plane) => {
    let sum = 0;
    for (let at = plane * size; at < (plane + 1) * size; at++) sum += values[at]!;
    return sum / size;
  });
}

function unfit(): SpinemedError {
  return new SpinemedError({
    code: 'local-model-unfit',
    mender: 'user',
    message: 'this local model makes no embeddings of pictures',
    hint: 'Take a vision model, such as a SigLIP2 one.',
  });
}
