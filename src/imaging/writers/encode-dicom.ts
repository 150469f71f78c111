import type { Volume } from '../volume/volume.ts';
import { dicomDataset, type SeriesHeader } from './dicom-dataset.ts';
import { uidOf } from './uid.ts';

export type DicomFile = { name: string; instanceUid: string; bytes: Buffer };

const explicitLittleEndian = '1.2.840.10008.1.2.1';

/** A volume as a DICOM series, a file a slice, uncompressed. A plain picture is a series of one. */
export async function encodeDicom(volume: Volume, header: SeriesHeader): Promise<DicomFile[]> {
  // A large package, which only who writes DICOM waits for.
  const { default: dcmjs } = await import('dcmjs');
  const { DicomDict, DicomMetaDictionary } = dcmjs.data;
  const area = volume.grid.size[0] * volume.grid.size[1];
  return Array.from({ length: volume.grid.size[2] }, (_, slice) => {
    const { buffer } = Uint8Array.from(bytesOf(volume, slice * area, area));
    const about = dicomDataset(volume, header, slice) as Record<string, unknown>;
    const instanceUid = String(about.SOPInstanceUID);
    const file = new DicomDict(
      DicomMetaDictionary.denaturalizeDataset({
        FileMetaInformationVersion: new Uint8Array([0, 1]).buffer,
        MediaStorageSOPClassUID: about.SOPClassUID,
        MediaStorageSOPInstanceUID: instanceUid,
        TransferSyntaxUID: explicitLittleEndian,
        ImplementationClassUID: uidOf('spinemed'),
        ImplementationVersionName: 'SPINEMED',
      }),
    );
    const pixels = {
      PixelData: [buffer],
      _vrMap: { PixelData: volume.values.BYTES_PER_ELEMENT === 1 ? 'OB' : 'OW' },
    };
    file.dict = DicomMetaDictionary.denaturalizeDataset({ ...about, ...pixels });
    const name = `${String(slice + 1).padStart(4, '0')}.dcm`;
    return { name, instanceUid, bytes: Buffer.from(file.write({ allowInvalidVRLength: true })) };
  });
}

/** Of one slice; an odd count is made even, as the standard wants. */
function bytesOf({ values }: Volume, from: number, count: number): Uint8Array {
  const part = values.subarray(from, from + count);
  const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  return bytes.length % 2 === 0 ? bytes : Uint8Array.from([...bytes, 0]);
}
