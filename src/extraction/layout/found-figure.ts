import type { Box } from '../../contracts/document/index.ts';

export type FoundFigure = {
  box: Box;
  kind: 'raster' | 'vector';
  /** Pixels of its pictures to a point. */
  density: number;
  /** Its picture was too large to be drawn. */
  isRemoved: boolean;
};
