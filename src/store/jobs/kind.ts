import type { z } from 'zod';
import type { DataClass } from '../../contracts/data-class.ts';

/** A kind of thing, and the shape of its data. */
export type Kind<Schema extends z.ZodType = z.ZodType> = { name: string; schema: Schema };

export type DataOf<K extends Kind> = z.output<K['schema']>;

export type { DataClass };

/** A thing as a stage gets it. */
export type Thing<K extends Kind = Kind> = {
  id: string;
  kind: string;
  class: DataClass;
  data: DataOf<K>;
  blobs: string[];
};
