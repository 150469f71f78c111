import { z } from 'zod';

/** Points (1/72 inch), from the upper left corner of the page as it is read. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const linesSchema = z.tuple([z.int().min(1), z.int().min(1)]);
const pageNumberSchema = z.int().min(1);

export const pageSchema = z.strictObject({
  number: pageNumberSchema,
  width: z.number().positive(),
  height: z.number().positive(),
  /** Where its words came from: the file's own text, or a reading of the picture. */
  read: z.enum(['text', 'ocr', 'blank']),
});

export const blockTypes = [
  'heading',
  'paragraph',
  'list-item',
  'table',
  'figure',
  'caption',
  'footnote',
  'formula',
  'quote',
  'reference',
] as const;

/** A piece of the text. Blocks stand in reading order. */
export const blockSchema = z.strictObject({
  type: z.enum(blockTypes),
  /** Of a heading 1-6; of a list item how deep it is nested, from 1. */
  level: z.int().min(1).max(6).nullable().default(null),
  /** Inline Markdown on one line; of a table its Markdown rows; of a figure its description. */
  text: z.string(),
  /** Of a list item `-` or a number such as `3.`. */
  marker: z.string().nullable().default(null),
  /** The figure that a figure block shows. */
  figure: z.string().nullable().default(null),
  page: pageNumberSchema.nullable().default(null),
  box: boxSchema.nullable().default(null),
  /** Its lines in document.md, both inclusive. */
  lines: linesSchema,
  /** What is not certain about it, for people. */
  note: z.string().nullable().default(null),
});

export const figureSchema = z.strictObject({
  id: z.string().min(1),
  /** Relative to the document's folder; null where its picture is not at hand. */
  file: z
    .string()
    .regex(/^figures\/[^/\\]+$/)
    .nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  page: pageNumberSchema.nullable().default(null),
  box: boxSchema.nullable().default(null),
  label: z.string().nullable(),
  caption: z.string().nullable(),
  /** A stored picture, a region drawn from the page, or a graphic that a file only names. */
  kind: z.enum(['raster', 'vector', 'graphic']),
  /** Wording inside the figure about whose it is, where there is any. */
  permission: z.string().nullable().default(null),
  /** What the source calls its picture: the href of a graphic. */
  href: z.string().nullable().default(null),
});

/** A place in the text that speaks of figures, kept beside the Markdown as evidence. */
export const citationSchema = z.strictObject({
  figures: z.array(z.string().min(1)).min(1),
  /** Index into blocks. */
  block: z.int().min(0),
  evidence: z.enum(['xref', 'range', 'link']),
});

export const documentRejectReasons = [
  'page-unreadable',
  'page-over-time',
  'page-over-memory',
  'page-over-limit',
  'page-without-text',
  'ocr-failed',
  'figure-unreadable',
  'figure-over-limit',
  'figure-missing',
  'caption-without-figure',
  'part-unreadable',
] as const;

export const documentRejectSchema = z.strictObject({
  page: pageNumberSchema.nullable(),
  /** A place inside a file that has no pages: a line, an element. */
  place: z.string().nullable(),
  reason: z.enum(documentRejectReasons),
});

export const documentSchema = z.strictObject({
  schema: z.literal('spinemed-document-1'),
  source: z.strictObject({
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(0),
    format: z.enum(['pdf', 'jats', 'picture', 'docx', 'markdown']),
  }),
  /** Name and version of what read it. */
  software: z.record(z.string(), z.string()),
  title: z.string().nullable(),
  language: z.enum(['en', 'zh']).nullable(),
  /** What the document itself says may be done with it. */
  licence: z
    .strictObject({ text: z.string().nullable(), href: z.string().nullable() })
    .nullable()
    .default(null),
  /** doi, pmcid, isbn … as the document gives them. */
  identifiers: z.record(z.string(), z.string()).default({}),
  pages: z.array(pageSchema).nullable(),
  blocks: z.array(blockSchema),
  figures: z.array(figureSchema),
  citations: z.array(citationSchema),
  rejects: z.array(documentRejectSchema),
  /** What was left out because it belongs to the pages and not to the text. */
  furniture: z
    .array(
      z.strictObject({
        page: pageNumberSchema,
        text: z.string(),
        kind: z.enum(['running-head', 'page-number']),
      }),
    )
    .optional(),
  /** pagesIn = pagesOut + pagesRejected. All are 0 where a format has no pages. */
  counts: z.strictObject({
    pagesIn: z.int().min(0),
    pagesOut: z.int().min(0),
    pagesRejected: z.int().min(0),
  }),
});

export type Box = z.output<typeof boxSchema>;
export type DocumentPage = z.output<typeof pageSchema>;
export type BlockType = (typeof blockTypes)[number];
export type Block = z.output<typeof blockSchema>;
export type DocumentFigure = z.output<typeof figureSchema>;
export type Citation = z.output<typeof citationSchema>;
export type DocumentReject = z.output<typeof documentRejectSchema>;
export type SpineDocument = z.output<typeof documentSchema>;

/** A block before it has its place in document.md; what it lacks is null. */
export type DraftBlock = Pick<Block, 'type' | 'text'> & Partial<Omit<Block, 'lines'>>;
export type DraftDocument = Omit<SpineDocument, 'blocks'> & { blocks: DraftBlock[] };
