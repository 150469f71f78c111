import { writeFile } from 'node:fs/promises';
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import type { Grid } from '../../../../contracts/imaging/index.ts';
import { add, scale } from '../../../geometry/index.ts';
import type { CaseViews, DicomSeries, SavePicture } from '../layout.ts';
import { dicomOf } from './dicom-of.ts';

/** Files of the right format, size and place with nothing in them: for tests of what stands beside
 *  pictures. */
export function saveBlank(views: CaseViews): SavePicture {
  const slices = async (
    fileOf: (slice: number) => string,
    grids: readonly Grid[],
    series: DicomSeries,
  ) => {
    let slice = 0;
    for (const grid of grids)
      for (let at = 0; at < grid.size[2]; at++, slice++) {
        const originMm = add(grid.originMm, scale(grid.directions[2], at * grid.spacingMm[2]));
        const bytes = dicomOf({ ...placeOf(grid), originMm }, series, slice);
        await writeFile(fileOf(slice), bytes);
      }
  };
  return {
    nifti: (file, what) => writeFile(file, niftiOf(views[what])),
    niftiMask: (file, of) => writeFile(file, niftiOf(views[of])),
    metaImage: (file, what) => writeFile(file, metaImageOf(views[what])),
    metaImageMask: (file, of) => writeFile(file, metaImageOf(views[of])),
    dicomSeries: (fileOf, what, series) => {
      const grids = what === 'axialT2' ? views.axialT2 : [views[what]];
      return slices(fileOf, grids, series);
    },
    dicomPicture: (file, what, series) => {
      const [columns, rows] = views[what].size;
      return writeFile(file, dicomOf({ columns, rows }, series, 0));
    },
    plain: (file, what) => plain(file, views[what].size),
  };
}

function placeOf({ size, spacingMm, directions }: Grid) {
  return { columns: size[0], rows: size[1], spacingMm, directions };
}

async function plain(file: string, [width, height]: readonly [number, number]): Promise<void> {
  const blank = sharp({ create: { width, height, channels: 3, background: 'black' } });
  await (file.endsWith('.png') ? blank.png({ compressionLevel: 1 }) : blank.jpeg()).toFile(file);
}

/** RAS, as NIfTI has it. */
function niftiOf({ size, spacingMm, directions, originMm }: Grid): Buffer {
  const head = Buffer.alloc(352);
  head.writeInt32LE(348, 0);
  for (const [at, extent] of [3, ...size].entries()) head.writeInt16LE(extent, 40 + 2 * at);
  head.writeInt16LE(2, 70);
  head.writeInt16LE(8, 72);
  for (const [at, mm] of [1, ...spacingMm].entries()) head.writeFloatLE(mm, 76 + 4 * at);
  head.writeFloatLE(352, 108);
  head.writeUInt8(2, 123);
  head.writeInt16LE(1, 254);
  for (let row = 0; row < 3; row++) {
    const sign = row < 2 ? -1 : 1;
    const cells = [...directions.map((way, axis) => way[row]! * spacingMm[axis]!), originMm[row]!];
    for (const [at, cell] of cells.entries())
      head.writeFloatLE(sign * cell, 280 + 16 * row + 4 * at);
  }
  head.write('n+1\0', 344, 'latin1');
  const values = Buffer.alloc(size[0] * size[1] * size[2]);
  return gzipSync(Buffer.concat([head, values]), { level: 1 });
}

function metaImageOf({ size, spacingMm, directions, originMm }: Grid): Buffer {
  const values = deflateSync(Buffer.alloc(size[0] * size[1] * size[2]), { level: 1 });
  const head = [
    'ObjectType = Image',
    'NDims = 3',
    'BinaryData = True',
    'BinaryDataByteOrderMSB = False',
    'CompressedData = True',
    `CompressedDataSize = ${values.length}`,
    `TransformMatrix = ${directions.flat().join(' ')}`,
    `Offset = ${originMm.join(' ')}`,
    `ElementSpacing = ${spacingMm.join(' ')}`,
    `DimSize = ${size.join(' ')}`,
    'ElementType = MET_UCHAR',
    'ElementDataFile = LOCAL\n',
  ].join('\n');
  return Buffer.concat([Buffer.from(head), values]);
}
