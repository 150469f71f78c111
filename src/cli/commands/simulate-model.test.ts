import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed, startSpinemed } from '../../../tests/run-spinemed.ts';

test.concurrent.each([
  [['--faults', '428=0.1'], 'bad-faults: there is no such fault'],
  [['--latency', 'fast'], 'bad-latency: '],
  [['--notation', 'runes'], 'bad-notation: '],
  [['--faults', 'redirect=1'], 'bad-redirect: '],
  [['--rpm', '0'], 'bad-call: '],
])('a wrong wish is one line and exit code 2: %j', async (args, says) => {
  const { status, stdout, stderr } = await runSpinemed(['simulate-model', '--port', '0', ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^spinemed: [^\n]+\n$/);
  expect(stderr).toContain(says);
});

test.concurrent('says where it listens, answers, and sums up when it is asked to end', async () => {
  const { child, ended } = startSpinemed(['simulate-model', '--port', '0', '--json']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout!, 'data');
  const { url, port } = JSON.parse(String(line));
  const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Zhang San' }] });
  const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST', body });
  expect(response.status).toBe(200);
  const second = await runSpinemed(['simulate-model', '--port', String(port)]);
  expect(second.status).toBe(2);
  expect(second.stderr).toContain('port-in-use');
  child.kill('SIGINT');
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toBe('1 requests; at most 1 at once, 1 in a second. answer 1\n');
});
