// The process that picture files of strangers are read in. It serves one after the other, and
// ends with its parent.
import { SpinemedError } from '../../../errors/index.ts';
import { describePicture } from '../../inspect/describe-picture.ts';
import { fromBytes } from '../byte-source.ts';
import { openPictureFile } from '../open-picture-file.ts';
import type { ReaderNews, ReaderRequest } from '../protocol.ts';
import { unreadable } from '../read-errors.ts';
import { readPicture } from '../read-picture.ts';

const say = (news: ReaderNews) => process.send?.(news);

process.on('message', (request: ReaderRequest) => {
  answer(request).then(say, error => say({ type: 'failed', error: sayable(error) }));
});

async function answer({ task, file, ...options }: ReaderRequest): Promise<ReaderNews> {
  const source = typeof file === 'string' ? await openPictureFile(file) : fromBytes(file);
  try {
    const picture = await readPicture(source, options);
    if (task === 'read') return { type: 'read', picture };
    return { type: 'described', description: describePicture(picture) };
  } finally {
    await source.close();
  }
}

/** What libraries say may quote the file. */
function sayable(error: unknown) {
  const ours = error instanceof SpinemedError ? error : unreadable('it cannot be followed');
  const { code, mender, message, hint } = ours;
  return { code, mender, message, hint };
}

// An ordinary exit would wait for threads that work.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Ctrl-C reaches the whole group; when to end is the parent's to say.
process.on('SIGINT', () => {});

// On Linux the parent looks itself.
if (process.platform !== 'linux') {
  const report = () => say({ type: 'memory', residentMiB: process.memoryUsage.rss() / 2 ** 20 });
  setInterval(report, 100).unref();
}
