import { z } from 'zod';

/** What a model can be asked to be. A workspace says which model plays which role. */
export const roleNames = [
  'draft',
  'revise',
  'check-consistency',
  'classify',
  'extract-answer',
  'judge',
  'contestant',
  'consult',
  'rate-reasoning',
  'read-page',
  'embed-picture',
] as const;

export const roleNameSchema = z.enum(roleNames);
export type RoleName = z.output<typeof roleNameSchema>;
