import { expect, test } from 'vitest';
import { orderSteps, type StepRow } from './order-steps.ts';

function step(number: number, stage: string, flow: string, version = 1): StepRow {
  const [takes, makes = ''] = flow.split('>');
  return { step: number, stage, version, takes: takes || null, makes: makes.split(' ') };
}

const names = (rows: StepRow[]) =>
  orderSteps(rows).map(({ stage, version }) => `${stage} ${version}`);

test('steps follow the data, whichever was there first', () => {
  expect(
    names([
      step(1, 'collect-cases', '>case'),
      step(2, 'read-case', 'case>item'),
      step(3, 'gate', 'item>item'),
      step(4, 'bind', 'document>picture'),
      step(5, 'check', 'picture>checked'),
      step(6, 'read', 'file>document'),
      step(7, 'collect', '>file'),
    ]),
  ).toEqual([
    'collect-cases 1',
    'collect 1',
    'read-case 1',
    'read 1',
    'gate 1',
    'bind 1',
    'check 1',
  ]);
});

test('a newer version of a stage stands in for the older one, of a collector beside it', () => {
  const rows = [
    step(1, 'collect', '>file'),
    step(2, 'read', 'file>document'),
    step(3, 'collect', '>file', 2),
    step(4, 'read', 'file>document', 2),
  ];
  expect(names(rows)).toEqual(['collect 1', 'collect 2', 'read 2']);
});
