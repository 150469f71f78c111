import { SpinemedError } from '../../../errors/index.ts';
import type { Random } from './random.ts';

export type Latency =
  | { kind: 'fixed'; ms: number }
  | { kind: 'uniform'; fromMs: number; toMs: number }
  | { kind: 'lognormal'; medianMs: number; sigma: number };

/** `200`, `50-400`, or `lognormal:200:0.5` (median and sigma), in milliseconds. */
export function parseLatency(text: string): Latency {
  const trimmed = text.trim();
  const number = String.raw`(\d+(?:\.\d+)?)`;
  const match = (form: string) => {
    const found = new RegExp(`^${form}$`).exec(trimmed);
    return found?.slice(1).map(Number);
  };
  const fixed = match(number);
  if (fixed) return { kind: 'fixed', ms: fixed[0]! };
  const range = match(`${number}-${number}`);
  if (range && range[0]! <= range[1]!)
    return { kind: 'uniform', fromMs: range[0]!, toMs: range[1]! };
  const normal = match(`lognormal:${number}:${number}`);
  if (normal) return { kind: 'lognormal', medianMs: normal[0]!, sigma: normal[1]! };
  throw new SpinemedError({
    code: 'bad-latency',
    mender: 'user',
    message: 'the latency is not understood',
    place: '--latency',
    hint: 'Give milliseconds as 200, a range as 50-400, or lognormal:200:0.5 (median and sigma).',
  });
}

export function drawLatencyMs(latency: Latency, random: Random): number {
  if (latency.kind === 'fixed') return latency.ms;
  if (latency.kind === 'uniform')
    return latency.fromMs + random.next() * (latency.toMs - latency.fromMs);
  return latency.medianMs * Math.exp(latency.sigma * drawNormal(random));
}

/** Box and Muller's way. */
function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
