import { expect, test } from 'vitest';
import { bindPictures } from './bind-pictures.ts';

test('an entry of the references is no neighbour of a picture', () => {
  const [binding] = bindPictures(
    [
      'The cage has sunk by three millimetres within a year.',
      '![](a)',
      'Figure 1. The cage.',
      '[1] Ho B. What becomes of cages that were left alone. Spine. 2001;3:1.',
    ].join('\n\n'),
    'test',
  );
  expect(binding!.context.map(({ relation, rule }) => [relation, rule])).toEqual([
    ['adjacent', 'before'],
  ]);
});
