import {
  type Experimental_BatchV4,
  type SharedV4ProviderOptions,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { classifyFailure } from './classify-failure.ts';
import type { Batches, BatchItem, BatchResult } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';
import { generated, requestOptions, textOf } from './sdk-provider.ts';

type BatchInterface = Experimental_BatchV4<{ text: string }>;

/** A batch interface of the provider packages as our own kind. */
export function sdkBatches(
  batches: BatchInterface,
  model: string,
  providerOptions: SharedV4ProviderOptions = {},
): Batches {
  return {
    async start(items, signal) {
      try {
        const requests = items.map(({ id, request }) => ({
          type: 'text' as const,
          id,
          modelId: model,
          options: { ...requestOptions(request, base64Of(request)), providerOptions },
        }));
        const { batchId } = await batches.doStartBatch({ requests, abortSignal: signal });
        return batchId;
      } catch (error) {
        if (UnsupportedFunctionalityError.isInstance(error)) throw formUnfit();
        throw classifyFailure(error, signal);
      }
    },
    async status(batch, signal) {
      try {
        const { status } = await batches.doGetBatchStatus({ batchId: batch, abortSignal: signal });
        return status === 'pending' ? 'pending' : 'ended';
      } catch (error) {
        throw classifyFailure(error, signal);
      }
    },
    async *results(batch, signal) {
      try {
        const stream = await batches.doGetBatchResults({ batchId: batch, abortSignal: signal });
        for await (const item of stream) yield resultOf(item);
      } catch (error) {
        throw classifyFailure(error, signal);
      }
    },
  };
}

function formUnfit(): ProviderFailure {
  return new ProviderFailure({ kind: 'misconfigured', code: 'batch-form-unfit' });
}

function base64Of({ pictures }: BatchItem['request']): (sha256: string) => string {
  return sha256 => pictures.get(sha256)!.bytes.toString('base64');
}

type Item =
  Awaited<ReturnType<BatchInterface['doGetBatchResults']>> extends ReadableStream<infer Each>
    ? Each
    : never;

function resultOf(item: Item): BatchResult {
  const { id } = item;
  if (item.type !== 'text') return { id, status: 'failed', code: 'garbled-answer' };
  if (item.status === 'succeeded') {
    const { content, finishReason, usage } = item.result;
    try {
      return { id, status: 'done', generated: generated(textOf(content), finishReason, usage) };
    } catch {
      return { id, status: 'failed', code: 'answer-broken-off' };
    }
  }
  if (item.status !== 'failed') return { id, status: 'failed', code: `batch-${item.status}` };
  const status = item.error.statusCode;
  return { id, status: 'failed', code: status ? `batch-error-${status}` : 'batch-error' };
}
