import type { Dataset } from '../dataset/dataset.ts';
import { type OpenDataset, openDataset } from '../dataset/open-dataset.ts';
import { readNumber, readString, readStrings } from '../dataset/read-values.ts';
import { dicomCut, dicomInvalid } from '../dicom-errors.ts';
import { readText } from '../text/read-text.ts';
import { transferSyntaxOf } from '../transfer-syntaxes.ts';
import { type DicomHeader, dicomHeaderSchema } from './header-schema.ts';
import { readImage } from './read-image.ts';

/**
 * What a DICOM file says of its pixels and of where it belongs. The pixels themselves need not be
 * among the bytes: the file's head is enough, and `dicom-cut` says that it was too short.
 */
export function readDicomHeader(bytes: Uint8Array): DicomHeader {
  return headerOf(openDataset(bytes));
}

export function headerOf({ dataset, transferSyntax }: OpenDataset): DicomHeader {
  if (dataset.isCut) throw dicomCut();
  const raw = {
    sopClassUid: readUid(dataset, 0x00080016),
    sopInstanceUid: readUid(dataset, 0x00080018),
    studyUid: readUid(dataset, 0x0020000d),
    seriesUid: readUid(dataset, 0x0020000e),
    frameOfReferenceUid: readUid(dataset, 0x00200052),
    transferSyntax,
    modality: readCode(dataset, 0x00080060),
    imageType: readStrings(dataset, 0x00080008),
    seriesDescription: readText(dataset, 0x0008103e),
    seriesNumber: readWhole(dataset, 0x00200011),
    acquisitionNumber: readWhole(dataset, 0x00200012),
    instanceNumber: readWhole(dataset, 0x00200013),
    bodyPart: readCode(dataset, 0x00180015),
    laterality: readCode(dataset, 0x00200062) ?? readCode(dataset, 0x00200060),
    viewPosition: readCode(dataset, 0x00185101),
    patientPosition: readCode(dataset, 0x00185100),
    gantryTiltDeg: readNumber(dataset, 0x00181120, 'DS'),
    characterSets: readStrings(dataset, 0x00080005),
    isLossy: readLossy(dataset, transferSyntax),
    image: readImage(dataset),
  };
  const { data: header, error } = dicomHeaderSchema.safeParse(raw);
  // The name of ours that the path ends with, never a value of the file's.
  if (!header) throw dicomInvalid(nameOfPath(error.issues[0]?.path ?? []));
  return header;
}

/** The file's own word where there is one: JPEG 2000 and its like may be lossless in a syntax that
 *  allows loss. JPEG never is. */
function readLossy(dataset: Dataset, transferSyntax: string): boolean {
  const { lossy, packing } = transferSyntaxOf(transferSyntax);
  const stated = readString(dataset, 0x00282110);
  if (stated === null || packing.kind === 'jpeg') return lossy || stated === '01';
  return stated === '01';
}

function nameOfPath(path: readonly PropertyKey[]): string {
  const words = path.filter(part => typeof part === 'string').at(-1) ?? 'header';
  return words.replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

/** Not every writer keeps to digits and points; what is longer than a UID is none. */
function readUid(dataset: Dataset, tag: number): string | null {
  const text = readString(dataset, tag);
  return text && /^[\x21-\x7e]{1,64}$/.test(text) ? text : null;
}

function readCode(dataset: Dataset, tag: number): string | null {
  return readString(dataset, tag)?.slice(0, 64) ?? null;
}

function readWhole(dataset: Dataset, tag: number): number | null {
  const number = readNumber(dataset, tag, 'IS');
  return Number.isSafeInteger(number) ? number : null;
}
