// The process that volumes of strangers are sliced in. It serves one after the other, and ends
// with its parent.
import { SpinemedError } from '../../../errors/index.ts';
import type { SliceRequest, SlicerAnswer } from '../protocol.ts';
import { sliceDespiteDamage } from './slice-despite-damage.ts';

const say = (news: SlicerAnswer | { residentMiB: number }) => process.send?.(news);

process.on('message', (request: SliceRequest) => {
  slice(request).then(say, error => say({ type: 'failed', error: tell(error) }));
});
// An ordinary exit would wait for zlib's threads.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Ctrl-C reaches the whole group; when to end is the parent's to say.
process.on('SIGINT', () => {});

// On Linux the parent looks itself.
if (process.platform !== 'linux') {
  const report = () => say({ residentMiB: process.memoryUsage.rss() / 2 ** 20 });
  setInterval(report, 100).unref();
}

async function slice(request: SliceRequest): Promise<SlicerAnswer> {
  return { type: 'sliced', sliced: await sliceDespiteDamage(request) };
}

/** Ours are free of what the file holds; what others say may quote it. */
function tell(error: unknown): (SlicerAnswer & { type: 'failed' })['error'] {
  if (!(error instanceof SpinemedError)) return null;
  const { code, mender, message, hint, place } = error;
  return {
    ...{ code, mender, message },
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined ? {} : { place }),
  };
}
