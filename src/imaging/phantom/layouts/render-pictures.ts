import { writeFile } from 'node:fs/promises';
import { indexAtPoint } from '../../geometry/index.ts';
import type { Volume } from '../../volume/volume.ts';
import {
  encodeDicom,
  encodeMetaImage,
  encodeNiftiGz,
  encodePicture,
  type SeriesHeader,
} from '../../writers/index.ts';
import { drawAnatomy } from '../drawing/draw-anatomy.ts';
import { renderCt } from '../render/ct.ts';
import { axialGrid, ctGrid, radiographGrid, sagittalGrid } from '../render/fields-of-view.ts';
import { labelCanvas } from '../render/label-canvas.ts';
import { drawThick, middleSlices, renderMr } from '../render/mr.ts';
import { renderRadiograph } from '../render/radiograph.ts';
import type { Spine } from '../truth/spine.ts';
import type { CaseViews, DicomSeries, MaskValue, PlainView, SavePicture } from './layout.ts';

/** How a case is seen where its pictures are rendered. */
export function renderedViews(spine: Spine, resolutionMm: number): CaseViews {
  const sagittal = sagittalGrid(spine, resolutionMm);
  const plain = (view: 'AP' | 'lateral'): PlainView => {
    const grid = radiographGrid(spine, view, resolutionMm);
    return {
      size: [grid.size[0], grid.size[1]],
      toPixel: point => {
        const [column, row] = indexAtPoint(grid, point);
        return [column, row];
      },
    };
  };
  return {
    ct: ctGrid(spine, resolutionMm),
    t1: sagittal,
    t2: sagittal,
    axialT2: [axialGrid(spine, resolutionMm)],
    ap: plain('AP'),
    lateral: plain('lateral'),
  };
}

/** Renders what a layout asks for, each picture once. */
export function saveRendered(spine: Spine, resolutionMm: number): SavePicture {
  const canvas = once(() => drawAnatomy(spine, ctGrid(spine, resolutionMm)));
  const sagittal = once(() => drawThick(spine, sagittalGrid(spine, resolutionMm)));
  const axial = once(() => drawThick(spine, axialGrid(spine, resolutionMm)));
  const volumes = {
    ct: once(() => renderCt(spine, canvas())),
    t1: once(() => renderMr(spine, sagittal(), 'T1')),
    t2: once(() => renderMr(spine, sagittal(), 'T2')),
    axialT2: once(() => renderMr(spine, axial(), 'T2')),
    ap: once(() => renderRadiograph(spine, 'AP', resolutionMm)),
    lateral: once(() => renderRadiograph(spine, 'lateral', resolutionMm)),
  };
  const mask = (of: 'ct' | 't1' | 't2', value: MaskValue) =>
    maskOf(spine, volumes[of](), of === 'ct' ? canvas() : middleSlices(sagittal()), value);
  const dicom = (volume: Volume, series: DicomSeries, view?: SeriesHeader['view']) =>
    encodeDicom(volume, { ...series, ...personOf(spine), ...(view && { view }) });
  return {
    nifti: async (file, what) => writeFile(file, await encodeNiftiGz(volumes[what]())),
    niftiMask: async (file, of, value) => writeFile(file, await encodeNiftiGz(mask(of, value))),
    metaImage: async (file, what) => writeFile(file, await encodeMetaImage(volumes[what]())),
    metaImageMask: async (file, of, value) =>
      writeFile(file, await encodeMetaImage(mask(of, value))),
    dicomSeries: async (fileOf, what, series) => {
      for (const [slice, { bytes }] of (await dicom(volumes[what](), series)).entries())
        await writeFile(fileOf(slice), bytes);
    },
    dicomPicture: async (file, what, series) => {
      const view = what === 'ap' ? 'AP' : 'LATERAL';
      const [picture] = await dicom(volumes[what](), series, view);
      await writeFile(file, picture!.bytes);
    },
    plain: async (file, what) => {
      const format = /\.png$/i.test(file) ? 'png' : 'jpeg';
      await writeFile(file, await encodePicture(volumes[what](), { format }));
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function maskOf(
  spine: Spine,
  { grid }: Volume,
  drawn: Parameters<typeof labelCanvas>[1],
  value: MaskValue,
): Pick<Volume, 'grid' | 'values' | 'rescale'> {
  const discs = new Map(spine.discs.map(({ name, levels }) => [name, levels] as const));
  const values = labelCanvas(spine, drawn, what => {
    if (what.kind !== 'disc') return value(what);
    const levels = discs.get(what.name);
    return levels ? value({ kind: 'disc', levels }) : 0;
  });
  return { grid, values, rescale: { slope: 1, intercept: 0 } };
}

const bodyParts = { cervical: 'CSPINE', lumbar: 'LSPINE', whole: 'SPINE' } as const;

function personOf({ sex, ageYears, region }: Spine) {
  return { sex, ageYears, bodyPart: bodyParts[region] };
}
