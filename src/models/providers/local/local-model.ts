import type { Prompt } from '../../../contracts/models/index.ts';
import type { Generated } from './protocol.ts';

export type LocalSettings = {
  /** A folder, or a hub name such as `onnx-community/siglip2-base-patch16-224-ONNX`. */
  model: string;
  /** Where hub names are looked for; without it where Hugging Face's own tools look. */
  cacheFolder?: string;
  /** Whether a hub name that is not there may be fetched. */
  allowDownload: boolean;
  dtype?: string;
  /** For one request, loading included. */
  timeoutMs?: number;
  /** What the process of the model may hold. */
  memoryMiB?: number;
};

export type LocalRequest = {
  prompt: Prompt;
  /** The bytes of each picture that the prompt shows, by their sha256. */
  pictures: ReadonlyMap<string, Uint8Array>;
  maxOutputTokens: number;
  /** 0 or none: the likeliest word each time, always the same. */
  temperature?: number;
  seed?: number;
  signal: AbortSignal;
  onText?: (delta: string) => void;
};

export type LocalModel = {
  /** Of length 1. */
  embed(picture: Uint8Array, signal: AbortSignal): Promise<Float32Array>;
  generate(request: LocalRequest): Promise<Generated>;
  close(): Promise<void>;
};
