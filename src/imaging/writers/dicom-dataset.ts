import type { Volume } from '../volume/volume.ts';
import { uidOf } from './uid.ts';

/** Who and what a series is of. Never a real patient: whatever is written here is invented. */
export type SeriesHeader = {
  /** Also the source of every identifier: the same key gives the same ones. */
  patientId: string;
  sex: 'F' | 'M';
  ageYears: number;
  bodyPart: 'CSPINE' | 'LSPINE' | 'SPINE';
  seriesNumber: number;
  description: string;
  /** `AP` or `LATERAL`, of a radiograph. */
  view?: 'AP' | 'LATERAL';
};

const storage = {
  CT: '1.2.840.10008.5.1.4.1.1.2',
  MRI: '1.2.840.10008.5.1.4.1.1.4',
  XR: '1.2.840.10008.5.1.4.1.1.1.1',
} as const;

/** Everything of one slice but its pixels, under the standard's names. */
export function dicomDataset(volume: Volume, header: SeriesHeader, slice: number): object {
  const modality = volume.modality ?? 'CT';
  const { grid } = volume;
  const { patientId, sex, ageYears, seriesNumber } = header;
  const day = '20200101';
  return {
    SpecificCharacterSet: 'ISO_IR 192',
    ImageType: [
      'ORIGINAL',
      'PRIMARY',
      ...(modality === 'CT' ? ['AXIAL'] : modality === 'MRI' ? ['M'] : ['']),
    ],
    SOPClassUID: storage[modality],
    SOPInstanceUID: uidOf(patientId, seriesNumber, slice),
    StudyDate: day,
    SeriesDate: day,
    ContentDate: day,
    AcquisitionDate: day,
    StudyTime: '080000',
    SeriesTime: '080000',
    ContentTime: '080000',
    AcquisitionTime: '080000',
    AccessionNumber: '',
    Modality: { CT: 'CT', MRI: 'MR', XR: 'DX' }[modality],
    Manufacturer: 'SpineMed phantom',
    ReferringPhysicianName: '',
    StudyDescription: 'Invented spine',
    SeriesDescription: header.description,
    ManufacturerModelName: 'phantom',
    PatientName: `PHANTOM^${patientId.replace(/\D/g, '')}`,
    PatientID: patientId,
    PatientBirthDate: '',
    PatientSex: sex,
    PatientAge: `${String(ageYears).padStart(3, '0')}Y`,
    BodyPartExamined: header.bodyPart,
    SoftwareVersions: '1',
    StudyInstanceUID: uidOf(patientId),
    SeriesInstanceUID: uidOf(patientId, seriesNumber),
    StudyID: '1',
    SeriesNumber: seriesNumber,
    InstanceNumber: slice + 1,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: grid.size[1],
    Columns: grid.size[0],
    ...pixelFormat(volume),
    RescaleIntercept: volume.rescale.intercept,
    RescaleSlope: volume.rescale.slope,
    RescaleType: modality === 'CT' ? 'HU' : 'US',
    ...(volume.window && {
      WindowCenter: volume.window.center,
      WindowWidth: volume.window.width,
    }),
    ...(modality === 'XR' ? radiographPart(volume, header) : slicePart(volume, header, slice)),
    ...(modality === 'CT' && {
      KVP: 120,
      AcquisitionNumber: 1,
      ConvolutionKernel: 'BONE',
      PatientPosition: 'HFS',
    }),
    ...(modality === 'MRI' && magneticPart(header)),
  };
}

function pixelFormat({ values }: Volume) {
  const signed = values instanceof Int16Array;
  const bits = values.BYTES_PER_ELEMENT * 8;
  return {
    BitsAllocated: bits,
    BitsStored: signed || bits === 8 ? bits : 12,
    HighBit: (signed || bits === 8 ? bits : 12) - 1,
    PixelRepresentation: signed ? 1 : 0,
  };
}

/** Decimal strings have sixteen characters at most. */
const decimal = (value: number) =>
  Number(value.toFixed(value < 0 ? 8 : 9))
    .toString()
    .slice(0, 16);

function slicePart({ grid }: Volume, { patientId }: SeriesHeader, slice: number) {
  const [across, down, along] = grid.directions;
  const [column, row, pitch] = grid.spacingMm;
  const position = grid.originMm.map((value, axis) => value + along[axis]! * slice * pitch);
  return {
    FrameOfReferenceUID: uidOf(patientId, 'frame'),
    PositionReferenceIndicator: '',
    ImagePositionPatient: position.map(decimal),
    ImageOrientationPatient: [...across, ...down].map(decimal),
    PixelSpacing: [row, column].map(decimal),
    SliceThickness: decimal(pitch),
    SpacingBetweenSlices: decimal(pitch),
  };
}

function magneticPart({ description }: SeriesHeader) {
  const isT1 = description.includes('T1');
  return {
    ScanningSequence: 'SE',
    SequenceVariant: 'SK',
    ScanOptions: '',
    MRAcquisitionType: '2D',
    RepetitionTime: isT1 ? 550 : 3500,
    EchoTime: isT1 ? 10 : 105,
    EchoTrainLength: isT1 ? 3 : 16,
    MagneticFieldStrength: '1.5',
    PatientPosition: 'HFS',
  };
}

function radiographPart({ grid }: Volume, { view }: SeriesHeader) {
  const spacing = [grid.spacingMm[1], grid.spacingMm[0]].map(decimal);
  return {
    PresentationIntentType: 'FOR PRESENTATION',
    ViewPosition: view === 'AP' ? 'AP' : 'LL',
    PatientOrientation: view === 'AP' ? ['L', 'F'] : ['P', 'F'],
    ImageLaterality: 'U',
    ImagerPixelSpacing: spacing,
    PixelSpacing: spacing,
    PixelIntensityRelationship: 'LOG',
    PixelIntensityRelationshipSign: -1,
    BurnedInAnnotation: 'NO',
    LossyImageCompression: '00',
    PresentationLUTShape: 'IDENTITY',
    DetectorType: 'DIRECT',
    PositionerType: 'NONE',
  };
}
