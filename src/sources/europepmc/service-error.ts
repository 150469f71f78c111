import { type Mender, SpinemedError } from '../../errors/index.ts';

const known = {
  'europepmc-unreachable': ['retry', 'Europe PMC does not answer'],
  'europepmc-busy': ['retry', 'Europe PMC is busy or out of order'],
  'europepmc-broken': ['retry', 'Europe PMC failed at this request'],
  'europepmc-answer': ['retry', 'Europe PMC answered with something else than was asked for'],
  'europepmc-slow': ['retry', 'Europe PMC took too long to answer'],
  'europepmc-incomplete': ['retry', 'Europe PMC gave fewer records than it says there are'],
  'europepmc-refused': ['user', 'Europe PMC refused the request'],
  'europepmc-redirect': ['user', 'Europe PMC sent us on to a host that is not allowed'],
  'europepmc-wait': ['user', 'Europe PMC asks us to come back much later'],
  'europepmc-down': ['user', 'Europe PMC failed again and again'],
} as const satisfies Record<string, readonly [Mender, string]>;

export type ServiceErrorCode = keyof typeof known;

const hint = 'Run it again later: it goes on where it stopped, and asks for nothing twice.';

/** What went wrong with the service, by the path that was asked for; never what it answered. */
export function serviceError(
  code: ServiceErrorCode,
  place: string,
  cause?: unknown,
): SpinemedError {
  const [mender, message] = known[code];
  return new SpinemedError({ code, mender, message, place, hint, cause });
}
