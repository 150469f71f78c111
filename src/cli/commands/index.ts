import type { Command } from 'commander';
import { audit } from './audit.ts';
import { bench } from './bench/index.ts';
import { bind } from './bind.ts';
import { build } from './build.ts';
import { collect } from './collect.ts';
import { extract } from './extract.ts';
import { init } from './init.ts';
import { levels } from './levels.ts';
import { models } from './models.ts';
import { people } from './people.ts';
import { simulateModel } from './simulate-model.ts';
import { slices } from './slices.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { up } from './up.ts';
import { verify } from './verify.ts';
import { worker } from './worker.ts';

/** Every command, in the order in which `--help` shows them. */
export const commands: Array<(program: Command) => void> = [
  start,
  init,
  up,
  worker,
  collect,
  build,
  status,
  verify,
  people,
  models,
  extract,
  bind,
  levels,
  slices,
  audit,
  bench,
  simulateModel,
];
