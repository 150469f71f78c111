import type { PhantomOptions } from '../../plan/case-plan.ts';
import { makeSpine } from '../../spine/make-spine.ts';
import type { Spine } from '../../truth/spine.ts';
import { type LayoutName, layouts, renderedViews, saveRendered } from '../index.ts';
import type { CaseRows, CaseViews } from '../layout.ts';
import { saveBlank } from './save-blank.ts';
import { simpleViews } from './simple-views.ts';

export type LaidOut = { spine: Spine; views: CaseViews };

/** A whole dataset of so many cases, and what is true of each. Its pictures are blank unless they
 *  are asked for. */
export async function layOut(
  name: LayoutName,
  root: string,
  {
    cases,
    mm = 8,
    isRendered = false,
    options = {},
  }: { cases: number; mm?: number; isRendered?: boolean; options?: PhantomOptions },
): Promise<LaidOut[]> {
  const layout = layouts[name];
  const laidOut: LaidOut[] = [];
  const rows: CaseRows[] = [];
  for (let number = 0; number < cases; number++) {
    const region = layout.regions[number % layout.regions.length]!;
    const spine = makeSpine(number, { ...options, region });
    const views = isRendered ? renderedViews(spine, mm) : simpleViews(spine, mm);
    const save = isRendered ? saveRendered(spine, mm) : saveBlank(views);
    rows.push(await layout.writeCase(root, { number, spine, views, save }));
    laidOut.push({ spine, views });
  }
  await layout.writeTables(root, rows);
  return laidOut;
}
