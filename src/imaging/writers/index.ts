export type { SeriesHeader } from './dicom-dataset.ts';
export { type DicomFile, encodeDicom } from './encode-dicom.ts';
export { encodeMetaImage } from './encode-metaimage.ts';
export { encodeNifti, encodeNiftiGz } from './encode-nifti.ts';
export { encodePicture, type PictureOptions } from './encode-picture.ts';
export { uidOf } from './uid.ts';
