import type { Command } from 'commander';

type Register = (program: Command) => void;

/** Every command, in the order in which `--help` shows them. Each file is loaded when its command
 *  is called: together they take three times as long to start as one. */
export const commands: { readonly [name: string]: () => Promise<Register> } = {
  start: async () => (await import('./start.ts')).start,
  init: async () => (await import('./init.ts')).init,
  up: async () => (await import('./up.ts')).up,
  worker: async () => (await import('./worker.ts')).worker,
  collect: async () => (await import('./collect.ts')).collect,
  build: async () => (await import('./build.ts')).build,
  status: async () => (await import('./status.ts')).status,
  verify: async () => (await import('./verify.ts')).verify,
  people: async () => (await import('./people.ts')).people,
  models: async () => (await import('./models.ts')).models,
  extract: async () => (await import('./extract.ts')).extract,
  bind: async () => (await import('./bind.ts')).bind,
  levels: async () => (await import('./levels.ts')).levels,
  inspect: async () => (await import('./inspect.ts')).inspect,
  slices: async () => (await import('./slices.ts')).slices,
  phantom: async () => (await import('./phantom.ts')).phantom,
  audit: async () => (await import('./audit.ts')).audit,
  bench: async () => (await import('./bench/index.ts')).bench,
  'bench-mm': async () => (await import('./bench-mm/index.ts')).benchMm,
  'simulate-model': async () => (await import('./simulate-model.ts')).simulateModel,
};
