/** An item as some format has it, in our fields and not yet checked. */
export type FoundItem = {
  value: unknown;
  /** File and line. */
  place: string;
  /** Pictures that stood in the file itself, under the names by which the item has them. */
  pictures: ReadonlyMap<string, Buffer>;
};

export const noPictures: ReadonlyMap<string, Buffer> = new Map();
