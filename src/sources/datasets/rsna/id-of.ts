/** A number in a spreadsheet may have become `4003253.0`. */
export function idOf(cell: string): string {
  return /^(\d+)(\.0*)?$/.exec(cell)?.[1] ?? cell;
}
