import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { notDefined, type Outcome } from '../outcome.ts';
import {
  requireCount,
  requireFinite,
  requireOpenProportion,
  requireProportion,
} from '../preconditions.ts';
import { smallestGap } from './smallest-gap.ts';
import type { Design } from './unpaired-power.ts';

/*
 * Planning a comparison of two models on the same items (Connor 1987, for McNemar's test without
 * correction, two-sided). What counts is the discordance, the share of items on which exactly one of
 * the two is right: the gap cannot exceed it, and the lower it is, the fewer items do. Normal
 * approximation: trust it from about ten expected discordant items. Items are taken as independent;
 * with clusters multiply by the design effect, which is the squared ratio of the standard errors that
 * `pairedBootstrap` gives with and without them.
 */

export interface PairedGap {
  /** The difference between the two accuracies, in proportions. */
  readonly gap: number;
  readonly discordance: number;
}

/** How many items it takes to tell the gap. A gap of 0: 'no-gap'. */
export function pairedItems(
  paired: PairedGap,
  { alpha = 0.05, power = 0.8 }: Design = {},
): Outcome<{ items: number }> {
  const { gap, ifEqual, asGiven } = spreads(paired);
  requireOpenProportion(alpha, 'alpha');
  requireOpenProportion(power, 'power');
  if (gap === 0) return notDefined('no-gap');
  const reach = normalQuantile(power) * asGiven - normalQuantile(alpha / 2) * ifEqual;
  const items = (Math.max(0, reach) / gap) ** 2;
  return { defined: true, items: Math.max(1, Math.ceil(items - 1e-9)) };
}

/** The chance to tell the gap with so many items. */
export function pairedPower(paired: PairedGap & { readonly items: number }, alpha = 0.05): number {
  const { gap, ifEqual, asGiven } = spreads(paired);
  requireCount(paired.items, 'items');
  requireOpenProportion(alpha, 'alpha');
  const beyond = gap * Math.sqrt(paired.items) + normalQuantile(alpha / 2) * ifEqual;
  if (asGiven === 0) return beyond > 0 ? 1 : 0;
  return normalCdf(beyond / asGiven);
}

/** The smallest gap that so many items tell at this discordance; 'out-of-reach' if none does. */
export function pairedGap(
  { items, discordance }: { readonly items: number; readonly discordance: number },
  { alpha = 0.05, power = 0.8 }: Design = {},
): Outcome<{ gap: number }> {
  requireProportion(discordance, 'discordance');
  requireOpenProportion(power, 'power');
  const powerOf = (gap: number) => pairedPower({ gap, discordance, items }, alpha);
  const gap = smallestGap(power, powerOf, discordance);
  return gap === null ? notDefined('out-of-reach') : { defined: true, gap };
}

/**
 * The discordance to expect from two accuracies and the correlation between being right (0: the models
 * fail on unrelated items; models of one kind often reach 0.3 to 0.6). Held to what the two accuracies
 * allow.
 */
export function expectedDiscordance(first: number, second: number, correlation = 0): number {
  requireProportion(first, 'first');
  requireProportion(second, 'second');
  if (!(correlation >= -1 && correlation <= 1)) {
    throw new RangeError(`correlation is not within -1 to 1: ${correlation}`);
  }
  const shared = correlation * Math.sqrt(first * (1 - first) * second * (1 - second));
  const expected = first * (1 - second) + second * (1 - first) - 2 * shared;
  const least = Math.abs(first - second);
  const most = Math.min(first + second, 2 - first - second);
  return Math.min(Math.max(expected, least), most);
}

function spreads({ gap, discordance }: PairedGap) {
  requireFinite([gap], 'gap');
  requireProportion(discordance, 'discordance');
  const size = Math.abs(gap);
  // Accuracies subtracted in floating point may exceed by a last digit.
  if (size > discordance + 1e-9) {
    throw new RangeError(`gap ${size} exceeds discordance ${discordance}`);
  }
  return {
    gap: size,
    ifEqual: Math.sqrt(discordance),
    asGiven: Math.sqrt(Math.max(0, discordance - size * size)),
  };
}
