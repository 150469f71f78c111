/**
 * Claims: `bindFiles` passes at least 40 MB of Markdown a second on two cores, memory does not grow with the
 * number of files, and a file costs no more per byte as it grows, up to 50 MB and for hostile text too.
 * A machine that others use too shows in the gap between MB a second and MB a second of processor time.
 * Prints MB/s for folders of 1 and 8 times as many files with the memory of each, then for every text the
 * time for four times the text over the time for the text: 4 is linear.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { bindFiles, bindPictures } from '../src/extraction/picture-context/index.ts';
import { makeArticle } from '../src/extraction/picture-context/testing/make-article.ts';
import { settings, turnArticle } from '../src/extraction/picture-context/testing/turn-article.ts';

const FILE_BYTES = 200_000;
const FILES = 400;
const LARGE_BYTES = 12_500_000;
const HOSTILE_CHARS = 1 << 20;

const BODY = `The surgical technique was the same in all operations. After the patient had been placed prone on a radiolucent table, the level was confirmed by fluoroscopy, and a midline incision was made over the spinous processes. The paraspinal muscles were elevated on both sides and held by self-retaining retractors; care was taken to leave the capsules of the facet joints that were not to be fused intact. Pedicle screws were placed by the free-hand method, the position of each was checked with a ball-tipped probe, and a second film was taken before the rods were set. Blood loss, time of operation and events during it were noted by the anaesthetist.

Statistical methods followed the plan that had been written before the first patient was included. Continuous values are given as means with standard deviations, and compared by the t-test or, where they were skewed, by the rank sum test; counts are compared by the exact test. A mixed model with the patient as random effect was used for values that had been measured more than once. Missing values were not replaced. The level of significance was 0.05, on two sides, and no correction was made for multiple comparisons, since all of them had been named beforehand.
`;

/** Articles as converters give them, with as much plain prose around as articles have. */
function makeText(bytes: number, seed: number): string {
  const parts: string[] = [];
  for (let size = 0, at = seed; size < bytes; at++) {
    const language = at % 4 === 3 ? 'zh' : 'en';
    const xml = makeArticle({ seed: at, language, hasFloats: false });
    const { markdown } = turnArticle(xml, settings[at % settings.length]!);
    const part = `# Article ${at}\n\n${markdown}\n\n${BODY.repeat(24)}\n`;
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return Buffer.from(parts.join('')).toString();
}

async function measureFolder(
  files: number,
): Promise<{ perSecond: number; perCpuSecond: number; peakMb: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-bind-'));
  try {
    const texts = Array.from({ length: 8 }, (_, seed) => makeText(FILE_BYTES, seed * 100 + 1));
    let bytes = 0;
    for (let at = 0; at < files; at++) {
      const text = texts[at % texts.length]!;
      bytes += Buffer.byteLength(text);
      const inner = path.join(folder, `${at % 10}`);
      mkdirSync(inner, { recursive: true });
      writeFileSync(path.join(inner, `${at}.md`), text);
    }
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20);
    const start = performance.now();
    const before = process.cpuUsage();
    await bindFiles([folder], path.join(folder, 'out.jsonl'), error => {
      throw error;
    });
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    clearInterval(watch);
    return {
      perSecond: bytes / 1e6 / seconds,
      perCpuSecond: bytes / (user + system),
      peakMb: peak / 2 ** 20,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function cpuMilliseconds(text: string): number {
  const before = process.threadCpuUsage();
  bindPictures(text, 'bench');
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function fill(unit: string, length: number): string {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return Buffer.from(text).toString();
}

const picture = '![](a.png)\n\nFigure 1. One.\n\n';
const hostile: Record<string, (length: number) => string> = {};
for (const unit of [
  '[',
  ']',
  '![',
  '![](',
  '](',
  '![a]',
  '![a][',
  '<',
  '<img ',
  '<img src="',
  "<img a='",
  '<!--',
  '<div>',
  '<table><td>',
  '`',
  '` ``',
  '```\n',
  '~~~~ ',
  '*',
  '**a',
  '_a_ ',
  '\\',
  '&',
  '&amp',
  '$',
  '$a ',
  '>',
  '> ',
  '|',
  '| a ',
  '#',
  '- ',
  '1. ',
  'Figure ',
  'Figure 1',
  'Figure 1. ',
  'Figs. 1-2, ',
  'Fig. 1, 2 and ',
  'Figure 1A, B, ',
  '图',
  '图1、',
  '图1 ',
  '(',
  ' ',
  '\n',
  'a\n',
  '\t',
  'Figure 1. A\n',
  'Figure 1. A\n\n',
  '图1 甲\n',
  '![](a)',
  '![](a) ',
  '![](a)\n',
  '![](a)\n\n',
  '<img src=a>',
  '[![](a)](b)',
  '![](a)\n\nFigure 1. A\n\n',
  '![](a)\n\nFigure 1. A\n\n# B\n\n',
  '![](a)\n\n图1 甲\n\n见图1。\n\n',
  '[a]: b\n',
  '![data:](data:a',
  'Fig',
  'supplementary ',
  'fig. s',
  'et al., ',
  '1-',
  'Figure 1-1-1-1-1',
  '￼',
  '０',
])
  hostile[JSON.stringify(unit)] = length => picture + fill(unit, length);
hostile['one line'] = length =>
  `${picture}${fill(BODY.replaceAll('\n', ' '), length)} Figure 1 ${fill('a ', length / 4)}`;
hostile['figures in growing number'] = length =>
  Array.from(
    { length: length / 60 },
    (_, at) => `![](${at}.png)\n\nFigure ${at % 9999}. Of ${at}.\n\nSee Figure ${at % 9999}.\n`,
  ).join('\n');
hostile.chapters = length =>
  Array.from(
    { length: length / 60 },
    (_, at) => `# Chapter ${at}\n\nSee Figure 1.\n\n![](${at})\n\nFigure 1. ${at}.\n`,
  ).join('\n');

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const parts = process.argv.slice(2);
if (!parts.includes('--hostile')) {
  for (const files of [FILES, FILES * 8]) {
    const { perSecond, perCpuSecond, peakMb } = await measureFolder(files);
    print(
      `${files} files: ${perSecond.toFixed(0)} MB/s on ${availableParallelism()} cores (claim: at least 40), ${perCpuSecond.toFixed(0)} MB a second of processor time, ${peakMb.toFixed(0)} MB of memory at most`,
    );
  }
  const [small, large] = [makeText(LARGE_BYTES, 1), makeText(LARGE_BYTES * 4, 1)];
  cpuMilliseconds(small);
  const [fast, slow] = [cpuMilliseconds(small), cpuMilliseconds(large)];
  print(
    `one file of ${(Buffer.byteLength(large) / 1e6).toFixed(0)} MB: ${slow.toFixed(0)} ms, ${(slow / fast).toFixed(1)} times the time for a quarter of it (linear: 4)`,
  );
}
let worst = 0;
for (const [name, make] of parts.includes('--folders') ? [] : Object.entries(hostile)) {
  const fast = cpuMilliseconds(make(HOSTILE_CHARS / 4));
  const slow = cpuMilliseconds(make(HOSTILE_CHARS));
  const ratio = slow / fast;
  if (slow > 100) worst = Math.max(worst, ratio);
  print(
    `${name} over and over: ${slow.toFixed(0)} ms a million characters, ${ratio.toFixed(1)} times the time for 4 times the text`,
  );
}
print(`worst of those that take longer than 100 ms: ${worst.toFixed(1)} times (linear: 4)`);
