import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../../../config/index.ts';
import { LEVELS } from '../../../spine/index.ts';
import { indexAtPoint } from '../../geometry/index.ts';
import type { Volume } from '../../volume/volume.ts';
import { encodeDicom, encodeMetaImage, encodeNiftiGz, encodePicture } from '../../writers/index.ts';
import { drawAnatomy } from '../drawing/draw-anatomy.ts';
import { renderCt } from '../render/ct.ts';
import { axialGrid, ctGrid, sagittalGrid } from '../render/fields-of-view.ts';
import { type Labelled, labelCanvas } from '../render/label-canvas.ts';
import { drawThick, middleSlices, renderMr } from '../render/mr.ts';
import { renderRadiograph } from '../render/radiograph.ts';
import type { Spine } from '../truth/spine.ts';
import type { CaseJob } from './case-job.ts';
import { contactSheet } from './contact-sheet.ts';
import { caseFolder } from './made-case.ts';

const bodyParts = { cervical: 'CSPINE', lumbar: 'LSPINE', whole: 'SPINE' } as const;

/** Every picture of a case in every format, its masks, and where things are on the plain ones. */
export async function writeWholeCase(spine: Spine, job: CaseJob): Promise<void> {
  const folder = caseFolder(job);
  const { resolutionMm } = job;
  makeFolder(folder, 0o755);
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(path.join(folder, name), content);
  const person = {
    patientId: spine.id,
    sex: spine.sex,
    ageYears: spine.ageYears,
    bodyPart: bodyParts[spine.region],
  };
  const writeVolume = async (
    name: string,
    volume: Volume,
    seriesNumber: number,
    description: string,
  ) => {
    makeFolder(path.join(folder, name), 0o755);
    const series = await encodeDicom(volume, { ...person, seriesNumber, description });
    for (const { name: file, bytes } of series) write(path.join(name, file), bytes);
    write(`${name}.nii.gz`, await encodeNiftiGz(volume));
    write(`${name}.mha`, await encodeMetaImage(volume));
  };
  const writeMask = async (
    name: string,
    volume: Volume,
    drawn: Parameters<typeof labelCanvas>[1],
  ) => {
    const mask = { ...volume, values: labelCanvas(spine, drawn, maskCode) };
    write(`${name}-mask.nii.gz`, await encodeNiftiGz(mask));
    write(`${name}-mask.mha`, await encodeMetaImage(mask));
  };
  const canvas = drawAnatomy(spine, ctGrid(spine, resolutionMm));
  const ct = renderCt(spine, canvas);
  await writeVolume('ct', ct, 1, 'CT');
  await writeMask('ct', ct, canvas);
  const thick = drawThick(spine, sagittalGrid(spine, resolutionMm));
  const [t1, t2] = [renderMr(spine, thick, 'T1'), renderMr(spine, thick, 'T2')];
  await writeVolume('t1', t1, 2, 'Sagittal T1');
  await writeVolume('t2', t2, 3, 'Sagittal T2');
  await writeMask('mr', t2, middleSlices(thick));
  const axial = renderMr(spine, drawThick(spine, axialGrid(spine, resolutionMm)), 'T2');
  await writeVolume('t2-axial', axial, 4, 'Axial T2');
  const ap = renderRadiograph(spine, 'AP', resolutionMm);
  const lateral = renderRadiograph(spine, 'lateral', resolutionMm);
  for (const [at, [name, volume]] of Object.entries({ ap, lateral }).entries()) {
    const view = name === 'ap' ? ('AP' as const) : ('LATERAL' as const);
    const [file] = await encodeDicom(volume, {
      ...person,
      view,
      seriesNumber: 5 + at,
      description: name,
    });
    write(`${name}.dcm`, file!.bytes);
    write(`${name}.png`, await encodePicture(volume, { format: 'png' }));
    write(`${name}.json`, `${JSON.stringify(placesOn(spine, volume), null, 1)}\n`);
  }
  write('mask-labels.json', `${JSON.stringify(maskLabels(spine), null, 1)}\n`);
  write('overview.png', await contactSheet(spine, { ct, t1, t2, ap, lateral }));
}

const canalCode = 200;

/** Vertebrae by their place from the head, 1 for the atlas; a disc 100 more than the vertebra
 *  above it; the canal 200. */
function maskCode(what: Labelled): number {
  if (what.kind === 'canal') return canalCode;
  if (what.kind === 'vertebra') return LEVELS.indexOf(what.level) + 1;
  return 101 + LEVELS.findIndex(level => what.name.startsWith(`${level}/`));
}

function maskLabels({ vertebrae, discs }: Spine): Record<number, string> {
  const labels: Record<number, string> = { [canalCode]: 'canal' };
  for (const { level } of vertebrae) labels[maskCode({ kind: 'vertebra', level })] = level;
  for (const { name } of discs) labels[maskCode({ kind: 'disc', name })] = name;
  return labels;
}

/** Columns and rows of what can be measured on a radiograph. */
function placesOn({ vertebrae, discs, shown }: Spine, { grid }: Volume) {
  const pixel = (point: readonly [number, number, number]) =>
    indexAtPoint(grid, point)
      .slice(0, 2)
      .map(value => Math.round(value * 10) / 10);
  const pixels = (corners: Record<string, readonly [number, number, number]>) =>
    Object.fromEntries(Object.entries(corners).map(([name, point]) => [name, pixel(point)]));
  return {
    spacingMm: grid.spacingMm.slice(0, 2),
    vertebrae: vertebrae
      .filter(({ level }) => shown.includes(level))
      .map(({ level, centreMm, sagittal, coronal }) => ({
        ...{ level, centre: pixel(centreMm), sagittal: pixels(sagittal), coronal: pixels(coronal) },
      })),
    discs: discs
      .filter(({ levels }) => levels.every(level => shown.includes(level)))
      .map(({ name, centreMm, posteriorMarginMm }) => ({
        ...{ name, centre: pixel(centreMm), posteriorMargin: pixel(posteriorMarginMm) },
      })),
  };
}
