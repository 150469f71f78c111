/** An answer in due form that is not what was asked for. */
const saidFaults = ['empty', 'refusal', 'wrong', 'malformed', 'cutoff'] as const;

/** Everything that the simulator can do wrong on purpose. */
export const faultNames = [
  // Told by the status of the answer.
  ...(['400', '401', '429', '500', '502', '503', '529'] as const),
  // Done to the connection.
  ...(['drop', 'truncate', 'trickle', 'hang', 'redirect'] as const),
  // 200, and a body that no client can use.
  ...(['garbage', 'halfjson', 'html'] as const),
  ...saidFaults,
] as const;

export type FaultName = (typeof faultNames)[number];

/** The share of requests that meet each fault. */
export type FaultShares = ReadonlyMap<FaultName, number>;

/** What a single number is spread over. Left out: what a client cannot mend by asking again
 *  (400, 401), what lasts until it gives up (hang), what needs an address (redirect), and what
 *  nobody can tell from an answer (wrong). */
export const defaultMix: readonly FaultName[] = [
  ...(['429', '500', '502', '503', '529'] as const),
  ...(['drop', 'truncate', 'trickle'] as const),
  ...(['garbage', 'halfjson', 'html'] as const),
  ...(['empty', 'refusal', 'malformed', 'cutoff'] as const),
];

/** Whether it lies in what is said, and not in how that comes across. */
export function isSaid(fault: FaultName | null): boolean {
  return (saidFaults as readonly (FaultName | null)[]).includes(fault);
}

export function isFaultName(name: string): name is FaultName {
  return (faultNames as readonly string[]).includes(name);
}
