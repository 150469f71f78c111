// The process that files of strangers are read in. It serves one after the other, and ends with
// its parent.
import type { ReadRequest } from '../protocol.ts';
import { ReadFailure } from '../read-failure.ts';
import { readFile } from './read-file.ts';

process.on('message', (request: ReadRequest) => {
  readFile(request).then(
    value => process.send?.({ type: 'read', value }),
    // What a parser says may quote the file.
    error =>
      process.send?.({ type: 'failed', why: error instanceof ReadFailure ? error.why : 'broken' }),
  );
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Ctrl-C reaches the whole group; when to end is the parent's to say.
process.on('SIGINT', () => {});

process.send?.({ type: 'ready' });
