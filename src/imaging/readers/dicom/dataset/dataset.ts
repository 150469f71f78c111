/** A data element: where it stands, not what it holds. */
export type Element = {
  /** Group and element in one number: 0x00280010. */
  tag: number;
  /** As written; null in an implicit data set. */
  vr: string | null;
  /** Of its value in the bytes. */
  offset: number;
  /** In bytes; of an undefined length what stands before its delimiter. */
  length: number;
  /** Whether a delimiter ends it, so that items must be followed to know where. */
  isUndefined: boolean;
};

export type Encoding = { explicit: boolean; bigEndian: boolean };

/** Data elements by their tags, over bytes that are not copied. */
export type Dataset = {
  bytes: Uint8Array;
  view: DataView;
  encoding: Encoding;
  elements: Map<number, Element>;
  /** Offset behind what was read: the next item's, or the pixels'. */
  end: number;
  /** Bytes end before the elements do. */
  isCut: boolean;
};

export const tags = {
  item: 0xfffee000,
  itemEnd: 0xfffee00d,
  sequenceEnd: 0xfffee0dd,
  floatPixels: 0x7fe00008,
  doublePixels: 0x7fe00009,
  pixels: 0x7fe00010,
} as const;

export const UNDEFINED_LENGTH = 0xffffffff;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
