import { SpinemedError } from '../../errors/index.ts';

/** The provider's key from the environment: never from a file, never in a message. */
export function readKey(variable: string, environment = process.env): string {
  const key = environment[variable]?.trim();
  if (key && /^[\x21-\x7e]+$/.test(key)) return key;
  if (key) {
    throw new SpinemedError({
      code: 'model-key-invalid',
      mender: 'user',
      message: `the environment variable ${variable} holds what cannot be a key`,
      hint: 'A key is one word of plain letters, digits and signs: look for a line break in it.',
    });
  }
  throw new SpinemedError({
    code: 'model-key-missing',
    mender: 'user',
    message: `the environment variable ${variable} holds no key`,
    hint: `Set ${variable}, or name another variable as keyEnv in spinemed.yaml.`,
  });
}
