import { z } from 'zod';
import { pictureFactsSchema, type StoredPicture } from '../readers/stored-picture.ts';
import { summariseValues, valueSummarySchema } from './summarise-values.ts';

/** What `inspect` says of a file. */
export const pictureDescriptionSchema = pictureFactsSchema.omit({ volumes: true }).extend({
  /** Of a DICOM file its pictures, of others their volumes. */
  frames: z.int().min(1),
  values: valueSummarySchema,
});
export type PictureDescription = z.output<typeof pictureDescriptionSchema>;

export function describePicture(picture: StoredPicture): PictureDescription {
  const { values, volumes, ...facts } = picture;
  const frames = facts.format === 'dicom' ? facts.size[2] : volumes;
  return { ...facts, frames, values: summariseValues(values) };
}
