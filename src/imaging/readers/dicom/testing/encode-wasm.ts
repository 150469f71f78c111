/** What the encoders of the codec packages share; they have no types. */
type Encoder = {
  getDecodedBuffer(shape: object): Uint8Array;
  getEncodedBuffer(): Uint8Array;
  encode(): void;
  setNearLossless?(most: number): void;
  setInterleaveMode?(mode: number): void;
  setDecompositions?(count: number): void;
  setQuality?(lossless: boolean, quality: number): void;
  delete(): void;
};
type Module = Record<string, new () => Encoder>;

const encoders = {
  'jpeg-ls': ['@cornerstonejs/codec-charls/wasmjs', 'JpegLSEncoder'],
  'jpeg-2000': ['@cornerstonejs/codec-openjpeg/wasmjs', 'J2KEncoder'],
  htj2k: ['@cornerstonejs/codec-openjph/wasmjs', 'HTJ2KEncoder'],
} as const;

export type EncodeShape = {
  width: number;
  height: number;
  bitsPerSample: number;
  componentCount: number;
  isSigned?: boolean;
};

const opened = new Map<string, Promise<Module>>();

/** `prepare` sets what is particular: loss, interleaving. */
export async function encodeWasm(
  kind: keyof typeof encoders,
  values: { buffer: ArrayBufferLike; byteOffset: number; byteLength: number },
  shape: EncodeShape,
  prepare: (encoder: Encoder) => void = () => {},
): Promise<Buffer> {
  const [name, className] = encoders[kind];
  const opening = opened.get(name) ?? import(name).then(module => module.default());
  opened.set(name, opening);
  const encoder = new (await opening)[className]!();
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  encoder
    .getDecodedBuffer({
      isSigned: false,
      isUsingColorTransform: shape.componentCount > 1,
      ...shape,
    })
    .set(bytes);
  // As many as small pictures can bear.
  encoder.setDecompositions?.(2);
  prepare(encoder);
  encoder.encode();
  const encoded = Buffer.from(encoder.getEncodedBuffer());
  encoder.delete();
  return encoded;
}
