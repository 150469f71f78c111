import { SpinemedError } from '../../errors/index.ts';

export function benchmarkInvalid(
  message: string,
  { place, hint }: { place: string; hint: string },
): SpinemedError {
  return new SpinemedError({ code: 'benchmark-invalid', mender: 'user', message, place, hint });
}
