// The package brings no types; this is the part of it that we use.
declare module 'dcmjs' {
  type Dataset = Record<string, unknown>;
  const dcmjs: {
    data: {
      DicomMetaDictionary: { denaturalizeDataset(dataset: Dataset): Dataset };
      DicomDict: new (
        meta: Dataset,
      ) => { dict: Dataset; write(options?: { allowInvalidVRLength?: boolean }): ArrayBuffer };
    };
  };
  export default dcmjs;
}
