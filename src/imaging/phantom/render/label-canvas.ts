import type { Level } from '../../../spine/index.ts';
import { type Canvas, strangers, tissue } from '../drawing/canvas.ts';
import type { Spine } from '../truth/spine.ts';

export type Labelled =
  | { kind: 'vertebra'; level: Level }
  | { kind: 'disc'; name: string }
  | { kind: 'canal' };

/** A mask of what was drawn: `code` says which number each thing gets, 0 for none. The sacrum is
 *  S1. The canal is its sac and all that is in it. */
export function labelCanvas(
  spine: Spine,
  { boneMm, owner, tissue: drawn, disc }: Pick<Canvas, 'boneMm' | 'owner' | 'tissue' | 'disc'>,
  code: (what: Labelled) => number,
): Uint8Array {
  const bones = new Uint8Array(256);
  spine.vertebrae.forEach(({ level }, at) => {
    bones[at + 1] = code({ kind: 'vertebra', level });
  });
  bones[strangers.sacrum] = code({ kind: 'vertebra', level: 'S1' });
  const discs = [0, ...spine.discs.map(({ name }) => code({ kind: 'disc', name }))];
  const canal = code({ kind: 'canal' });
  const labels = new Uint8Array(boneMm.length);
  for (let index = 0; index < labels.length; index++) {
    const what = drawn[index]!;
    if (boneMm[index]! <= 0) labels[index] = bones[owner[index]!]!;
    else if (what === tissue.disc) labels[index] = discs[disc[index]!]!;
    else if (what === tissue.fluid || what === tissue.cord || what === tissue.nerve) {
      labels[index] = canal;
    }
  }
  return labels;
}
