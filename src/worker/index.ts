export { knownStages, loadRecipe, recipeNames } from './load-recipe.ts';
