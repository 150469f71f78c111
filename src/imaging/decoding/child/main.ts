// The process that pictures of strangers are decoded in. It serves one after the other, and ends
// with its parent.
import type { DecodeRequest, DecoderNews } from '../protocol.ts';
import { decode } from './decode.ts';

const say = (news: DecoderNews) => process.send?.(news);

process.on('message', (request: DecodeRequest) => {
  decode(request).then(
    picture => say({ type: 'decoded', picture }),
    // What libvips says may quote the file: comments in it name patients.
    () => say({ type: 'unreadable' }),
  );
});
// An ordinary exit would wait for the decoder's threads.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Ctrl-C reaches the whole group; when to end is the parent's to say.
process.on('SIGINT', () => {});

// On Linux the parent looks itself.
if (process.platform !== 'linux') {
  const report = () => say({ type: 'memory', residentMiB: process.memoryUsage.rss() / 2 ** 20 });
  setInterval(report, 100).unref();
}
