import type { Random } from './chance/random.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonSchema = boolean | { [key: string]: unknown };

/** What the answer has to be. */
export type Form =
  | { kind: 'text' }
  | { kind: 'json'; schema: JsonSchema | null }
  | { kind: 'tool'; name: string; schema: JsonSchema };

/** A request to a model, whichever dialect it came in. */
export type Ask = {
  model: string;
  /** What the user said last: options and language are read from it. */
  question: string;
  inputTokens: number;
  pictures: string[];
  form: Form;
  stream: boolean;
  maxOutputTokens: number | null;
  /** How many answers. */
  count: number;
};

export type Answer = {
  text: string;
  finish: 'stop' | 'length' | 'refused';
  /** Set where the answer is a call of a tool; `text` then holds its arguments. */
  tool: string | null;
};

/** What goes around an answer. */
export type Reply = {
  id: string;
  createdAtMs: number;
  answers: Answer[];
  inputTokens: number;
  outputTokens: number;
};

/** A request, read, with the ways to answer it in its own dialect. */
export type Call = {
  ask: Ask;
  /** The body of a plain answer. */
  render(reply: Reply): unknown;
  /** The events of a streamed one, each ready to be written. */
  frames?(reply: Reply): string[];
};

export type Dialect = {
  name: 'openai' | 'anthropic' | 'google';
  /** Throws `BadRequest`. */
  read(body: unknown, route: { model: string | null; stream: boolean }): Call;
};

export type Compose = (ask: Ask, random: Random) => Answer;
