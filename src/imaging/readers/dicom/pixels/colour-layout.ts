import type { Values } from '../../../volume/volume.ts';

/** From a plane for each sample to samples side by side, within one frame. */
export function interleavePlanes(values: Values, samples: number): void {
  const planes = values.slice();
  const pixels = values.length / samples;
  for (let sample = 0; sample < samples; sample++) {
    const start = sample * pixels;
    for (let pixel = 0; pixel < pixels; pixel++) {
      values[pixel * samples + sample] = planes[start + pixel]!;
    }
  }
}

/** From two brightnesses and the colour that they share (YBR 422) to a colour for each pixel. */
export function spreadChroma(pairs: Uint8Array, into: Uint8Array): void {
  for (let from = 0, to = 0; to < into.length; from += 4, to += 6) {
    const [first, second, blue, red] = [from, from + 1, from + 2, from + 3].map(at => pairs[at]!);
    into[to] = first!;
    into[to + 1] = into[to + 4] = blue!;
    into[to + 2] = into[to + 5] = red!;
    into[to + 3] = second!;
  }
}
