/** What is read of one file at the most. Question banks and records of real hospitals stay
 *  far below; a bomb does not. */
export const limits = {
  fileBytes: 64 * 2 ** 20,
  inflatedBytes: 256 * 2 ** 20,
  rows: 200_000,
  columns: 512,
  cellCharacters: 32_768,
  timeoutMs: 30_000,
  residentMiB: 900,
};
