import type { z } from 'zod';
import type { RoleName } from '../../config/role-names.ts';
import type { Prompt } from './prompt.ts';

/** What an offline method may look at besides its input. */
export type OfflineContext = {
  /** The bytes of a picture that the input names. */
  readPicture(sha256: string): Promise<Uint8Array>;
  signal: AbortSignal;
};

/** A classical method that plays the role with no network and no weights: a floor to compare
 *  with, named as what it is wherever its answers appear. Same input, same answer. */
export type OfflineMethod<Input, Answer> = {
  /** Shown to people: `BM25 retrieval with option scoring`. */
  method: string;
  /** Raised when the same input would now give another answer. */
  version: number;
  answer(input: Input, context: OfflineContext): Promise<Answer> | Answer;
};

/** One role, whole: what goes in, how it is put to a model, what must come back, and what
 *  plays it offline. */
export type Role<Input = unknown, Answer = unknown> = {
  name: RoleName;
  /** Names the wording, such as `judge-report/3`; raised whenever the wording changes. */
  promptVersion: string;
  input: z.ZodType<Input>;
  /** Without one the answer is the model's text as it stands. */
  answer: z.ZodType<Answer> | undefined;
  render(input: Input): Prompt;
  maxOutputTokens: number;
  /** Left to the model where it is not given. */
  temperature?: number | undefined;
  offline?: OfflineMethod<Input, Answer> | undefined;
};

type Shared = 'name' | 'promptVersion' | 'maxOutputTokens' | 'temperature';

/** A role whose answer is held to a schema. */
export function defineRole<Input, Answer>(
  role: Omit<Role<Input, Answer>, 'answer'> & { answer: z.ZodType<Answer> },
): Role<Input, Answer> {
  return role;
}

/** A role whose answer is text. */
export function defineTextRole<Input>(
  role: Pick<Role<Input, string>, Shared | 'input' | 'render' | 'offline'>,
): Role<Input, string> {
  return { ...role, answer: undefined };
}
