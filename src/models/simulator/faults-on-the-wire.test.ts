import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type SimulatorSettings, startSimulator } from './index.ts';

async function start(settings: SimulatorSettings) {
  const simulator = await startSimulator(settings);
  onTestFinished(simulator.close);
  return simulator;
}

type Seen = { bytes: string; reset: boolean; atMs: number[] };

const question = JSON.stringify({
  model: 'm',
  messages: [{ role: 'user', content: 'Which level?\nA. L4/5\nB. L5/S1\nC. L3/4' }],
});

/** A client that sees what goes over the wire, to the end of the connection. */
function speak(
  port: number,
  { body = question, path = '/v1/chat/completions', leaveAfterMs = 0 } = {},
): Promise<Seen> {
  return new Promise(resolve => {
    const seen: Seen = { bytes: '', reset: false, atMs: [] };
    const start = performance.now();
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      if (leaveAfterMs) setTimeout(() => socket.destroy(), leaveAfterMs);
    });
    socket.on('data', data => {
      seen.bytes += data.toString();
      seen.atMs.push(performance.now() - start);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      seen.reset = error.code === 'ECONNRESET';
    });
    socket.on('close', () => resolve(seen));
  });
}

function split({ bytes }: Seen) {
  const [head = '', body = ''] = bytes.split('\r\n\r\n', 2);
  return { head, body, length: Number(/content-length: (\d+)/i.exec(head)?.[1]) };
}

test('drop resets the connection before a byte', async () => {
  const { port, ledger } = await start({ faults: 'drop=1' });
  expect(await speak(port)).toEqual({ bytes: '', reset: true, atMs: [] });
  expect(ledger().requests[0]).toMatchObject({ outcome: 'drop', status: null, clientLeft: false });
});

test('truncate announces the whole, sends half and resets', async () => {
  const { port } = await start({ faults: 'truncate=1' });
  const seen = await speak(port);
  const { body, length } = split(seen);
  const whole = split(await speak((await start({})).port));
  expect(seen.reset).toBe(true);
  expect(length).toBe(whole.length);
  expect(Buffer.byteLength(body)).toBe(Math.floor(length / 2));
});

test('trickle gives everything, slowly', async () => {
  const { port, ledger } = await start({ faults: 'trickle=1', trickleMs: 300 });
  const seen = await speak(port);
  const { body, length } = split(seen);
  expect(Buffer.byteLength(body)).toBe(length);
  JSON.parse(body);
  expect(seen.atMs.length).toBeGreaterThan(5);
  expect(seen.atMs.at(-1)! - seen.atMs[0]!).toBeGreaterThan(200);
  expect(ledger().requests[0]).toMatchObject({ outcome: 'trickle', status: 200 });
});

test('hang lasts until the client gives up; closing does not wait for it', async () => {
  const simulator = await startSimulator({ faults: 'hang=1' });
  expect((await speak(simulator.port, { leaveAfterMs: 80 })).bytes).toBe('');
  await expect.poll(() => simulator.ledger().totals.inFlight).toBe(0);
  expect(simulator.ledger().requests[0]).toMatchObject({ outcome: 'hang', clientLeft: true });
  const waiting = speak(simulator.port);
  await expect.poll(() => simulator.ledger().totals.inFlight).toBe(1);
  await simulator.close();
  expect((await waiting).bytes).toBe('');
});

test.each([
  ['garbage', 200],
  ['halfjson', 200],
])('%s is a 200 with an honest length that is not JSON', async (fault, status) => {
  const { port } = await start({ faults: `${fault}=1` });
  const seen = await speak(port);
  const { head, body, length } = split(seen);
  expect(head).toContain(`HTTP/1.1 ${status}`);
  expect(Buffer.byteLength(body)).toBe(length);
  expect(seen.reset).toBe(false);
  expect(() => JSON.parse(body)).toThrow();
});

test('html is a page of a proxy, with 200 and with 502', async () => {
  const { port } = await start({ faults: 'html=1' });
  const heads = new Set<string>();
  for (let time = 0; time < 12; time++) {
    const { head, body } = split(await speak(port));
    expect(body).toMatch(/^<html>/);
    heads.add(head.slice(9, 12));
  }
  expect([...heads].sort()).toEqual(['200', '502']);
});

test('429 says when to come again in seconds, as a date and in milliseconds', async () => {
  const { port } = await start({ faults: '429=1', retryAfterMs: 1500, latency: 5000 });
  const ways = new Set<string>();
  for (let time = 0; time < 20; time++) {
    const { head, body } = split(await speak(port));
    expect(JSON.parse(body).error.code).toBe('rate_limit_exceeded');
    const after = /retry-after: (.*)\r/i.exec(head)![1]!;
    const waitMs = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
    expect(waitMs).toBeGreaterThan(1000);
    expect(waitMs).toBeLessThanOrEqual(2500);
    ways.add(head.includes('retry-after-ms: 1500') ? 'ms' : /^\d/.test(after) ? 's' : 'date');
  }
  expect([...ways].sort()).toEqual(['date', 'ms', 's']);
});

test('redirect sends to the address that was given', async () => {
  const { port } = await start({ faults: 'redirect=1', redirectTo: 'http://127.0.0.2:9/v1' });
  const { head } = split(await speak(port));
  expect(head).toMatch(/^HTTP\/1.1 30[278] /);
  expect(head).toContain('location: http://127.0.0.2:9/v1');
});

test('whoever leaves while an answer is waited for is told from one who had it', async () => {
  const { port, ledger } = await start({ latency: 5000 });
  await speak(port, { leaveAfterMs: 50 });
  await expect.poll(() => ledger().requests[0]?.outcome).toBe('left');
  expect(ledger().totals).toMatchObject({ clientsLeft: 1, inFlight: 0, byStatus: { none: 1 } });
});
