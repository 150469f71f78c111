import { expect, test } from 'vitest';
import { type Served, sayCompletion, serve } from '../testing/serve.ts';
import { fileDoor, formed, question } from '../testing/try-door.ts';

const modelAt = (baseUrl: string, more: object = {}) => ({
  models: { m: { provider: 'openai-compatible', egress: 'onsite', baseUrl, ...more } },
  roles: { contestant: 'm', judge: 'm' },
});
const ask = { input: { text: 'L4 or L5?', pictures: [] }, class: 'public' as const };
const contentOf = ({ body }: Served) => JSON.parse(body);

test('an answer comes back with what it took, and the same call is answered from the log', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'L5'));
  await using door = await fileDoor(modelAt(server.url));
  const first = await door.models.ask(question, ask);
  expect(first).toMatchObject({
    status: 'answered',
    answer: 'L5',
    by: { name: 'm', provider: 'openai-compatible', offline: false, method: null },
    tokens: { input: 10, output: 5 },
    costUsd: null,
    requests: 1,
  });
  const again = await door.models.ask(question, ask);
  expect(again).toMatchObject({ status: 'answered', answer: 'L5', requests: 0, call: first.call });
  expect(server.served).toHaveLength(1);
});

test.each([
  [
    { prompt_tokens: 1.5, completion_tokens: 5 },
    { input: null, output: 5 },
  ],
  [
    { prompt_tokens: -1_000_000, completion_tokens: 5 },
    { input: null, output: 5 },
  ],
  [
    { prompt_tokens: 1e18, completion_tokens: 1e300 },
    { input: null, output: null },
  ],
  [undefined, { input: null, output: null }],
])(
  'a server that counts %j tokens has answered all the same; the cap counts it at its most',
  async (usage, tokens) => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const choice = {
        index: 0,
        message: { role: 'assistant', content: 'L5' },
        finish_reason: 'stop',
      };
      response.end(
        JSON.stringify({
          id: 'a',
          object: 'chat.completion',
          created: 1,
          model: 'm',
          choices: [choice],
          usage,
        }),
      );
    });
    const price = { inputPerMillionUsd: 1000, outputPerMillionUsd: 1000 };
    await using door = await fileDoor({ ...modelAt(server.url, { price }), spendCapUsd: 1 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, repeat) => door.models.ask(question, { ...ask, repeat })),
    );
    const answered = outcomes.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
    expect(answered[0]).toMatchObject({ status: 'answered', answer: 'L5', tokens, costUsd: null });
    // At the most each could have cost 0.21, so four of them fit under the cap.
    expect(answered).toHaveLength(4);
  },
);

test('another repeat, another class, another word: what changes the answer is another call', async () => {
  let answers = 0;
  await using server = await serve((_, response) => sayCompletion(response, String(++answers)));
  await using door = await fileDoor(modelAt(server.url));
  const { models } = door;
  const calls = await Promise.all([
    models.ask(question, ask),
    models.ask(question, { ...ask, repeat: 1 }),
    models.ask(question, { ...ask, repeat: 2 }),
    models.ask(question, { ...ask, input: { text: 'L3?', pictures: [] } }),
    // Who may see it changes nothing of what is said.
    models.ask(question, { ...ask, class: 'licensed' }),
  ]);
  expect(new Set(calls.map(({ call }) => call)).size).toBe(4);
  expect(server.served).toHaveLength(4);
});

test('those who ask the same at once share one request', async () => {
  await using server = await serve((_, response) => {
    setTimeout(() => sayCompletion(response, 'L5'), 30);
  });
  await using door = await fileDoor(modelAt(server.url));
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => door.models.ask(question, ask)),
  );
  expect(outcomes.every(outcome => outcome.status === 'answered')).toBe(true);
  expect(outcomes.reduce((sum, { requests }) => sum + requests, 0)).toBe(1);
  expect(server.served).toHaveLength(1);
});

test('who gives up does not take the answer from the others', async () => {
  await using server = await serve((_, response) => {
    setTimeout(() => sayCompletion(response, 'L5'), 50);
  });
  await using door = await fileDoor(modelAt(server.url));
  const ending = new AbortController();
  const first = door.models.ask(question, { ...ask, signal: ending.signal });
  const second = door.models.ask(question, ask);
  setTimeout(() => ending.abort(new Error('enough')), 10);
  await expect(first).rejects.toThrow('enough');
  expect(await second).toMatchObject({ status: 'answered', answer: 'L5' });
});

