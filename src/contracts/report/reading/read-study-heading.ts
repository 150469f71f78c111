import { mentionedModalities } from '../../../spine/mentioned-modalities.ts';
import { findModality, imagingModalityIds } from '../../../spine/modalities.ts';
import { stripHeading } from '../labels/fold-label.ts';
import { readLabels } from '../labels/read-labels.ts';
import type { ImagingStudy } from '../schema.ts';
import { plainOf } from './content.ts';

export type StudyName = { modality?: ImagingStudy['modality']; study: string | null };

/**
 * A study as headings and cells name it. `MRI: sagittal T2` says both; `Lumbar MRI` is kept whole as
 * the study's name. A modality is stated only where exactly one is named.
 */
export function readStudyHeading(raw: string): StudyName {
  for (const { label, rest } of readLabels(raw)) {
    const modality = imagingModality(label);
    if (modality !== null && rest !== '')
      return { modality, study: plainOf(trimColon(rest)) ?? null };
  }
  const bare = stripHeading(raw);
  const modality = imagingModality(bare);
  if (modality !== null) return { modality, study: null };
  const study = plainOf(bare) ?? null;
  const [mentioned, ...others] = mentionedModalities(bare);
  return mentioned === undefined || others.length > 0 ? { study } : { modality: mentioned, study };
}

export function isSameStudy(a: StudyName, b: StudyName): boolean {
  return a.modality === b.modality && a.study === b.study;
}

function imagingModality(raw: string): ImagingStudy['modality'] | null {
  const id = findModality(stripHeading(raw))?.id;
  return imagingModalityIds.find(each => each === id) ?? null;
}

function trimColon(raw: string): string {
  return raw.replace(/[:：]([*_]{0,3})$/, '$1');
}
