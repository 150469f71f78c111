import { collectFolder, identify } from '../src/sources/index.ts';
import { defineRecipe } from '../src/store/index.ts';

export default defineRecipe({
  name: 'sample',
  about: 'Everything there is so far, over the workspace’s sources folder, offline.',
  steps: [collectFolder({ path: 'sources' }), identify()],
});
