// Claim: 25 slices of a 512×512×300 CT, the whole command: from .nii.gz within 1.3 times what
// `gzip -dc` takes for the file, from an uncompressed DICOM series within a second, at most 400 MB
// each; a folder of 100 cases costs as much a case as one of 25, in no more memory.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeCt } from './slices/write-ct.ts';

const root = path.dirname(import.meta.dirname);
const launcher = path.join(root, 'spinemed');
const python = '/usr/bin/python3';
const runs = 5;
const work = mkdtempSync(path.join(tmpdir(), 'spinemed-bench-slices-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

type Ran = { seconds: number; peakMiB: number };

/** What a command takes with all that it starts. Looking at its memory (from /proc, so on Linux
 *  alone) slows it down, and is for a run that is not timed. */
async function run(command: string, args: readonly string[], look = false): Promise<Ran> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  let peakMiB = 0;
  const watchEveryMs = look ? 20 : 2 ** 30;
  const watch = setInterval(() => {
    const heldMiB = familyOf(child.pid!).reduce((sum, pid) => sum + heldBy(pid), 0);
    peakMiB = Math.max(peakMiB, heldMiB);
  }, watchEveryMs);
  const status = await new Promise<number | null>(resolve => child.on('close', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${said}`);
  return { seconds, peakMiB };
}

function familyOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...(children ? children.split(' ').map(Number).flatMap(familyOf) : [])];
  } catch {
    return [];
  }
}

/** What processes share, such as Node itself, is counted once. */
function heldBy(pid: number): number {
  try {
    const held = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(held)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

let outs = 0;
function slices(volume: string, look = false): Promise<Ran> {
  const args = ['slices', volume, '--count', '25', '--out', path.join(work, `out-${outs++}`)];
  return run(launcher, args, look);
}

function hasPython(modules: string): boolean {
  return spawnSync(python, ['-c', `import ${modules}`]).status === 0;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const show = (name: string, { seconds, peakMiB }: Ran, more = '') =>
  say(`${name.padEnd(34)} ${seconds.toFixed(2)} s  ${peakMiB.toFixed(0)} MiB  ${more}`);

type Work = (look: boolean) => Promise<Ran>;

async function typical(work: Work): Promise<Ran> {
  const seconds: number[] = [];
  for (let nth = 0; nth < runs; nth++) seconds.push((await work(false)).seconds);
  return { seconds: median(seconds), peakMiB: (await work(true)).peakMiB };
}

try {
  const ct = await writeCt(work, [512, 512, 300]);
  say(
    `512×512×300 CT, ${(statSync(ct.gzipped).size / 1e6).toFixed(0)} MB gzipped, medians of ${runs}`,
  );
  // In turns, so that what else the machine does falls on both.
  const pairs: { gzip: number; ours: Ran }[] = [];
  await slices(ct.gzipped);
  for (let nth = 0; nth < runs; nth++) {
    const gzip = timed(() => spawnSync('gzip', ['-dc', ct.gzipped], { stdio: 'ignore' }));
    pairs.push({ gzip, ours: await slices(ct.gzipped) });
  }
  const ratio = median(pairs.map(({ gzip, ours }) => ours.seconds / gzip));
  const ours = {
    seconds: median(pairs.map(pair => pair.ours.seconds)),
    peakMiB: (await slices(ct.gzipped, true)).peakMiB,
  };
  say(`${'gzip -dc'.padEnd(34)} ${median(pairs.map(({ gzip }) => gzip)).toFixed(2)} s`);
  show('.nii.gz', ours, `${ratio.toFixed(2)}x gzip -dc (at most 1.3x; 400 MiB)`);
  const series = await typical(look => slices(ct.series, look));
  show('DICOM series, uncompressed', series, '(at most 1 s, 400 MiB)');
  show('  start of the command', await typical(look => run(launcher, ['slices', '--help'], look)));
  const small = await writeCt(path.join(work, 'small'), [32, 32, 30]);
  show('  with its process, a tiny volume', await typical(look => slices(small.gzipped, look)));
  const packed = readFileSync(ct.gzipped);
  say(
    `${'  inflating alone'.padEnd(34)} ${timed(() => gunzipSync(packed, { chunkSize: 160_000_000 })).toFixed(2)} s`,
  );
  if (hasPython('nibabel, PIL')) {
    const theirs = await typical(look =>
      run(python, [path.join(import.meta.dirname, 'slices/nifti.py'), ct.gzipped, work], look),
    );
    show(
      'nibabel and Pillow, .nii.gz',
      theirs,
      `${(theirs.seconds / ours.seconds).toFixed(2)}x ours`,
    );
  } else say('nibabel and Pillow are not here: not compared');
  if (hasPython('pydicom, PIL, numpy')) {
    const theirs = await typical(look =>
      run(python, [path.join(import.meta.dirname, 'slices/dicom.py'), ct.series, work], look),
    );
    show(
      'pydicom and Pillow, series',
      theirs,
      `${(theirs.seconds / series.seconds).toFixed(2)}x ours`,
    );
  } else say('pydicom and Pillow are not here: not compared');
  const cases = await writeCt(path.join(work, 'case'), [192, 192, 100]);
  const folderOf = (count: number) => {
    const folder = mkdtempSync(path.join(work, `${count}-`));
    for (let nth = 0; nth < count; nth++) cases.copyTo(path.join(folder, `case-${nth}.nii.gz`));
    return folder;
  };
  const [few, many] = [await slices(folderOf(25), true), await slices(folderOf(100), true)];
  show('folder of 25 cases', few, `${((few.seconds / 25) * 1000).toFixed(0)} ms a case`);
  show('folder of 100 cases', many, `${((many.seconds / 100) * 1000).toFixed(0)} ms a case`);
} finally {
  rmSync(work, { recursive: true });
}
