import { expect, test } from 'vitest';
import type { Spine, Vertebra } from '../truth/spine.ts';
import { makeSpine } from './make-spine.ts';

const spines = [1, 2, 3].flatMap(seed =>
  (['F', 'M'] as const).map(sex => makeSpine(seed, { region: 'whole', healthy: true, sex })),
);

const height = ({ heightMm }: Vertebra) => (heightMm.anterior + heightMm.posterior) / 2;

/** Of each body in a part of the spine: how deep it is, and how high the disc below, against its
 *  own height. */
function sharesOf({ vertebrae, discs }: Spine, letter: string) {
  return discs
    .filter(({ name }) => name.startsWith(letter) && name !== 'C2/C3')
    .map(({ levels, heightMm }) => {
      const body = vertebrae.find(({ level }) => level === levels[0])!;
      return { depth: body.depthMm / height(body), disc: heightMm.middle / height(body) };
    });
}

test.each([
  ['C', [1.15, 1.4], [0.24, 0.36]],
  ['T', [1, 1.4], [0.13, 0.24]],
  ['L', [1.15, 1.35], [0.2, 0.36]],
] as const)('sound bodies of %s are deeper than high, and discs low', (letter, depths, discs) => {
  for (const spine of spines) {
    for (const { depth, disc } of sharesOf(spine, letter)) {
      expect(depth).toBeGreaterThan(depths[0]);
      expect(depth).toBeLessThan(depths[1]);
      expect(disc).toBeGreaterThan(discs[0]);
      expect(disc).toBeLessThan(discs[1]);
    }
  }
});
