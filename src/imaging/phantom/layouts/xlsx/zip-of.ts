import { crc32, deflateRawSync } from 'node:zlib';

const utf8 = 0x800;
const deflated = 8;
/** The first day there is: the same parts always give the same file. */
const date = 0x21;

/** A ZIP of a few small parts. */
export function zipOf(parts: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const packed = deflateRawSync(bytes);
    const about = aboutPart(name, bytes, packed.length);
    const file = Buffer.concat([signature(0x04034b50), about, Buffer.from(name), packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    directory.push(signature(0x02014b50), version(), about, where, Buffer.from(name));
    files.push(file);
    at += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, listed, signature(0x06054b50), end]);
}

/** What stands before a part and again in the directory. */
function aboutPart(name: string, bytes: Buffer, packedBytes: number): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(utf8, 2);
  about.writeUInt16LE(deflated, 4);
  about.writeUInt16LE(date, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(packedBytes, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(Buffer.byteLength(name), 22);
  return about;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function version(): Buffer {
  return Buffer.from([20, 0]);
}
