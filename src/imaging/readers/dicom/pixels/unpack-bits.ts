/** Pixels of one bit each, eight to a byte from its lowest bit on. Frames follow each other without
 *  a gap, so one may begin within a byte. */
export function unpackBits(bytes: Uint8Array, first: number, into: Uint8Array): void {
  for (let at = 0; at < into.length; at++) {
    const bit = first + at;
    into[at] = (bytes[bit >> 3]! >> (bit & 7)) & 1;
  }
}

/** Pixels of twelve bits, two to three bytes, as files before DICOM 3 pack them. */
export function unpackTwelve(bytes: Uint8Array, first: number, into: Uint16Array): void {
  for (let at = 0; at < into.length; at++) {
    const bit = (first + at) * 12;
    const byte = Math.floor(bit / 8);
    const pair = bytes[byte]! | (bytes[byte + 1]! << 8);
    into[at] = bit % 8 === 0 ? pair & 0xfff : pair >> 4;
  }
}
