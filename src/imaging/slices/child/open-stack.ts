import { SpinemedError } from '../../../errors/index.ts';
import { openFile } from '../../readers/byte-source.ts';
import { tellFormat } from '../../readers/tell-format.ts';
import type { SliceRequest } from '../protocol.ts';
import type { SliceStack } from '../slice-stack.ts';

/** By the bytes of the first file. What the other formats need is not loaded. */
export async function openStack(request: SliceRequest): Promise<SliceStack> {
  const { files, source, maxBytes, asked } = request;
  const format = files.length === 1 ? await formatOf(files[0]!) : 'dicom';
  if (format === 'dicom') {
    const { openDicomStack } = await import('../stack-of-dicom.ts');
    return openDicomStack(files, source, { seriesUid: asked.seriesUid ?? undefined, maxBytes });
  }
  if (format !== 'nifti' && format !== 'metaimage') throw noVolume();
  const { openVolumeStack } = await import('../stack-of-volume.ts');
  return openVolumeStack(files[0]!, format, maxBytes);
}

async function formatOf(file: string) {
  const opened = await openFile(file);
  try {
    return tellFormat(await opened.read(0, 65_536));
  } finally {
    await opened.close();
  }
}

function noVolume(): SpinemedError {
  return new SpinemedError({
    code: 'no-volume',
    mender: 'user',
    message: 'a file is no volume that can be sliced',
    hint: 'Give DICOM files, NIfTI or MetaImage; the bytes decide, not the name.',
  });
}
