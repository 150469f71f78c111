// Claim, on 2 cores: options for 64,878 items against a library of 2,200 pictures at 768
// dimensions in at most 4 s, exact: every similarity as by brute force on a sample.
import { spawnSync } from 'node:child_process';
import { chooseOptions } from '../src/benchmark/mm/options/choose-options.ts';
import { type Points, rankDiseases } from '../src/benchmark/mm/options/rank-diseases.ts';
import { seededRandom } from '../src/statistics/index.ts';

const [items, perDisease, diseaseCount, dimensions] = [64_878, 200, 11, 768];
const healthy = diseaseCount;
const say = (line: string) => process.stdout.write(`${line}\n`);
const random = seededRandom(1);

function points(rows: number): Points {
  const values = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    let length = 0;
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d++) {
      const value = random(65_536) / 32_768 - 1;
      values[start + d] = value;
      length += value * value;
    }
    for (let d = 0; d < dimensions; d++) values[start + d]! /= Math.sqrt(length);
  }
  return { rows, dimensions, values };
}

const queries = {
  points: points(items),
  pictures: Int32Array.from({ length: items }, (_, n) => n),
};
const libraryRows = perDisease * diseaseCount;
const library = {
  points: {
    rows: libraryRows,
    dimensions,
    // Pictures of the library are pictures of the benchmark.
    values: queries.points.values.slice(0, libraryRows * dimensions),
  },
  diseases: Uint8Array.from({ length: libraryRows }, (_, n) => n % diseaseCount),
  diseaseCount,
  pictures: Int32Array.from({ length: libraryRows }, (_, n) => n),
};

const start = performance.now();
const best = await rankDiseases(queries, library);
const ranked = performance.now();
let letters = 0;
for (let item = 0; item < items; item++) {
  const truth = item % diseaseCount;
  const similarity = best.subarray(item * diseaseCount, (item + 1) * diseaseCount);
  letters += chooseOptions(similarity, new Set([truth]), truth, { healthy, seed: item }).answer;
}
const end = performance.now();

let worst = 0;
for (let n = 0; n < 300; n++) {
  const item = n < 150 ? random(libraryRows) : random(items);
  for (let disease = 0; disease < diseaseCount; disease++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let row = disease; row < libraryRows; row += diseaseCount) {
      if (row === item) continue;
      let sum = 0;
      for (let d = 0; d < dimensions; d++)
        sum +=
          queries.points.values[item * dimensions + d]! *
          library.points.values[row * dimensions + d]!;
      most = Math.max(most, sum);
    }
    worst = Math.max(worst, Math.abs(most - best[item * diseaseCount + disease]!));
  }
}
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
say(
  `${items} items against ${libraryRows} pictures at ${dimensions}: ${seconds(end - start)} (at most 4 s), of it similarities ${seconds(ranked - start)}, options ${seconds(end - ranked)}; off brute force by at most ${worst.toExponential(1)} on 300 items; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; mean place of the truth ${(letters / items).toFixed(2)}`,
);
const numpy = spawnSync('/usr/bin/python3', ['-c', numpyScript()], { encoding: 'utf8' });
say(numpy.status === 0 ? numpy.stdout.trim() : 'numpy is not installed: not compared');

function numpyScript(): string {
  return `
import numpy, time
q = numpy.random.rand(${items}, ${dimensions}).astype('float32'); l = q[:${libraryRows}]
start = time.time()
for at in range(0, ${items}, 2048): p = q[at:at+2048] @ l.T
print('numpy, the product alone: %.2f s' % (time.time() - start))`;
}
