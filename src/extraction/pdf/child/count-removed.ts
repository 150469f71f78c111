/** How many pictures pdf.js has left out for their size so far. It only says so in a warning, and what
 *  it warns of may quote the file: none of it is printed. */
export function countRemoved(): () => number {
  let removed = 0;
  console.warn = (message: unknown) => {
    if (typeof message === 'string' && message.includes('exceeded maximum allowed size')) removed++;
  };
  return () => removed;
}
