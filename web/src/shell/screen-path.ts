import { z } from 'zod';

/** A place in the workbench to go on to after signing in. Never another site: a browser reads
 *  `//host` and `/\host` as one. */
export const screenPath = z.string().regex(/^\/(?![/\\])[^\\\s]*$/);
