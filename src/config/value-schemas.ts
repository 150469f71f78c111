import { z } from 'zod';

export const settingName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/i, 'must be letters, digits, dot, dash, underscore');

export const environmentVariable = z
  .string()
  .regex(
    /^[A-Z_][A-Z0-9_]*$/,
    'must be the name of an environment variable, never the secret itself',
  );

/** An address of the web that names no one: user and password would stand in the file. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://host:8000/path' })
  .refine(url => {
    const { username, password } = URL.parse(url) ?? {};
    return !username && !password;
  }, 'must name no user or password: secrets come from environment variables');
