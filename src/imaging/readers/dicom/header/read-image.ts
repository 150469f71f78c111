import { type Dataset, type Element, tags } from '../dataset/dataset.ts';
import { readItems } from '../dataset/read-items.ts';
import { readNumber, readString } from '../dataset/read-values.ts';
import type { DicomImage, FrameHeader, LookupTable } from './header-schema.ts';
import { readFrameHeader, readFunctionalGroups, readSpacing } from './read-frame-header.ts';
import { readLookupTable } from './read-lookup-table.ts';

/** The keys of an image before the schema has seen them. */
export type RawImage = { [Key in keyof DicomImage]: unknown };

const pixelTags = [
  [tags.pixels, 'integer'],
  [tags.floatPixels, 'float'],
  [tags.doublePixels, 'double'],
] as const;

/** What says how the pixels are to be read; null where there are none. */
export function readImage(dataset: Dataset): RawImage | null {
  const found = pixelTags.find(([tag]) => dataset.elements.has(tag));
  if (!found) return null;
  const [tag, kind] = found;
  const pixels = dataset.elements.get(tag)!;
  const samples = readNumber(dataset, 0x00280002, 'US') ?? 1;
  const bitsAllocated = kind === 'integer' ? readNumber(dataset, 0x00280100, 'US') : bitsOf[kind];
  const bitsStored = readNumber(dataset, 0x00280101, 'US') || bitsAllocated;
  const signed = readNumber(dataset, 0x00280103, 'US') === 1;
  const shared = readShared(dataset);
  return {
    rows: readNumber(dataset, 0x00280010, 'US'),
    columns: readNumber(dataset, 0x00280011, 'US'),
    frames: readNumber(dataset, 0x00280008, 'IS') || 1,
    samples,
    photometric:
      readString(dataset, 0x00280004)?.toUpperCase() ?? (samples === 1 ? 'MONOCHROME2' : 'RGB'),
    planar: readNumber(dataset, 0x00280006, 'US') === 1,
    bitsAllocated,
    bitsStored,
    highBit: readNumber(dataset, 0x00280102, 'US') ?? (bitsStored ?? 1) - 1,
    signed,
    padding: readPadding(dataset, signed),
    pixels: placeOf(pixels, kind),
    detectorSpacingMm: readSpacing(dataset, 0x00181164) ?? readSpacing(dataset, 0x00182010),
    pixelAspectRatio: readSpacing(dataset, 0x00280034),
    shared,
    perFrame: readItems(dataset, 0x52009230).map(groups => readFunctionalGroups(groups, shared)),
    modalityTable: readModalityTable(dataset, signed),
    palette: readPalette(dataset, signed),
    ignored: readIgnored(dataset),
  };
}

const bitsOf = { float: 32, double: 64 } as const;

function placeOf({ vr, offset, length, isUndefined }: Element, kind: string) {
  return { kind, vr, offset, byteLength: isUndefined ? null : length };
}

function readShared(dataset: Dataset): FrameHeader {
  const plain = readFrameHeader(dataset);
  const [groups] = readItems(dataset, 0x52009229);
  return groups ? readFunctionalGroups(groups, plain) : plain;
}

/** The VR is US or SS by the sign of the pixels, which an implicit file leaves to know. */
function readPadding(dataset: Dataset, signed: boolean): [number, number] | null {
  const vr = signed ? 'SS' : 'US';
  const value = readNumber(dataset, 0x00280120, vr);
  if (value === null) return null;
  const limit = readNumber(dataset, 0x00280121, vr) ?? value;
  return [Math.min(value, limit), Math.max(value, limit)];
}

function readModalityTable(dataset: Dataset, signed: boolean): LookupTable | null {
  const [item] = readItems(dataset, 0x00283000);
  return item ? readLookupTable(item, { descriptor: 0x00283002, data: 0x00283006 }, signed) : null;
}

function readPalette(dataset: Dataset, signed: boolean): LookupTable[] | null {
  const tables = [0, 1, 2].map(colour =>
    readLookupTable(
      dataset,
      {
        descriptor: 0x00281101 + colour,
        data: 0x00281201 + colour,
        segmented: 0x00281221 + colour,
      },
      signed,
    ),
  );
  return tables.every(table => table !== null) ? tables : null;
}

function readIgnored(dataset: Dataset): DicomImage['ignored'] {
  const has = (tag: number) => dataset.elements.has(tag);
  const hasOverlay = dataset.elements.keys().some(isOverlay);
  return [
    ...(hasOverlay ? (['overlays'] as const) : []),
    ...(has(0x00283010) ? (['voi-table'] as const) : []),
    ...(has(0x00181600) ? (['shutter'] as const) : []),
    ...(has(0x00880200) ? (['icon'] as const) : []),
  ];
}

/** Groups 6000 to 601E, the even ones. */
function isOverlay(tag: number): boolean {
  const group = Math.floor(tag / 0x10000);
  return group >= 0x6000 && group <= 0x601e && group % 2 === 0;
}
