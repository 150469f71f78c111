import { defineRecipe } from '../src/store/index.ts';
import corpus from './corpus.ts';

export default defineRecipe({
  name: 'sample',
  about: 'The corpus recipe over the sample sources, offline.',
  steps: corpus.steps,
});
