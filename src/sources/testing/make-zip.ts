import { crc32, deflateRawSync } from 'node:zlib';

type Part = [name: string, content: string | Uint8Array];

/** A ZIP for tests. `lie` changes what its directory says of a part's size. */
export function makeZip(parts: Part[], lie: { size?: number; encrypted?: boolean } = {}): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content as Uint8Array);
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800 | (lie.encrypted ? 1 : 0), 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(lie.size ?? bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    body.push(Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed);
    const offset = Buffer.alloc(14);
    offset.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), shared, offset, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...body, ...directory, Buffer.from('PK\x05\x06'), end]);
}
