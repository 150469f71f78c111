/** How much is read of a file to tell what it is. */
export const headBytes = 64 * 1024;
const tailBytes = 1024 * 1024;

/** The first bytes of a file and, of a ZIP, its last: what is in it stands at its end. */
export type Ends = { head: Buffer; tail: Buffer | undefined };

export async function readEnds(stream: AsyncIterable<Buffer>): Promise<Ends> {
  let head: Buffer | undefined;
  const held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    bytes += chunk.length;
    if (!head && bytes >= headBytes) {
      head = Buffer.concat(held).subarray(0, headBytes);
      if (!isZip(head)) return { head, tail: undefined };
    }
    while (head && bytes - held[0]!.length >= tailBytes) bytes -= held.shift()!.length;
  }
  const tail = Buffer.concat(held);
  head ??= tail;
  return { head, tail: isZip(head) ? tail : undefined };
}

export function isZip(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'PK\x03\x04';
}
