import { truncated, unreadable } from '../read-errors.ts';

export type JpegFrame = {
  /** The marker of its kind: 0xc0 baseline, 0xc2 progressive, 0xc3 lossless, … */
  kind: number;
  bits: number;
  width: number;
  height: number;
  channels: number;
};

/** What the frame header says, from the markers before it. */
export function readJpegFrame(bytes: Uint8Array): JpegFrame {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; ; ) {
    if (at + 4 > file.length) throw truncated();
    if (file[at] !== 0xff) throw unreadable('its markers do not follow each other');
    const kind = file[at + 1]!;
    // Any number of fill bytes may stand before a marker.
    if (kind === 0xff) {
      at++;
      continue;
    }
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) {
      if (at + 10 > file.length) throw truncated();
      const [height, width] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7)];
      if (width === 0 || height === 0) throw unreadable('it has a side without extent');
      return { kind, bits: file[at + 4]!, width, height, channels: file[at + 9]! };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
}
