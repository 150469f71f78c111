import { type Decoder, startDecoder } from './start-decoder.ts';

/** Decoding is work for a core; more decoders than this would only hold memory. */
const mostDecoders = 2;

const idle: Decoder[] = [];
const waiting: (() => void)[] = [];
let working = 0;

/** Waits for a decoder, lends it, and takes it back if it is still alive. */
export async function withDecoder<Answer>(
  signal: AbortSignal,
  use: (decoder: Decoder) => Promise<Answer>,
): Promise<Answer> {
  await takePlace(signal);
  try {
    signal.throwIfAborted();
    const decoder = takeIdle() ?? startDecoder();
    const answer = use(decoder);
    await answer.catch(() => {});
    if (!decoder.hasEnded()) idle.push(decoder);
    return await answer;
  } finally {
    givePlace();
  }
}

function takeIdle(): Decoder | undefined {
  let decoder = idle.pop();
  while (decoder?.hasEnded()) decoder = idle.pop();
  return decoder;
}

async function takePlace(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (working < mostDecoders) {
    working++;
    return;
  }
  const turn = Promise.withResolvers<void>();
  waiting.push(turn.resolve);
  const leave = () => {
    const at = waiting.indexOf(turn.resolve);
    if (at >= 0) waiting.splice(at, 1);
    turn.reject(signal.reason);
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    await turn.promise;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** To whoever waits longest, or back. */
function givePlace(): void {
  const next = waiting.shift();
  if (next) next();
  else working--;
}
