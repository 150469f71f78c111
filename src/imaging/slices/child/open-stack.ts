import { SpinemedError } from '../../../errors/index.ts';
import { openFile } from '../../readers/byte-source.ts';
import { tellFormat } from '../../readers/tell-format.ts';
import type { SliceRequest } from '../protocol.ts';
import type { SliceStack } from '../slice-stack.ts';
import type { Damage } from '../stack-of-dicom.ts';

/** By the bytes of the first file. What the other formats need is not loaded. */
export async function openStack(
  request: SliceRequest,
  known: readonly Damage[] = [],
): Promise<SliceStack> {
  const { files, source, maxBytes, asked } = request;
  const format = files.length === 1 ? await formatOf(files[0]!) : 'dicom';
  if (format === 'dicom') {
    const { openDicomStack } = await import('../stack-of-dicom.ts');
    const seriesUid = asked.seriesUid ?? undefined;
    return openDicomStack(files, source, { seriesUid, maxBytes, known });
  }
  if (format !== 'nifti' && format !== 'metaimage') throw noVolume();
  if (asked.seriesUid !== null) throw noSeriesHere();
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

function noSeriesHere(): SpinemedError {
  return new SpinemedError({
    code: 'no-such-series',
    mender: 'user',
    message: 'a series was asked for, and only DICOM has series',
    hint: 'Leave --series away: the file is one volume.',
  });
}