test('what is lost is asked again within bounds, and then given up', async () => {
  let count = 0;
  await using server = await serve((_, response) => {
    if (++count === 3) sayCompletion(response, 'L5');
    else if (count === 1) response.destroy();
    else response.writeHead(503).end('overloaded');
  });
  await using door = await fileDoor(modelAt(server.url));
  expect(await door.models.ask(question, ask)).toMatchObject({ answer: 'L5', requests: 3 });
  await using broken = await serve((_, response) => response.writeHead(500).end());
  await using other = await fileDoor(modelAt(broken.url));
  expect(await other.models.ask(question, ask)).toMatchObject({
    status: 'failed',
    reason: 'gave-up',
    code: 'server-error-500',
    requests: 5,
  });
});

test('429 is waited out for as long as it says, and not counted as lost', async () => {
  const at: number[] = [];
  await using server = await serve((_, response) => {
    at.push(performance.now());
    if (at.length <= 8) response.writeHead(429, { 'retry-after-ms': '40' }).end();
    else sayCompletion(response, 'L5');
  });
  await using door = await fileDoor(modelAt(server.url));
  expect(await door.models.ask(question, ask)).toMatchObject({ answer: 'L5', requests: 9 });
  const pauses = at.slice(1).map((time, index) => time - at[index]!);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(38);
});

test.each([
  [401, 'credentials-refused'],
  [403, 'credentials-refused'],
  [404, 'model-not-there'],
  [402, 'provider-quota-used-up'],
])('%i is for a person to mend: the run stops', async (status, code) => {
  await using server = await serve((_, response) => response.writeHead(status).end('{"error":{}}'));
  await using door = await fileDoor(modelAt(server.url));
  await expect(door.models.ask(question, ask)).rejects.toMatchObject({ code, mender: 'user' });
  expect(server.served).toHaveLength(1);
});

test.each([
  [400, 'request-error-400'],
  [413, 'request-error-413'],
  [307, 'redirected'],
])('%i is of the request, and asked once', async (status, code) => {
  await using server = await serve((_, response) => {
    response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end('{}');
  });
  await using door = await fileDoor(modelAt(server.url));
  expect(await door.models.ask(question, ask)).toMatchObject({
    status: 'failed',
    reason: 'request-rejected',
    code,
    requests: 1,
  });
});

test.each([
  ['', 'stop', 'answer-empty'],
  ['  \n', 'stop', 'answer-empty'],
  ['I began', 'length', 'answer-cut-off'],
  ['no', 'content_filter', 'answer-refused'],
])('an answer %j that ended by %s is %s, told once', async (content, finish, reason) => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: finish };
    response.end(
      JSON.stringify({
        id: 'a',
        object: 'chat.completion',
        created: 1,
        model: 'm',
        choices: [choice],
      }),
    );
  });
  await using door = await fileDoor(modelAt(server.url));
  const failed = { status: 'failed', reason, text: content };
  expect(await door.models.ask(question, ask)).toMatchObject({ ...failed, requests: 1 });
  expect(await door.models.ask(question, ask)).toMatchObject({ ...failed, requests: 0 });
});

const whole = '{"score":3.5,"reason":"level right"}';
const judge = { input: { text: 'how good?' }, class: 'public' as const };

test('a formed answer is parsed, and repaired once where it does not fit', async () => {
  const said = ['Well: {"score": 9, "reason": "high"}', `\`\`\`json\n${whole}\n\`\`\``];
  await using server = await serve((_, response) => sayCompletion(response, said.shift()!));
  await using door = await fileDoor(modelAt(server.url));
  const outcome = await door.models.ask(formed, judge);
  expect(outcome).toMatchObject({ status: 'answered', answer: { score: 3.5 }, requests: 2 });
  const repair = contentOf(server.served[1]!).messages;
  expect(repair.at(-2)).toMatchObject({ role: 'assistant' });
  expect(JSON.stringify(repair.at(-1))).toContain('score');
  // Both answers were paid for, and both are in the log.
  expect(await door.models.ask(formed, judge)).toMatchObject({
    answer: { score: 3.5 },
    requests: 0,
  });
});

test('what does not fit after one repair is a failure, never a guess', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'The score is 4.'));
  await using door = await fileDoor(modelAt(server.url));
  expect(await door.models.ask(formed, judge)).toMatchObject({
    status: 'failed',
    reason: 'answer-malformed',
    requests: 2,
  });
  expect(server.served).toHaveLength(2);
});

