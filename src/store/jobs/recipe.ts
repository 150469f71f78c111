import { SpinemedError } from '../../errors/index.ts';
import type { CollectorStep } from './collector.ts';
import type { StageStep } from './stage.ts';

export type Step = CollectorStep | StageStep;

/** A whole pipeline, read from top to bottom. */
export type Recipe = { name: string; about: string; steps: readonly Step[] };

export function defineRecipe(recipe: Recipe): Recipe {
  recipe.steps.forEach((step, index) => {
    if (step.type === 'collector' || feedersOf(recipe.steps, index).length > 0) return;
    throw new SpinemedError({
      code: 'recipe-invalid',
      mender: 'user',
      message: `nothing before ${step.stage.name} makes ${step.stage.takes.name}`,
      place: `recipe ${recipe.name}, step ${index + 1}`,
      hint: 'Put a step that makes it before this one.',
    });
  });
  return recipe;
}

/** The steps whose output a step takes: every earlier one that makes the kind, except where
 *  a step in between took it and made the same kind again (a document, de-identified). */
export function feedersOf(steps: readonly Step[], index: number): Step[] {
  const step = steps[index];
  if (step?.type !== 'stage') return [];
  const kind = step.stage.takes.name;
  const feeders: Step[] = [];
  for (const earlier of steps.slice(0, index)) {
    if (!earlier.stage.makes.some(made => made.name === kind)) continue;
    if (earlier.type === 'stage' && earlier.stage.takes.name === kind) feeders.length = 0;
    feeders.push(earlier);
  }
  return feeders;
}
