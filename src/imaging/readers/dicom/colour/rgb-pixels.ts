export type RgbPixels = {
  /** Red, green and blue side by side. */
  values: Uint8Array | Uint16Array;
  /** Of a value; the brightest is all ones. */
  bits: number;
};
