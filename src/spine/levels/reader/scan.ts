/**
 * A text under reading. Small readers take a place in it, return what stands there and leave in `end`
 * where it stops: a result object for each would cost more than the reading.
 */
export type Scan = { readonly text: string; end: number };

/** Readers of levels also leave in `traits` how the level was written. */
export type AtomScan = Scan & { traits: number };
