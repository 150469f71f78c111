/**
 * Pearson's product-moment coefficient of two columns of one length; null where either is constant.
 * Each column is scaled by its largest deviation first, so that neither tiny nor huge units lose it.
 */
export function productMoment(x: readonly number[], y: readonly number[]): number | null {
  const u = scaledDeviations(x);
  const v = scaledDeviations(y);
  if (u === null || v === null) return null;
  let [uu, uv, vv] = [0, 0, 0];
  for (let i = 0; i < u.length; i++) {
    uu += u[i]! * u[i]!;
    uv += u[i]! * v[i]!;
    vv += v[i]! * v[i]!;
  }
  const value = uv / Math.sqrt(uu * vv);
  // An exact line must come out as exactly ±1: its interval depends on it.
  return 1 - Math.abs(value) < 1e-14 ? Math.sign(value) : value;
}

function scaledDeviations(values: readonly number[]): number[] | null {
  const first = values[0];
  if (values.every(value => value === first)) return null;
  // Taken from the first value before averaging, so that a large common offset costs no digits.
  const offsets = values.map(value => value - first!);
  const centre = offsets.reduce((total, offset) => total + offset, 0) / offsets.length;
  const deviations = offsets.map(offset => offset - centre);
  const largest = deviations.reduce((most, deviation) => Math.max(most, Math.abs(deviation)), 0);
  return deviations.map(deviation => deviation / largest);
}
