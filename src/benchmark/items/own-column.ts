/** The column of a table of others' that holds the rest of an item of ours, as JSON: who reads the
 *  table passes over it, and we read back the item that it was. */
export const ownColumn = 'spinemed';