test('a server that does not know a form is asked in a weaker one, and then at once', async () => {
  const forms: string[] = [];
  await using server = await serve((request, response) => {
    const { response_format: format } = contentOf(request);
    forms.push(format?.type ?? 'none');
    if (format)
      response.writeHead(400).end('{"error":{"message":"response_format is not supported"}}');
    else sayCompletion(response, whole);
  });
  await using door = await fileDoor(modelAt(server.url));
  expect(await door.models.ask(formed, judge)).toMatchObject({ answer: { score: 3.5 } });
  expect(forms).toEqual(['json_schema', 'json_object', 'none']);
  expect(contentOf(server.served[2]!).messages[0].content).toContain('JSON Schema');
  await door.models.ask(formed, { ...judge, repeat: 1 });
  expect(forms).toHaveLength(4);
});

test('by a tool, the arguments are the answer', async () => {
  await using server = await serve((request, response) => {
    const { tools, tool_choice } = contentOf(request);
    expect(tool_choice.function.name).toBe(tools[0].function.name);
    const call = { id: 'c', type: 'function', function: { name: 'answer', arguments: whole } };
    const message = { role: 'assistant', content: null, tool_calls: [call] };
    const choice = { index: 0, message, finish_reason: 'tool_calls' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'a',
        object: 'chat.completion',
        created: 1,
        model: 'm',
        choices: [choice],
      }),
    );
  });
  await using door = await fileDoor(modelAt(server.url, { answerForm: 'tool' }));
  expect(await door.models.ask(formed, judge)).toMatchObject({ answer: { score: 3.5 } });
});

test('the offline engine answers as what it is, and says so', async () => {
  await using door = await fileDoor({});
  expect(await door.models.ask(question, ask)).toMatchObject({
    status: 'answered',
    answer: 'echo: L4 or L5?',
    by: { name: 'offline', offline: true, method: 'an echo for tests' },
    costUsd: 0,
  });
  await expect(door.models.ask(formed, judge)).rejects.toMatchObject({ code: 'no-offline-method' });
});

test('where the first gave up the next is asked', async () => {
  await using broken = await serve((_, response) => response.writeHead(500).end());
  await using server = await serve((_, response) => sayCompletion(response, 'L5'));
  const each = { provider: 'openai-compatible', egress: 'onsite' };
  await using door = await fileDoor({
    models: { a: { ...each, baseUrl: broken.url }, b: { ...each, baseUrl: server.url } },
    roles: { contestant: ['a', 'b'] },
  });
  expect(await door.models.ask(question, ask)).toMatchObject({ answer: 'L5', by: { name: 'b' } });
});

test('with a cap, a model of unknown price is not asked', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'L5'));
  const door = await fileDoor({ ...modelAt(server.url), spendCapUsd: 5 });
  await expect(door.models.ask(question, ask)).rejects.toMatchObject({ code: 'price-unknown' });
  expect(server.served).toHaveLength(0);
  await door.end();
  // What was answered before there was a cap is there all the same.
  const free = await fileDoor(modelAt(server.url), {}, door.place);
  await free.models.ask(question, ask);
  await free.end();
  await using again = await fileDoor({ ...modelAt(server.url), spendCapUsd: 5 }, {}, door.place);
  expect(await again.models.ask(question, ask)).toMatchObject({ answer: 'L5', requests: 0 });
});

test('the cap stops before it is passed, and what is answered is kept', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'L5'));
  const price = { inputPerMillionUsd: 1000, outputPerMillionUsd: 1000 };
  await using door = await fileDoor({ ...modelAt(server.url, { price }), spendCapUsd: 0.5 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 60 }, (_, repeat) => door.models.ask(question, { ...ask, repeat })),
  );
  const answered = outcomes.filter(({ status }) => status === 'fulfilled').length;
  const stopped = outcomes.flatMap(each => (each.status === 'rejected' ? [each.reason.code] : []));
  expect(new Set(stopped)).toEqual(new Set(['spend-cap-reached']));
  // An answer costs 0.015, and one more could cost 0.21 at the most.
  expect(answered * 0.015).toBeLessThanOrEqual(0.5);
  expect(answered).toBeGreaterThanOrEqual(15);
  expect(server.served).toHaveLength(answered);
  expect(await door.models.ask(question, { ...ask, repeat: 0 })).toMatchObject({ requests: 0 });
});
