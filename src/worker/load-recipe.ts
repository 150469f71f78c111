import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { productFolder } from '../config/index.ts';
import { nameOf, SpinemedError } from '../errors/index.ts';
import type { Recipe, Stage } from '../store/index.ts';

const folder = path.join(productFolder, 'recipes');

export function recipeNames(): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => path.basename(name, '.ts'))
    .sort();
}

/** A recipe by its name in recipes/, or by the path of a file of one's own. */
export async function loadRecipe(nameOrFile: string): Promise<Recipe> {
  const isFile = nameOrFile.endsWith('.ts');
  const file = isFile ? path.resolve(nameOrFile) : path.join(folder, `${nameOrFile}.ts`);
  if (!existsSync(file) || (!isFile && !recipeNames().includes(nameOrFile))) {
    throw new SpinemedError({
      code: 'no-such-recipe',
      mender: 'user',
      message: `there is no recipe "${nameOrFile}"`,
      place: isFile ? file : 'recipes/',
      hint: `There are: ${recipeNames().join(', ')}. A file of your own is named by its path, ending in .ts.`,
    });
  }
  const loaded: { default?: Recipe } = await import(pathToFileURL(file).href).catch(error => {
    if (error instanceof SpinemedError) throw error;
    throw notARecipe(file, nameOf(error), error);
  });
  if (!loaded.default?.steps) throw notARecipe(file, 'no default export made by defineRecipe');
  return loaded.default;
}

/** Every stage that some recipe uses: what a worker can be asked to do. */
export async function knownStages(more: readonly Recipe[] = []): Promise<Stage[]> {
  const recipes = [...(await Promise.all(recipeNames().map(loadRecipe))), ...more];
  const stages = recipes.flatMap(recipe =>
    recipe.steps.flatMap(step => (step.type === 'stage' ? step.stage : [])),
  );
  return [...new Map(stages.map(stage => [`${stage.name}@${stage.version}`, stage])).values()];
}

function notARecipe(file: string, why: string, cause?: unknown): SpinemedError {
  return new SpinemedError({
    code: 'recipe-invalid',
    mender: 'user',
    message: `the file is not a recipe: ${why}`,
    place: file,
    hint: 'Compare it with recipes/sample.ts.',
    cause,
  });
}
