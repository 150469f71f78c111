import { hash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { type SimulatorSettings, startSimulator } from './index.ts';

async function start(settings: SimulatorSettings) {
  const simulator = await startSimulator(settings);
  onTestFinished(simulator.close);
  const ask = (content: unknown, headers = {}) =>
    fetch(`${simulator.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] }),
    });
  return { ...simulator, ask };
}

const questions = Array.from(
  { length: 30 },
  (_, n) => `${n}?\nA. L4/5\nB. L5/S1\nC. L3/4\nD. L2/3`,
);

test('the same seed decides the same, in whatever order requests come', async () => {
  const faults = '429=0.2,500=0.2,empty=0.2';
  const run = async (seed: number, order: string[], vary = true) => {
    const { ask } = await start({ seed, faults, latency: '0-5', vary });
    const told: Record<string, string> = {};
    // Each twice: the second time is another decision.
    for (const time of [1, 2])
      await Promise.all(
        order.map(async question => {
          const response = await ask(question);
          const body = await response.json();
          const said = body.choices?.[0].message.content;
          told[`${question} ${time}`] = `${response.status} ${said}`;
        }),
      );
    return told;
  };
  const first = await run(7, questions);
  expect(await run(7, questions.toReversed())).toEqual(first);
  expect(await run(8, questions)).not.toEqual(first);
  const again = questions.filter(one => first[`${one} 1`] !== first[`${one} 2`]);
  expect(again.length).toBeGreaterThan(10);

  // Unless answers vary, only how they come across is another decision.
  const steady = await run(7, questions, false);
  const said = (one: string, time: number) => steady[`${one} ${time}`]!;
  const came = questions.filter(one => [1, 2].every(time => said(one, time).startsWith('200')));
  expect(came.length).toBeGreaterThan(5);
  for (const one of came) expect(said(one, 2)).toBe(said(one, 1));
});

test('faults come in their shares, and turning them on moves no other answer', async () => {
  const many = Array.from({ length: 600 }, (_, n) => `${n}`);
  const plain = await start({ seed: 1 });
  const faulty = await start({ seed: 1, faults: '500=0.2,empty=0.1' });
  const counts: Record<string, number> = {};
  for (const question of many) {
    const [good, bad] = await Promise.all([plain.ask(question), faulty.ask(question)]);
    const said = (await good.json()).choices[0].message.content;
    const body = await bad.json();
    const content = body.choices?.[0].message.content;
    if (content) expect(content).toBe(said);
    counts[bad.status === 500 ? '500' : content ? 'answer' : 'empty'] ??= 0;
    counts[bad.status === 500 ? '500' : content ? 'answer' : 'empty']!++;
  }
  expect(faulty.ledger().totals.byOutcome).toEqual(counts);
  // Three standard errors of 600 draws around 0.2 and 0.1.
  expect(Math.abs(counts['500']! - 120)).toBeLessThan(30);
  expect(Math.abs(counts.empty! - 60)).toBeLessThan(23);
});

test('the ledger knows pictures by their own bytes and the caller by its number', async () => {
  const { ask, ledger } = await start({});
  const picture = Buffer.from('not really a picture');
  const url = `data:image/png;base64,${picture.toString('base64')}`;
  const parts = [
    { type: 'text', text: 'Zhang San' },
    { type: 'image_url', image_url: { url } },
  ];
  await ask(parts, { 'x-spinemed-attempt': 'call-1/2' });
  await ask(parts, { 'x-spinemed-attempt': 'Zhang San' });
  const view = ledger();
  expect(view.requests.map(one => one.requestId)).toEqual(['call-1/2', null]);
  expect(view.requests[0]).toMatchObject({
    path: '/v1/chat/completions',
    model: 'm',
    pictures: [hash('sha256', picture)],
    inputTokens: 3 + 300,
    outcome: 'answer',
    status: 200,
  });
  expect(view.totals).toMatchObject({ mostInputTokensInOneMinute: 606, pictures: 2 });
  expect(view.requests[0]!.bodySha256).toBe(view.requests[1]!.bodySha256);
  expect(JSON.stringify(view)).not.toContain('Zhang');
});

test('limits are real: what is over them is refused and told when to come again', async () => {
  const { ask, ledger } = await start({ requestsPerMinute: 5 });
  const statuses = [];
  for (const question of questions.slice(0, 8)) {
    const response = await ask(question);
    statuses.push(response.status);
    if (response.status === 429) expect(response.headers.get('retry-after')).toBeTruthy();
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  expect(ledger().totals.byOutcome).toEqual({ answer: 5, 'over-limit': 3 });
  const narrow = await start({ maxConcurrency: 2, latency: 100 });
  const all = await Promise.all(questions.slice(0, 5).map(one => narrow.ask(one)));
  expect(all.filter(one => one.status === 429)).toHaveLength(3);
  expect(narrow.ledger().totals).toMatchObject({ inFlight: 0 });
  expect(narrow.ledger().totals.peakInFlight).toBeGreaterThan(2);
  // The places are free again.
  expect((await narrow.ask('again')).status).toBe(200);
  const small = await start({ tokensPerMinute: 10 });
  expect((await small.ask('x'.repeat(32))).status).toBe(200);
  expect((await small.ask('x'.repeat(12))).status).toBe(429);
  expect((await small.ask('x'.repeat(8))).status).toBe(200);
});

test.each([
  ['{"model":', 400, 'bad-request', '/v1/chat/completions'],
  ['{"model":"m"}', 400, 'bad-request', '/v1/chat/completions'],
  ['x'.repeat(2000), 413, 'too-large', '/v1/chat/completions'],
  ['{}', 404, 'unknown-path', '/v1/patients/zhang-san'],
])('what cannot be served is told in due form: %#', async (body, status, outcome, path) => {
  const { url, ledger } = await start({ bodyLimitBytes: 1000 });
  const response = await fetch(`${url}${path}`, { method: 'POST', body });
  expect(response.status).toBe(status);
  expect((await response.json()).error).toMatchObject({ type: 'invalid_request_error' });
  expect(ledger().requests[0]).toMatchObject({ outcome, status });
  expect(JSON.stringify(ledger())).not.toContain('zhang');
});

test('a body without a length is cut off at the limit', async () => {
  const { url, ledger } = await start({ bodyLimitBytes: 1000 });
  const body = new Blob(['x'.repeat(5000)]).stream();
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  const response = await fetch(`${url}/v1/chat/completions`, init);
  expect(response.status).toBe(413);
  expect(ledger().totals.byOutcome).toEqual({ 'too-large': 1 });
});

test('the ledger comes in pages and lines, and starts anew', async () => {
  const { url, ask, ledger } = await start({ faults: '500=0.5' });
  for (const question of questions) await ask(question);
  const page = await (await fetch(`${url}/ledger?since=10&limit=15`)).json();
  expect(page.requests.map((one: { n: number }) => one.n)).toEqual(
    Array.from({ length: 15 }, (_, n) => n + 10),
  );
  expect(page).toMatchObject({ next: 25, keptFrom: 0 });
  const lines = (await (await fetch(`${url}/ledger.jsonl`)).text()).trim().split('\n');
  expect(lines.map(line => JSON.parse(line))).toEqual(ledger().requests);
  const before = ledger().requests.map(one => one.outcome);
  await fetch(`${url}/ledger`, { method: 'DELETE' });
  expect(ledger()).toMatchObject({ requests: [], totals: { requests: 0 } });
  for (const question of questions) await ask(question);
  expect(ledger().requests.map(one => one.outcome)).toEqual(before);
});

test('a fault that could not be seen does not happen', async () => {
  const { url, ask, ledger } = await start({ faults: 'wrong=0.5,malformed=0.5' });
  await ask('Tell me.');
  await ask(questions[0]);
  const body = JSON.stringify({ model: 'm', input: 'lumbar' });
  const response = await fetch(`${url}/v1/embeddings`, { method: 'POST', body });
  expect((await response.json()).data).toHaveLength(1);
  const [text, choice, embedding] = ledger().requests.map(one => one.outcome);
  expect([text, embedding]).toEqual(['answer', 'answer']);
  expect(['wrong', 'malformed']).toContain(choice);
});

test('speaks as fast as it was told to', async () => {
  const { ask } = await start({ tokensPerSecond: 500 });
  const startMs = performance.now();
  const { usage } = await (await ask('Tell me.')).json();
  const tookMs = performance.now() - startMs;
  expect(tookMs).toBeGreaterThan((usage.completion_tokens / 500) * 1000 - 2);
});
