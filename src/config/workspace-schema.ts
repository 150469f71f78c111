import { z } from 'zod';
import { modelSchema } from './model-schema.ts';
import { roleNameSchema } from './role-names.ts';
import { environmentVariable, settingName, webAddress } from './value-schemas.ts';

const databaseUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address such as postgres://user@host:5432/name',
  })
  .refine(url => {
    const { password, searchParams } = URL.parse(url) ?? {};
    return !password && !searchParams?.has('password');
  }, 'must hold no password: use DATABASE_URL or PGPASSWORD');

const database = z.union(
  [z.literal('embedded'), z.strictObject({ url: databaseUrl })],
  'embedded, or url: postgres://user@host:5432/name',
);

const s3 = z.strictObject({
  bucket: z
    .string()
    .regex(/^[a-z0-9][\w.-]{1,61}[a-z0-9]$/i, 'must be 3 to 63 letters, digits, dots and dashes'),
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/i, 'must be a region such as us-east-1')
    .default('us-east-1'),
  endpoint: webAddress.optional(),
  prefix: z
    .string()
    .regex(
      /^([^/].*\/)?$/,
      'must be a folder such as spine/, with a slash at its end and none before it',
    )
    .default(''),
  pathStyle: z.boolean().default(false),
});

const blobs = z.union(
  [z.strictObject({ folder: z.string().min(1) }), z.strictObject({ s3 })],
  'folder: PATH, or s3: { bucket: NAME }; one of them',
);

const modelName = settingName.refine(
  each => each !== 'offline',
  'is taken: offline is the engine that comes along',
);

/** Which model plays each role: `draft: my-model`. With several, the next is asked where one
 *  gave up; each stands under the egress policy by itself. */
const roles = z.partialRecord(
  roleNameSchema,
  z.union([settingName, z.array(settingName).min(1)], 'the name of a model, or a list of them'),
);

/** The widest ranges that are anybody's own are 10.0.0.0/8 and fc00::/7. */
function isOfAHouse(network: string): boolean {
  const [address = '', prefix] = network.split('/');
  return prefix === undefined || Number(prefix) >= (address.includes(':') ? 7 : 8);
}

const egress = z.strictObject({
  /** Addresses that count as inside the house: `10.20.0.0/16`, `192.168.4.7`. Loopback always does. */
  onsite: z
    .array(
      z
        .union(
          [z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()],
          'an address such as 192.168.4.7, or a network such as 10.20.0.0/16',
        )
        .refine(isOfAHouse, 'is wider than any house: name its own networks'),
    )
    .default([]),
  /** The named exceptions to "clinical data goes to an onsite model only". */
  exceptions: z
    .array(
      z.strictObject({
        model: settingName,
        reason: z.string().min(10),
        approvedBy: z.string().min(1),
      }),
    )
    .default([]),
});

const server = z.strictObject({
  host: z.string().default('127.0.0.1'),
  port: z.int().min(0).max(65535).default(4411),
  publicUrl: webAddress.optional(),
  oidc: z
    .strictObject({
      issuer: webAddress,
      clientId: z.string().min(1),
      clientSecretEnv: environmentVariable,
    })
    .optional(),
});

/** `spinemed.yaml`. Strict everywhere: a misspelt key is an error, not a silent default. */
export const workspaceSchema = z
  .strictObject({
    name: z.string().min(1),
    recipe: z.string().min(1).default('corpus'),
    database: database.default('embedded'),
    blobs: blobs.default({ folder: 'blobs' }),
    models: z.record(modelName, modelSchema).default({}),
    roles: roles.default({}),
    egress: egress.default({ onsite: [], exceptions: [] }),
    spendCapUsd: z.number().min(0).optional(),
    privacy: z
      .strictObject({ secretEnv: environmentVariable })
      .default({ secretEnv: 'SPINEMED_PRIVACY_SECRET' }),
    server: server.default({ host: '127.0.0.1', port: 4411 }),
  })
  .superRefine((workspace, context) => {
    const known = new Set([...Object.keys(workspace.models), 'offline']);
    for (const [role, targets] of Object.entries(workspace.roles)) {
      if ([targets].flat().every(target => known.has(target))) continue;
      context.addIssue({
        code: 'custom',
        path: ['roles', role],
        message: `names no model; allowed: ${[...known].join(', ')}`,
      });
    }
    workspace.egress.exceptions.forEach((exception, index) => {
      if (known.has(exception.model)) return;
      context.addIssue({
        code: 'custom',
        path: ['egress', 'exceptions', index, 'model'],
        message: `names no model; allowed: ${[...known].join(', ')}`,
      });
    });
  });

export type WorkspaceFile = z.output<typeof workspaceSchema>;
