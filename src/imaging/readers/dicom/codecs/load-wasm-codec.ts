/** The part of the codec packages that is called here: none of them has types. */
type WasmDecoder = {
  getEncodedBuffer(length: number): Uint8Array;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
    isSigned?: boolean;
  };
  getInterleaveMode?(): number;
  decode(): void;
  delete(): void;
};

type CodecModule = { [decoder: string]: new () => WasmDecoder };
type OpenModule = (settings: { print(): void; printErr(): void }) => Promise<CodecModule>;

const codecs = {
  charls: {
    decoder: 'JpegLSDecoder',
    load: () => importDefault('@cornerstonejs/codec-charls/decodewasmjs'),
  },
  'libjpeg-turbo': {
    decoder: 'JPEGDecoder',
    load: () => importDefault('@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs'),
  },
  openjpeg: {
    decoder: 'J2KDecoder',
    load: () => importDefault('@cornerstonejs/codec-openjpeg/decodewasmjs'),
  },
  openjph: {
    decoder: 'HTJ2KDecoder',
    load: () => importDefault('@cornerstonejs/codec-openjph/wasmjs'),
  },
} as const;

export type CodecName = keyof typeof codecs;

async function importDefault(name: string): Promise<OpenModule> {
  return (await import(name)).default;
}

const open = new Map<CodecName, Promise<CodecModule>>();

/** Loaded when the first picture needs it. */
export async function openDecoder(name: CodecName): Promise<WasmDecoder> {
  let opening = open.get(name);
  if (!opening) {
    // What codecs print may quote the file.
    opening = codecs[name].load().then(load => load({ print() {}, printErr() {} }));
    open.set(name, opening);
  }
  const { [codecs[name].decoder]: Decoder } = await opening;
  return new Decoder!();
}

/** The next picture gets a new one: a codec that failed may be in any state, and its memory never
 *  shrinks. */
export function dropCodec(name: CodecName): void {
  open.delete(name);
}
