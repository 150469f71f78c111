import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SpinemedError } from '../../../errors/index.ts';
import { watchChildren } from '../../decoding/testing/watch-children.ts';
import { describePictureFile } from '../read-picture-file.ts';
import { makeFuzzFiles } from './fuzz-files.ts';
import { spoils } from './spoil.ts';

export type FuzzReport = {
  /** How often which end came. */
  ends: Map<string, number>;
  slowestMs: number;
  /** The most that a process held at any moment; 0 where nobody can tell. */
  peakMiB: number;
};

export const limits = { timeoutMs: 10_000, memoryMiB: 640, maxBytes: 32 * 2 ** 20 };

const children = watchChildren();

/** Reads `runs` spoilt files of every format, each as any stranger's. */
export async function fuzzReaders(runs: number): Promise<FuzzReport> {
  const files = await makeFuzzFiles();
  const report: FuzzReport = { ends: new Map(), slowestMs: 0, peakMiB: 0 };
  const index = fc.nat(files.length - 1);
  const property = fc.asyncProperty(
    index,
    index,
    spoils,
    fc.boolean(),
    async (at, other, spoil, seals) => {
      const { bytes, seal } = files[at]!;
      const spoilt = spoil(seal && !seals ? seal(bytes) : bytes, files[other]!.bytes);
      const file = seal && seals ? seal(spoilt) : spoilt;
      const before = performance.now();
      const end = await endOf(file);
      report.slowestMs = Math.max(report.slowestMs, performance.now() - before);
      report.ends.set(end, (report.ends.get(end) ?? 0) + 1);
      report.peakMiB = Math.max(report.peakMiB, ...children.map(peakMiB));
    },
  );
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
  return report;
}

async function endOf(file: Buffer): Promise<string> {
  try {
    await describePictureFile(file, limits);
    return 'read';
  } catch (error) {
    return error instanceof SpinemedError ? error.code : 'defect';
  }
}

function peakMiB({ pid, exitCode, signalCode }: (typeof children)[number]): number {
  if (process.platform !== 'linux' || exitCode !== null || signalCode !== null) return 0;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
