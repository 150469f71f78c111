import { configureGlobal } from 'fast-check';

// The same cases in every run, so that a red test is about the change at hand. Long sweeps, and
// whoever sets SPINEMED_SEED=random, look for new ones.
const long = process.env.SPINEMED_LONG_TESTS !== undefined;
const asked = process.env.SPINEMED_SEED;
if (!long && asked !== 'random') configureGlobal({ seed: Number(asked ?? 20251125) });
