import type { z } from 'zod';
import type { Prompt } from '../../contracts/models/index.ts';
import type { UsedTokens } from '../prices/price.ts';

type JsonValue = z.output<ReturnType<typeof z.json>>;

/** The form that an answer must have, and how the provider is held to it. */
export type AnswerForm = {
  by: 'json-schema' | 'json-object' | 'tool' | 'prompt';
  /** JSON Schema. */
  schema: Record<string, JsonValue>;
};

export type PictureBytes = { mediaType: string; bytes: Buffer };

export type Parameters = {
  maxOutputTokens: number;
  temperature?: number;
  topP?: number;
  seed?: number;
  reasoning?: 'none' | 'minimal' | 'low' | 'medium' | 'high';
};

export type Request = {
  prompt: Prompt;
  pictures: ReadonlyMap<string, PictureBytes>;
  parameters: Parameters;
  form: AnswerForm | undefined;
  /** Sent along, so that what arrived can be held against what was logged. */
  attemptId: string;
  signal: AbortSignal;
};

export type Generated = {
  text: string;
  finish: 'stop' | 'length' | 'refused' | 'other';
  tokens: UsedTokens;
};

/** One model behind one connection. What it throws is a `ProviderFailure`, or a defect. */
export type Provider = {
  generate(request: Request): Promise<Generated>;
  stream(request: Request, onText: (delta: string) => void): Promise<Generated>;
  embed?(picture: PictureBytes, signal: AbortSignal): Promise<Float32Array>;
  batches?: Batches;
  close(): Promise<void>;
};

export type BatchItem = { id: string; request: Omit<Request, 'signal' | 'attemptId'> };

export type BatchResult = { id: string } & (
  | { status: 'done'; generated: Generated }
  | { status: 'failed'; code: string }
);

/** A provider's batch interface: what was started is found again by its id. */
export type Batches = {
  start(items: readonly BatchItem[], signal: AbortSignal): Promise<string>;
  status(batch: string, signal: AbortSignal): Promise<'pending' | 'ended'>;
  results(batch: string, signal: AbortSignal): AsyncIterable<BatchResult>;
};
