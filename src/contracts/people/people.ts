import { z } from 'zod';

export const roles = ['admin', 'clinician', 'researcher', 'viewer'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.output<typeof roleSchema>;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
});
export type Person = z.output<typeof personSchema>;

export const invitationSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u, 'no control characters'),
  email: z.email().max(254),
  role: roleSchema,
});

/** A link that signs its reader in once. */
export const linkSchema = z.object({ url: z.url(), expiresAt: z.string() });

export const passwordSchema = z.object({ password: z.string().min(12).max(128) });

export const auditEventSchema = z.object({
  id: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  /** Codes and numbers; never text from a case. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export const auditPageSchema = z.object({
  events: z.array(auditEventSchema),
  next: z.int().nullable(),
});
export type AuditPage = z.output<typeof auditPageSchema>;
