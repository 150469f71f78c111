/** A frame as its codec gives it: samples side by side, in the codec's own type. */
export type CodedFrame = {
  columns: number;
  rows: number;
  samples: number;
  /** Of a value in the compressed stream; what the file says may be another number. */
  precision: number;
  values: Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array;
  /** Where decoding turned the colours into red, green and blue. */
  isRgb: boolean;
};

/** What a stream must hold for its file to be believed. Checked before anything is decoded. */
export type ExpectedFrame = {
  columns: number;
  rows: number;
  samples: number;
  bitsAllocated: number;
  photometric: string;
};

export type FrameDecoder = (
  bytes: Uint8Array,
  expected: ExpectedFrame,
) => CodedFrame | Promise<CodedFrame>;
