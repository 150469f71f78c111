import type { Writable } from 'node:stream';

/** Gives whether anybody still takes what is written. */
export type Write = (text: string) => Promise<boolean>;

/**
 * Writes as fast as it is taken: a slow reader behind a pipe decides the pace, not our memory. One
 * that left (`| head`) is no error of anybody's, and there is nobody left to work for.
 */
export function writeTo(stream: Writable, place: string): Write {
  // Standard output forgets its error as soon as it has told it.
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', error => {
    failure ??= error;
  });
  const isTaken = () => {
    if (failure && failure.code !== 'EPIPE') throw Object.assign(failure, { path: place });
    return failure === undefined && stream.writable;
  };
  return async text => {
    if (!isTaken()) return false;
    if (!stream.write(text)) await settled(stream);
    return isTaken();
  };
}

/** The whole result of a command that only makes results. */
export function toStandardOutput(): Write {
  return writeTo(process.stdout, 'standard output');
}

function settled(stream: Writable): Promise<void> {
  const events = ['drain', 'error', 'close'];
  return new Promise(resolve => {
    const go = () => {
      for (const event of events) stream.off(event, go);
      resolve();
    };
    for (const event of events) stream.on(event, go);
  });
}
