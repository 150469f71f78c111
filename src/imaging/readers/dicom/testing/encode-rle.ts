/** RLE of samples that stand side by side, each `width` bytes long, little endian. */
export function encodeRle(bytes: Uint8Array, samples: number, width: number): Buffer {
  const step = samples * width;
  const segments = Array.from({ length: step }, (_, segment) => {
    const sample = Math.floor(segment / width);
    const start = sample * width + width - 1 - (segment % width);
    return packBytes(bytes.filter((_, at) => at % step === start));
  });
  const head = Buffer.alloc(64);
  head.writeUInt32LE(step, 0);
  let offset = 64;
  for (const [index, segment] of segments.entries()) {
    head.writeUInt32LE(offset, 4 + index * 4);
    offset += segment.length;
  }
  return Buffer.concat([head, ...segments]);
}

function packBytes(bytes: Uint8Array): Buffer {
  const packed: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    let run = 1;
    while (run < 128 && at + run < bytes.length && bytes[at + run] === bytes[at]) run++;
    if (run > 1) packed.push(257 - run, bytes[at]!);
    else packed.push(0, bytes[at]!);
    at += run;
  }
  return Buffer.from(packed.length % 2 === 0 ? packed : [...packed, 0]);
}
