/** Runs in a helper process: answers its parent's questions one after the other, and ends with it. */
export function serveParent(answer: (question: unknown) => Promise<unknown>): void {
  process.on('message', question => {
    answer(question).then(
      value => process.send?.({ answer: value }),
      // What a library says may quote the file. Only a name of our own choosing leaves.
      error => process.send?.({ failed: reasonOf(error) }),
    );
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  // Ctrl-C reaches the whole group; when to end is the parent's to say.
  process.on('SIGINT', () => {});
}

const known = ['encrypted', 'over-limit'];

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.message : '';
  return known.includes(name) ? name : 'unreadable';
}
