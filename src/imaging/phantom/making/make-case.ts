import { layouts, renderedViews, saveRendered } from '../layouts/index.ts';
import { makeSpine } from '../spine/make-spine.ts';
import type { CaseJob } from './case-job.ts';
import { keepMade, type MadeCase } from './made-case.ts';
import { writeWholeCase } from './write-whole-case.ts';

export async function makeCase(job: CaseJob): Promise<void> {
  const { layout, root, number, seed, resolutionMm } = job;
  if (layout === null) {
    const spine = makeSpine(seed);
    await writeWholeCase(spine, job);
    keepMade(job, { seed, resolutionMm, rows: {}, spine });
    return;
  }
  const { regions, writeCase } = layouts[layout];
  const spine = makeSpine(seed, { region: regions[number % regions.length]! });
  const views = renderedViews(spine, resolutionMm);
  const save = saveRendered(spine, resolutionMm);
  const rows = await writeCase(root, { number, spine, views, save });
  keepMade(job, { seed, resolutionMm, rows: rows as MadeCase['rows'], spine });
}
