import type { ByteSource } from './byte-source.ts';
import { formatUnknown } from './read-errors.ts';
import type { ReadOptions, StoredPicture } from './stored-picture.ts';
import { type StoredFormat, tellFormat } from './tell-format.ts';

type Reader = (source: ByteSource, options: ReadOptions) => Promise<StoredPicture>;

/** Each loaded when first needed: decoders take their time to start. */
const readers: Record<StoredFormat, () => Promise<Reader>> = {
  dicom: async () => (await import('./dicom-picture.ts')).readDicomPicture,
  nifti: async () => (await import('./nifti/read-nifti.ts')).readNifti,
  metaimage: async () => (await import('./metaimage/read-metaimage.ts')).readMetaImage,
  png: async () => (await import('./raster/read-png.ts')).readPng,
  jpeg: async () => (await import('./raster/read-jpeg.ts')).readJpeg,
};

const headBytes = 65_536;

/** In this process: for one that may be ended. */
export async function readPicture(
  source: ByteSource,
  options: ReadOptions,
): Promise<StoredPicture> {
  const format = tellFormat(await source.read(0, headBytes));
  if (!format) throw formatUnknown();
  const read = await readers[format]();
  return read(source, options);
}
