import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';

const megabyte = 1024 * 1024;

export const settingsSchema = z.strictObject({
  /** In the service's own language: `spine AND OPEN_ACCESS:y`. */
  query: z.string().min(1),
  /** How many of the records found are looked at, those that are rejected among them. */
  limit: z.int().min(1).default(1000),
  pageSize: z.int().min(1).max(1000).default(100),
  /** Else SPINEMED_EUROPEPMC_URL, else the public service. */
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** A mail address for the people who run the service; else SPINEMED_CONTACT. */
  contact: z.string().max(200).optional(),
  requestsPerSecond: z.number().positive().max(50).default(2),
  /** Hosts besides the service's own to which it may send us on. */
  redirectHosts: z.array(z.string()).default([]),
  articleBytes: z
    .int()
    .positive()
    .default(64 * megabyte),
  archiveBytes: z
    .int()
    .positive()
    .default(1024 * megabyte),
  pictureBytes: z
    .int()
    .positive()
    .default(64 * megabyte),
  /** Without a byte for so long a request is given up. */
  idleMs: z.int().positive().default(60_000),
  requestMs: z
    .int()
    .positive()
    .default(15 * 60_000),
  /** The first pause after a failure; each further one doubles it, up to a minute. */
  backoffMs: z.int().min(0).default(1000),
});

export type Settings = z.output<typeof settingsSchema>;

const publicService = 'https://www.ebi.ac.uk/europepmc/webservices/rest/';

export function serviceAddress({ baseUrl }: Settings, environment = process.env): URL {
  const address = baseUrl ?? (environment.SPINEMED_EUROPEPMC_URL || publicService);
  const url = URL.parse(address.endsWith('/') ? address : `${address}/`);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new SpinemedError({
    code: 'europepmc-address',
    mender: 'user',
    message: 'the address of Europe PMC is none',
    place: 'SPINEMED_EUROPEPMC_URL',
    hint: 'Give an address such as https://host/europepmc/webservices/rest/.',
  });
}

/** Who we are, so that those who run the service can write instead of shutting us out. */
export function userAgent({ contact }: Settings, environment = process.env): string {
  const address = (contact ?? environment.SPINEMED_CONTACT ?? '').replace(/[^\x21-\x7e]/g, '');
  return address ? `SpineMed (${address})` : 'SpineMed';
}
