import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { fileDoor, question } from '../testing/try-door.ts';

const modelAt = (baseUrl: string) => ({
  models: { m: { provider: 'openai-compatible', egress: 'onsite', baseUrl } },
  roles: { contestant: 'm' },
});
const ask = { input: { text: 'L4 or L5?', pictures: [] }, class: 'clinical' as const };

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function say(response: ServerResponse, choice: object, usage?: object): void {
  const chunk = { id: 's', object: 'chat.completion.chunk', created: 1, model: 'm' };
  response.write(
    `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, ...choice }], usage })}\n\n`,
  );
}

function end(response: ServerResponse): void {
  say(
    response,
    { delta: {}, finish_reason: 'stop' },
    { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 },
  );
  response.end('data: [DONE]\n\n');
}

test('text is shown as it comes, and the whole is logged for the next who asks', async () => {
  await using server = await serve((_, response) => {
    begin(response);
    for (const content of ['椎间', '盘 ', 'L5']) say(response, { delta: { content } });
    end(response);
  });
  await using door = await fileDoor(modelAt(server.url));
  const shown: string[] = [];
  const outcome = await door.models.stream(question, ask, delta => shown.push(delta));
  expect(outcome).toMatchObject({
    answer: '椎间盘 L5',
    tokens: { input: 9, output: 3 },
    requests: 1,
  });
  expect(shown).toEqual(['椎间', '盘 ', 'L5']);
  // From the log it comes in one piece.
  const again: string[] = [];
  await door.models.stream(question, ask, delta => again.push(delta));
  expect(again).toEqual(['椎间盘 L5']);
  expect(server.served).toHaveLength(1);
});

test('broken off before anything was shown it is begun anew; afterwards it is given up', async () => {
  let tries = 0;
  await using server = await serve((_, response) => {
    begin(response);
    if (++tries === 1) {
      response.flushHeaders();
      setTimeout(() => response.destroy(), 20);
      return;
    }
    say(response, { delta: { content: 'half of ' } });
    setTimeout(() => response.destroy(), 20);
  });
  await using door = await fileDoor(modelAt(server.url));
  const shown: string[] = [];
  const outcome = await door.models.stream(question, ask, delta => shown.push(delta));
  expect(outcome).toMatchObject({ status: 'failed', reason: 'gave-up', requests: 2 });
  expect(shown).toEqual(['half of ']);
});

test('who leaves in the middle is left, and the request is logged as lost', async () => {
  await using server = await serve((_, response) => {
    begin(response);
    say(response, { delta: { content: 'a long ' } });
  });
  await using door = await fileDoor(modelAt(server.url));
  const leaving = new AbortController();
  const asking = door.models.stream(question, { ...ask, signal: leaving.signal }, () =>
    leaving.abort(new Error('window closed')),
  );
  await expect(asking).rejects.toThrow('window closed');
  expect(door.models.lanes()).toMatchObject([{ inFlight: 0 }]);
});
