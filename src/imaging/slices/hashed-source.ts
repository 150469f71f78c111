import { createHash } from 'node:crypto';
import type { ByteSource } from '../readers/byte-source.ts';

export type HashedFile = { path: string; bytes: number; sha256: string };
export type HashedSource = {
  source: ByteSource;
  /** Of the file and of all that it led to, in order of their opening. */
  digests(): Promise<HashedFile[]>;
  close(): Promise<void>;
};

/** A file whose digest is taken from the pieces that pass by, while another thread inflates them:
 *  a volume need not be read twice. What was not read whole and in order is read again. */
export function hashSource(file: ByteSource): HashedSource {
  const opened: { source: ByteSource; digest(): Promise<HashedFile> }[] = [];
  const follow = (source: ByteSource, name: string): ByteSource => {
    let passing = createHash('sha256');
    let passed = 0;
    opened.push({
      source,
      digest: () => digestOf(source, name, passed === source.size ? passing : null),
    });
    return {
      ...source,
      async *pieces(start) {
        if (start === 0) [passing, passed] = [createHash('sha256'), 0];
        let at = start;
        for await (const piece of source.pieces(start)) {
          yield piece;
          if (at === passed) {
            passing.update(piece);
            passed += piece.length;
          }
          at += piece.length;
        }
      },
      beside: async other => follow(await source.beside(other), other),
      // Its digest may still be wanted.
      close: async () => {},
    };
  };
  return {
    source: follow(file, file.name),
    async digests() {
      const files: HashedFile[] = [];
      for (const one of opened) files.push(await one.digest());
      return files;
    },
    // Node ends a process that leaves one open for its collector of garbage to find.
    async close() {
      for (const one of opened) await one.source.close();
    },
  };
}

async function digestOf(
  source: ByteSource,
  path: string,
  passed: ReturnType<typeof createHash> | null,
): Promise<HashedFile> {
  const hash = passed ?? createHash('sha256');
  if (!passed) for await (const piece of source.pieces(0)) hash.update(piece);
  return { path, bytes: source.size, sha256: hash.digest('hex') };
}
