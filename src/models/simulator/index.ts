export { notationNames } from './answers/notations.ts';
export { defaultMix, type FaultName, faultNames } from './chance/faults.ts';
export type { LedgerEntry, LedgerTotals, LedgerView, Outcome } from './ledger/entry.ts';
export type { SimulatorSettings } from './settings.ts';
export { type Simulator, startSimulator } from './start-simulator.ts';
