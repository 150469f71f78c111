import { describeGrey } from './describe-grey.ts';

export type DecodedPicture = {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
};

/** As `describeGrey`, also of colour, whose hues say nothing here. */
export function describe(picture: DecodedPicture): Float32Array {
  return describeGrey(picture.channels === 1 ? picture : toGrey(picture));
}

function toGrey({ width, height, pixels }: DecodedPicture) {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const [red, green, blue] = [pixels[3 * at]!, pixels[3 * at + 1]!, pixels[3 * at + 2]!];
    // In whole numbers, so that every machine rounds alike.
    grey[at] = (77 * red + 150 * green + 29 * blue) >> 8;
  }
  return { width, height, pixels: grey };
}
