/** A MetaImage header of these fields, in their order, and values behind it. */
export function makeMetaImage(
  fields: Record<string, string | number>,
  values?: Uint8Array,
): Buffer {
  const lines = Object.entries(fields).map(([key, value]) => `${key} = ${value}\n`);
  return Buffer.concat([Buffer.from(lines.join(''), 'latin1'), values ?? Buffer.alloc(0)]);
}

export function metaFields(
  more: Record<string, string | number> = {},
): Record<string, string | number> {
  const { ElementDataFile = 'LOCAL', ...others } = more;
  return {
    ObjectType: 'Image',
    NDims: 3,
    BinaryData: 'True',
    BinaryDataByteOrderMSB: 'False',
    CompressedData: 'False',
    TransformMatrix: '1 0 0 0 1 0 0 0 1',
    Offset: '0 0 0',
    ElementSpacing: '0.5 0.75 3',
    DimSize: '4 3 2',
    ElementType: 'MET_SHORT',
    ...others,
    ElementDataFile,
  };
}
