import type { DataClass } from '../data-class.ts';
import type { FailureReason } from './failure.ts';
import type { Role } from './role.ts';

/** Which model answered; `offline` is a classical method and is shown as one. */
export type Answerer = {
  /** The name in `spinemed.yaml`, or as the command line named it. */
  name: string;
  provider: string;
  model: string;
  offline: boolean;
  /** The classical method that played the role, where none of a model's. */
  method: string | null;
};

export type Tokens = { input: number | null; output: number | null };

type Asked = {
  /** The id of the call in the log: a provenance edge leads here. */
  call: string;
  by: Answerer;
  /** What the model wrote, also where no answer could be read from it. */
  text: string;
  tokens: Tokens;
  /** null: nobody knows the price. */
  costUsd: number | null;
  latencyMs: number;
  /** Requests that were made for it now: none where the log knew the answer. */
  requests: number;
};

export type Answered<Answer> = Asked & { status: 'answered'; answer: Answer };
export type Failed = Asked & { status: 'failed'; reason: FailureReason; code: string };
export type Outcome<Answer> = Answered<Answer> | Failed;

export type Call<Input> = {
  input: Input;
  /** Of the strictest thing that the input was made of. Never guessed: a risky choice is
   *  spelled out where it is made. */
  class: DataClass;
  /** Ids of the things it was made of. The store's books may make the class stricter. */
  from?: readonly string[];
  /** Which of several samples of one prompt, from 0. */
  repeat?: number;
  /** Another model than the one that the workspace has for the role. */
  model?: string;
  signal?: AbortSignal;
};

/** The door to every model, as those who ask see it. */
export type Models = {
  ask<Input, Answer>(role: Role<Input, Answer>, call: Call<Input>): Promise<Outcome<Answer>>;
  /** As `ask`, with the text as it comes. The last word is what it returns. */
  stream<Input>(
    role: Role<Input, string>,
    call: Call<Input>,
    onText: (delta: string) => void,
  ): Promise<Outcome<string>>;
  /** The picture as a point, of length 1, whose neighbours look like it. */
  embed(call: Call<{ sha256: string }>): Promise<Outcome<Float32Array>>;
};
