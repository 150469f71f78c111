import { strictest } from '../../contracts/data-class.ts';
import type { Call, Outcome } from '../../contracts/models/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { callId } from '../call-id.ts';
import type { CallRecord } from '../log/call-log.ts';
import type { ModelSpec } from '../model-spec.ts';
import { ownFailure } from '../providers/own-failure.ts';
import { type Asking, askLive } from './ask-live.ts';
import { describePicture, descriptorMethod } from './describe-picture.ts';
import type { Door } from './door.ts';
import { obtain } from './obtain.ts';
import { answered, answererOf, failedAsking } from './outcome-of.ts';
import { readPicture } from './read-pictures.ts';

const noTokens = { input: 0, cachedInput: 0, output: 0 };

/** A picture as a point of length 1: by a local model, or by classical descriptors offline.
 *  Kept in the log as the base64 of its floats. */
export async function embed(
  door: Door,
  call: Call<{ sha256: string }>,
): Promise<Outcome<Float32Array>> {
  const { sha256 } = call.input;
  const model = door.modelsFor('embed-picture', call.model)[0]!;
  const isOffline = model.provider === 'offline';
  if (!isOffline && model.provider !== 'local') throw cannotEmbed(model);
  const parameters = isOffline
    ? { method: descriptorMethod.name, version: descriptorMethod.version }
    : {};
  const request = { picture: sha256, parameters };
  const record: CallRecord = {
    id: callId({ model, request, repeat: 0 }),
    role: 'embed-picture',
    promptVersion: 'none',
    model,
    class: strictest(call.class, await door.log.classOf([sha256], call.from ?? [])),
    repeat: 0,
    pictures: [sha256],
    from: call.from ?? [],
    request,
    exceptional: false,
  };
  const opened = door.opened.get(model);
  const prepare: Asking['prepare'] = async () => {
    const picture = await readPicture(door, sha256);
    return async (_attempt, signal) => {
      const start = performance.now();
      const vector = isOffline
        ? await describePicture(picture.bytes, signal).catch(rethrow)
        : await (await opened.provider(false)).embed!(picture, signal);
      const latencyMs = performance.now() - start;
      return { text: encode(vector), finish: 'stop', tokens: noTokens, costUsd: 0, latencyMs };
    };
  };
  const intent = { call: record, tokens: 0, mostUsd: 0 };
  const { signal } = call;
  const obtained = await obtain(door, record, signal, () =>
    askLive(door, { opened, intent, prepare, signal }),
  );
  const by = answererOf(model, isOffline ? descriptorMethod.name : null);
  if (obtained.status === 'answered') {
    const { answer, requests } = obtained;
    return answered(record, by, answer, decode(answer.text), requests);
  }
  return failedAsking(record, by, obtained);
}

function rethrow(error: unknown): never {
  throw ownFailure(error);
}

function encode(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, at) => {
    bytes.writeFloatLE(value, at * 4);
  });
  return bytes.toString('base64');
}

function decode(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}

function cannotEmbed(model: ModelSpec): SpinemedError {
  return new SpinemedError({
    code: 'cannot-embed-pictures',
    mender: 'user',
    message: `${model.name} cannot turn pictures into points`,
    hint: 'Name a local model (provider: local, such as SigLIP2) under roles.embed-picture.',
  });
}
