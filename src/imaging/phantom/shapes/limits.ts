import type { Vertebra } from '../truth/spine.ts';

/** Where in a vertebra's frame its parts begin. */
export type Limits = {
  /** Half the body's width and depth. */
  halfWidth: number;
  back: number;
  /** Half the canal's width; its depth. */
  canal: number;
  depth: number;
  height: number;
  /** 1 in a man of middle size. */
  unit: number;
};

export function limitsOf(
  vertebra: Vertebra,
  canal: { sagittalMm: number; transverseMm: number },
  unit: number,
): Limits {
  return {
    halfWidth: vertebra.widthMm / 2,
    back: vertebra.depthMm / 2,
    canal: canal.transverseMm / 2,
    depth: canal.sagittalMm,
    height: (vertebra.heightMm.anterior + vertebra.heightMm.posterior) / 2,
    unit,
  };
}
