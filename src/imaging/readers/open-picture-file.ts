import { type ByteSource, openFile } from './byte-source.ts';
import { tellFormat } from './tell-format.ts';

/** The values of a NIfTI pair say nothing by themselves: whoever names them means the pair. */
export async function openPictureFile(file: string): Promise<ByteSource> {
  const stem = /^(.*)\.img(\.gz)?$/i.exec(file)?.[1];
  for (const ending of stem === undefined ? [] : ['.hdr', '.hdr.gz', '.HDR']) {
    const header = await openFile(stem + ending).catch(() => undefined);
    if (header && tellFormat(await header.read(0, 4096)) === 'nifti') return header;
    await header?.close();
  }
  return openFile(file);
}
