import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { productFolder } from '../config/index.ts';
import { SpinemedError } from '../errors/index.ts';
import { defineRecipe, type Recipe, type Stage } from '../store/index.ts';

const folder = path.join(productFolder, 'recipes');
const isFileName = /\.[cm]?[jt]s$/;

export function recipeNames(): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => path.basename(name, '.ts'))
    .sort();
}

/** A recipe by its name in recipes/, or by the path of a file of one's own: as seen from
 *  `base`, which is the workspace where its file names it. */
export async function loadRecipe(nameOrFile: string, base = process.cwd()): Promise<Recipe> {
  const isFile = isFileName.test(nameOrFile);
  const file = isFile ? path.resolve(base, nameOrFile) : path.join(folder, `${nameOrFile}.ts`);
  if (!existsSync(file) || (!isFile && !recipeNames().includes(nameOrFile))) {
    throw new SpinemedError({
      code: 'no-such-recipe',
      mender: 'user',
      message: `there is no recipe "${nameOrFile}"`,
      place: isFile ? file : 'recipes/',
      hint: `There are: ${recipeNames().join(', ')}. A file of your own is named by its path, ending in .ts.`,
    });
  }
  const loaded: { default?: Partial<Recipe> } = await import(pathToFileURL(file).href).catch(
    error => {
      if (error instanceof SpinemedError) throw error;
      throw notARecipe(placeOf(error, file), firstLineOf(error), error);
    },
  );
  if (!isRecipe(loaded.default)) throw notARecipe(file, 'no default export made by defineRecipe');
  return defineRecipe(loaded.default);
}

function isRecipe(value: Partial<Recipe> | undefined): value is Recipe {
  const { name, steps } = value ?? {};
  if (typeof name !== 'string' || !Array.isArray(steps)) return false;
  return steps.every(step => ['collector', 'stage'].includes(step?.type) && step.stage);
}

/** Every stage that some recipe uses: what a worker can be asked to do. */
export async function knownStages(more: readonly Recipe[] = []): Promise<Stage[]> {
  const recipes = [...(await Promise.all(recipeNames().map(name => loadRecipe(name)))), ...more];
  const stages = recipes.flatMap(recipe =>
    recipe.steps.flatMap(step => (step.type === 'stage' ? step.stage : [])),
  );
  return [...new Map(stages.map(stage => [`${stage.name}@${stage.version}`, stage])).values()];
}

/** A recipe is the user's own text and is read before any data: its message may be shown. */
function firstLineOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const { path: setting, message } = error.issues[0]!;
    return setting.length > 0 ? `${setting.join('.')}: ${message}` : message;
  }
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n')[0]!.slice(0, 200);
}

/** The line of the file that the error speaks of, where it speaks of one. */
function placeOf(error: unknown, file: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.indexOf(`${file}:`);
  const line = at < 0 ? undefined : /^:(\d+)/.exec(stack.slice(at + file.length))?.[1];
  return line ? `${file}:${line}` : file;
}

function notARecipe(place: string, why: string, cause?: unknown): SpinemedError {
  return new SpinemedError({
    code: 'recipe-invalid',
    mender: 'user',
    message: `the file is not a recipe: ${why}`,
    place,
    hint: 'Compare it with recipes/sample.ts.',
    cause,
  });
}
