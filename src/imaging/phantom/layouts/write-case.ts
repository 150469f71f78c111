import type { PhantomOptions } from '../plan/case-plan.ts';
import { makeSpine } from '../spine/make-spine.ts';
import type { CaseRows, Layout } from './layout.ts';
import { renderedViews, saveRendered } from './render-pictures.ts';

export type CaseToWrite = {
  /** In its dataset, from 0. */
  number: number;
  seed: number;
  resolutionMm: number;
  options?: PhantomOptions;
};

/** A case of a dataset, invented, rendered and laid out below `root`; its rows in the tables. */
export async function writeCase(
  layout: Layout,
  root: string,
  { number, seed, resolutionMm, options = {} }: CaseToWrite,
): Promise<CaseRows> {
  const region = layout.regions[number % layout.regions.length]!;
  const spine = makeSpine(seed, { ...options, region: options.region ?? region });
  return layout.writeCase(root, {
    number,
    spine,
    views: renderedViews(spine, resolutionMm),
    save: saveRendered(spine, resolutionMm),
  });
}
