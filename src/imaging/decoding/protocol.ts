import { z } from 'zod';

export type FitSize = {
  width: number;
  height: number;
  fit: 'inside' | 'contain' | 'cover' | 'fill';
};

export type DecodeRequest = {
  bytes: Uint8Array;
  maxPixels: number;
  size: FitSize | undefined;
};

export const pictureSchema = z
  .object({
    width: z.int().min(1),
    height: z.int().min(1),
    channels: z.union([z.literal(1), z.literal(3)]),
    pixels: z.custom<Uint8Array>(value => value instanceof Uint8Array),
  })
  .refine(({ width, height, channels, pixels }) => pixels.length === width * height * channels);

/** What the process may say. It has read a stranger's file, and is not believed further. */
export const decoderNewsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('decoded'), picture: pictureSchema }),
  z.object({ type: z.literal('unreadable') }),
  z.object({ type: z.literal('memory'), residentMiB: z.number() }),
]);

export type PixelPicture = z.output<typeof pictureSchema>;
export type DecoderNews = z.output<typeof decoderNewsSchema>;
