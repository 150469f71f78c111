import { makeDicom, type TestElement } from './make-dicom.ts';

export type PictureOptions = {
  syntax: string;
  rows: number;
  columns: number;
  bitsAllocated: number;
  pixels: Uint8Array;
  frames?: number;
  samples?: number;
  photometric?: string;
  planar?: boolean;
  bitsStored?: number;
  highBit?: number;
  signed?: boolean;
  /** `OB` for bytes and fragments by default, else `OW`. */
  vr?: string;
  more?: readonly TestElement[];
  withHeader?: boolean;
};

/** A DICOM file of a picture; `pixels` are written as they stand, fragments with their items. */
export function makePicture(options: PictureOptions): Buffer {
  const { syntax, rows, columns, bitsAllocated, pixels, more = [], withHeader = true } = options;
  const { frames = 1, samples = 1, planar = false, signed = false } = options;
  const { photometric = samples === 3 ? 'RGB' : 'MONOCHROME2' } = options;
  const { bitsStored = bitsAllocated, highBit = bitsStored - 1 } = options;
  const { vr = bitsAllocated > 8 ? 'OW' : 'OB' } = options;
  const elements: TestElement[] = [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080018, 'UI', '2.25.1'],
    [0x00080060, 'CS', 'OT'],
    [0x00100010, 'PN', 'TEST^CASE'],
    [0x0020000d, 'UI', '2.25.2'],
    [0x0020000e, 'UI', '2.25.3'],
    [0x00280002, 'US', samples],
    [0x00280004, 'CS', photometric],
    ...(samples > 1 ? ([[0x00280006, 'US', Number(planar)]] as const) : []),
    [0x00280008, 'IS', frames],
    [0x00280010, 'US', rows],
    [0x00280011, 'US', columns],
    [0x00280100, 'US', bitsAllocated],
    [0x00280101, 'US', bitsStored],
    [0x00280102, 'US', highBit],
    [0x00280103, 'US', Number(signed)],
    [0x7fe00010, vr, pixels],
  ];
  const replaced = new Set(more.map(([tag]) => tag));
  const kept = elements.filter(([tag]) => !replaced.has(tag));
  return makeDicom({ syntax, elements: [...kept, ...more], withHeader });
}
