import sharp from 'sharp';
import type { Volume } from '../volume/volume.ts';

export type PictureOptions = {
  format: 'png' | 'jpeg';
  /** Of the volume's slices. */
  slice?: number;
  /** So that a millimetre is as long across as down, however the voxels are. */
  square?: boolean;
};

/** One slice in eight bits, through the volume's own window. */
export async function encodePicture(volume: Volume, options: PictureOptions): Promise<Buffer> {
  const { format, slice = 0, square = false } = options;
  const [width, height] = volume.grid.size;
  const [across, down] = volume.grid.spacingMm;
  const raw = sharp(greysOf(volume, slice), { raw: { width, height, channels: 1 } });
  const sized =
    square && across !== down
      ? raw.resize({ width, height: Math.round((height * down) / across), fit: 'fill' })
      : raw;
  const grey = sized.toColourspace('b-w');
  return format === 'png'
    ? grey.png({ compressionLevel: 6 }).toBuffer()
    : grey.jpeg({ quality: 92 }).toBuffer();
}

function greysOf({ grid, values, rescale, window }: Volume, slice: number): Buffer {
  const area = grid.size[0] * grid.size[1];
  const { center, width } = window ?? { center: 128, width: 256 };
  const greys = Buffer.alloc(area);
  for (let index = 0; index < area; index++) {
    const value = values[slice * area + index]! * rescale.slope + rescale.intercept;
    const share = (value - (center - width / 2)) / width;
    greys[index] = Math.round(Math.min(1, Math.max(0, share)) * 255);
  }
  return greys;
}
