import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialProbability } from '../distributions/binomial.ts';
import { expectedDiscordance, pairedGap, pairedItems, pairedPower } from './paired-power.ts';

const gaps = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map(([a, b]) => ({ gap: Math.min(a, b) / 100, discordance: Math.max(a, b) / 100 }));

describe('pairedItems', () => {
  it('gives the numbers published for the formula of Connor (1987), p. 209', () => {
    // HyLown's calculator of that formula: 0.45 against 0.05 discordant, power 0.8
    expect(pairedItems({ gap: 0.4, discordance: 0.5 })).toMatchObject({ items: 23 });
    expect(pairedItems({ gap: 0.15, discordance: 0.45 })).toMatchObject({ items: 155 });
  });

  it('asks for just enough items', () => {
    fc.assert(
      fc.property(gaps, paired => {
        const result = pairedItems(paired);
        if (!result.defined) throw new Error(result.reason);
        const { items } = result;
        expect(pairedPower({ ...paired, items })).toBeGreaterThanOrEqual(0.8 - 1e-9);
        if (items > 1) expect(pairedPower({ ...paired, items: items - 1 })).toBeLessThan(0.8);
        expect(pairedItems({ ...paired, gap: -paired.gap })).toEqual(result);
      }),
    );
  });

  it('asks for fewer items the more the models fail together', () => {
    const itemsAt = (discordance: number) => {
      const result = pairedItems({ gap: 0.05, discordance });
      return result.defined ? result.items : Number.NaN;
    };
    expect(itemsAt(0.1)).toBeLessThan(itemsAt(0.2));
    expect(itemsAt(0.2)).toBeLessThan(itemsAt(0.4));
  });

  it('says so where there is no gap to find', () => {
    expect(pairedItems({ gap: 0, discordance: 0.2 })).toEqual({ defined: false, reason: 'no-gap' });
  });

  it('takes a gap that exceeds the discordance by rounding only', () => {
    expect(pairedItems({ gap: 0.8 - 0.7, discordance: 0.1 })).toMatchObject({ defined: true });
    expect(() => pairedItems({ gap: 0.3, discordance: 0.2 })).toThrow(RangeError);
  });
});

describe('pairedPower', () => {
  it('comes close to counting every outcome of McNemar’s test without correction', () => {
    const [items, gap, discordance] = [155, 0.15, 0.45];
    let power = 0;
    for (let discordant = 1; discordant <= items; discordant++) {
      const chance = binomialProbability(discordant, items, discordance);
      for (let x = 0; x <= discordant; x++) {
        const z = Math.abs(2 * x - discordant) / Math.sqrt(discordant);
        if (z < 1.959964) continue;
        power += chance * binomialProbability(x, discordant, (gap / discordance + 1) / 2);
      }
    }
    expect(Math.abs(pairedPower({ gap, discordance, items }) - power)).toBeLessThan(0.015);
  });

  it('knows no chance where every item decides for the same model', () => {
    expect(pairedPower({ gap: 1, discordance: 1, items: 10 })).toBe(1);
    expect(pairedPower({ gap: 1, discordance: 1, items: 2 })).toBe(0);
  });
});

describe('pairedGap', () => {
  it('finds the gap back that a number of items was computed for', () => {
    const result = pairedGap({ items: 155, discordance: 0.45 });
    expect(result.defined && result.gap).toBeCloseTo(0.15, 3);
  });

  it('says so where not even the whole discordance would be found', () => {
    expect(pairedGap({ items: 20, discordance: 0.1 })).toEqual({
      defined: false,
      reason: 'out-of-reach',
    });
    expect(pairedGap({ items: 100, discordance: 0 })).toEqual({
      defined: false,
      reason: 'out-of-reach',
    });
  });
});

describe('expectedDiscordance', () => {
  it('is what independent errors give, and less the more they coincide', () => {
    expect(expectedDiscordance(0.8, 0.7)).toBeCloseTo(0.38, 12);
    expect(expectedDiscordance(0.8, 0.7, 0.5)).toBeLessThan(0.38);
  });

  it('never leaves what the two accuracies allow', () => {
    expect(expectedDiscordance(0.9, 0.6, 1)).toBeCloseTo(0.3, 12);
    expect(expectedDiscordance(0.9, 0.8, -1)).toBeCloseTo(0.3, 12);
    expect(expectedDiscordance(0.5, 0.5, 1)).toBe(0);
    expect(expectedDiscordance(1, 1)).toBe(0);
  });

  it('refuses a correlation that is none', () => {
    expect(() => expectedDiscordance(0.5, 0.5, 1.2)).toThrow(RangeError);
  });
});
