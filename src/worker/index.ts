export { knownStages, loadRecipe, recipeNames } from './load-recipe.ts';
export { startWorkspaceWorker } from './start-workspace-worker.ts';
