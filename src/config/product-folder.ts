import { fileURLToPath } from 'node:url';

/** The folder that the product itself stands in: recipes, migrations, the web shell. */
export const productFolder = fileURLToPath(new URL('../../', import.meta.url));
