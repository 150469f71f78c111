import { rename, writeFile } from 'node:fs/promises';
import { SpinemedError } from '../../errors/index.ts';
import { readScoredItems } from '../run/open-items.ts';
import { embedPicture } from './embed-picture.ts';
import { both, type Html, html, trusted } from './html.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { type RunOfReport, readItemsOf, readRunOfReport } from './run-of-report.ts';
import { diseaseConfusion, levelConfusion } from './sections/confusion.ts';
import { breakdowns, lengths, overview } from './sections/figures.ts';
import { controls, itemSection } from './sections/items.ts';
import { judges } from './sections/judges.ts';
import { leaderboard } from './sections/leaderboard.ts';
import { taskTable } from './sections/tasks.ts';

export type ReportOptions = {
  folders: readonly string[];
  out: string;
  /** Items shown one by one; the figures are of all. */
  mostItems: number;
  withPrinted: boolean;
};

/** One page that holds everything: it loads nothing, and can be sent and kept as it is. */
export async function writeReportPage(
  options: ReportOptions,
): Promise<{ shown: number; of: number }> {
  const runs: RunOfReport[] = [];
  for (const folder of options.folders) runs.push(await readRunOfReport(folder));
  nameApart(runs);
  checkOneBenchmark(runs);
  const first = runs[0]!;
  const all = await readItemsOf(first.folder, options.mostItems);
  const shown: Html[] = [];
  for (const item of all) {
    const folders = { benchmark: first.run.benchmark.folder, run: first.folder };
    const pictures: Html[] = [];
    const seen = picturesShown(item.id, runs);
    for (const image of item.images) pictures.push(await embedPicture(folders, image, seen));
    shown.push(itemSection(item, runs, pictures));
  }
  const { name, items, of, sha256 } = first.run.benchmark;
  const levelTables = runs.flatMap(run => levelConfusion(run) ?? []);
  const scored = await readScoredItems(first.folder);
  const diseaseTables = runs.flatMap(run => diseaseConfusion(run, scored) ?? []);
  const judging = await judges(runs);
  const page = html`${trusted('<!doctype html>')}<html lang="en" data-language="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><title>${name}</title><style>${trusted(pageStyle)}</style></head><body>
<header><div><h1>${name}</h1><div class="soft">${both(
    `${items} of ${of} items, sha256 ${sha256.slice(0, 12)}…; ${first.run.startedAt.slice(0, 10)}; spinemed ${first.run.software.version}`,
    `共 ${of} 题，本次 ${items} 题，sha256 ${sha256.slice(0, 12)}…；${first.run.startedAt.slice(0, 10)}；spinemed ${first.run.software.version}`,
  )}</div></div><button id="language">English · 中文</button></header>
<h2>${both('Leaderboard', '排行榜')}</h2>${leaderboard(runs, options.withPrinted)}
${runs.flatMap(run =>
  run.scores.notes.map(
    note =>
      html`<p class="note">${runs.length > 1 && html`<b>${run.name}</b>: `}${both(note.en, note.zh)}</p>`,
  ),
)}
${taskTable(runs)}
<h2>${both('Overview', '总览')}</h2>${await overview(runs)}
<h2>${both('Breakdowns', '分组')}</h2>${await breakdowns(runs)}
${levelTables.length > 0 && html`<h2>${both('Levels: right against said', '节段：正确与回答')}</h2>${levelTables}`}
${diseaseTables.length > 0 && html`<h2>${both('Diseases: right against said', '疾病：正确与回答')}</h2>${diseaseTables}`}
${judging && html`<h2>${both('The judges', '评分者')}</h2>${judging}`}
<h2>${both('Length and cost', '长度与费用')}</h2>${await lengths(runs)}${usageTable(runs)}
<h2>${both('Items', '题目')}</h2>${all.length < items && html`<p class="note">${both(`The first ${all.length} of ${items}.`, `前 ${all.length} 题，共 ${items} 题。`)}</p>`}${controls()}${shown}
<script>${trusted(pageScript)}</script></body></html>`;
  const part = `${options.out}.part-${process.pid}`;
  await writeFile(part, page.html, { mode: 0o600 });
  await rename(part, options.out);
  return { shown: all.length, of: items };
}

/** Hashes of what the models were shown of an item. */
function picturesShown(id: string, runs: readonly RunOfReport[]): Set<string> {
  const parts = runs.flatMap(({ told }) =>
    told.get(id)!.flatMap(({ answer }) => answer?.request.prompt?.messages ?? []),
  );
  return new Set(
    parts.flatMap(message =>
      message.parts.flatMap(part => (part.type === 'picture' ? [part.sha256] : [])),
    ),
  );
}

function usageTable(runs: readonly RunOfReport[]): Html {
  const rows = runs.flatMap(({ name, scores }) =>
    Object.entries(scores.usage).map(
      ([step, use]) =>
        html`<tr><td>${name}</td><td>${step}</td><td class="number">${use.requests}</td><td class="number">${use.lost}</td><td class="number">${use.inputTokens ?? '–'}</td><td class="number">${use.outputTokens ?? '–'}</td><td class="number">${use.costUsd === null ? both('unknown', '未知') : use.costUsd.toFixed(4)}</td><td class="number">${use.meanLatencyMs === null ? '–' : Math.round(use.meanLatencyMs)}</td></tr>`,
    ),
  );
  return html`<div class="scroll"><table><thead><tr><th>${both('Model', '模型')}</th><th>${both('Step', '步骤')}</th>${[
    both('Requests', '请求'),
    both('Lost', '丢失'),
    both('Tokens in', '输入 token'),
    both('Tokens out', '输出 token'),
    both('USD', '美元'),
    both('Mean ms', '平均毫秒'),
  ].map(
    head => html`<th class="number">${head}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Two runs of one model are told apart by their folders. */
function nameApart(runs: readonly RunOfReport[]): void {
  for (const run of runs) {
    const same = runs.filter(({ run: { model } }) => model.name === run.run.model.name);
    if (same.length > 1) run.name = `${run.run.model.name} (${run.folder})`;
  }
}

function checkOneBenchmark(runs: readonly RunOfReport[]): void {
  const [first, ...others] = runs;
  const differs = (message: string, place: string) =>
    new SpinemedError({
      code: 'runs-differ',
      mender: 'user',
      message,
      place,
      hint: 'One page holds runs of the same benchmark file with the same --limit, --sample and --seed: write one for each.',
    });
  for (const { run, folder } of others) {
    const { benchmark, picked } = first!.run;
    if (run.benchmark.sha256 !== benchmark.sha256)
      throw differs('these runs are of different benchmarks', folder);
    const [was, is] = [picked, run.picked].map(each => JSON.stringify(each));
    if (was !== is) throw differs(`these runs picked different items (${was} and ${is})`, folder);
  }
}
