import { ALL_ROWS } from '../finding.ts';
import type { Rule } from './rule.ts';

/** Nothing of the file is passed over in silence. */
export const checkUnread: Rule = ({ tables }) =>
  tables.unread.map(table => ({
    table,
    row: ALL_ROWS,
    field: 'everything',
    printed: null,
    recomputed: null,
    rule: 'unread',
    verdict: 'not recomputable',
    explanation: 'No rule reads a table of this name.',
  }));
