import type { Context } from '../context.ts';
import type { Finding } from '../finding.ts';

/** One question asked of the tables. It says nothing where its tables are missing altogether,
 *  and "not recomputable", with the reason, where only an input is. */
export type Rule = (context: Context) => Finding[];
