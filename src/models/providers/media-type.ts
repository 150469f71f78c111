const signatures: Array<[mediaType: string, test: (bytes: Uint8Array) => boolean]> = [
  ['image/png', bytes => starts(bytes, [0x89, 0x50, 0x4e, 0x47])],
  ['image/jpeg', bytes => starts(bytes, [0xff, 0xd8, 0xff])],
  ['image/gif', bytes => starts(bytes, [0x47, 0x49, 0x46, 0x38])],
  ['image/webp', bytes => starts(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes, 8, 'WEBP')],
];

/** What the bytes of a picture say they are; only what models take. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  return signatures.find(([, test]) => test(bytes))?.[0];
}

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function ascii(bytes: Uint8Array, at: number, text: string): boolean {
  return starts(bytes.subarray(at), [...Buffer.from(text, 'latin1')]);
}
