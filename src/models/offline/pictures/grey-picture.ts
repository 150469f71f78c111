/** Brightness row by row; what it is measured in does not matter. */
export type GreyPicture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array | Float64Array;
};
