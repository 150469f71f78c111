/** One round for all who ask while the last is under way: to a database or a disk, a hundred
 *  together cost little more than one. */
export function grouped<In, Out>(
  work: (inputs: In[]) => Promise<Out[]>,
  most = 500,
): (input: In) => Promise<Out> {
  type Waiting = { input: In; resolve(output: Out): void; reject(error: unknown): void };
  let waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    // Whatever else becomes ready in this turn of the loop comes along.
    await new Promise(resolve => setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const outputs = await work(group.map(({ input }) => input));
        group.forEach(({ resolve }, at) => {
          resolve(outputs[at]!);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    running = false;
  }

  return input =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!running) void run();
    });
}
