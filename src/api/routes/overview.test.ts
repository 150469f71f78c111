import { expect, test } from 'vitest';
import { type ThrowawayApi, throwawayApi } from '../../../tests/throwaway-api.ts';
import { overviewSchema } from '../../contracts/overview/index.ts';

async function step({ store }: ThrowawayApi, rejects: number): Promise<number> {
  const { rows } = await store.pool.query(
    `insert into steps (id, stage, version, settings, makes)
     values (gen_random_uuid(), 'read', 1, '{}', '{}') returning number`,
  );
  await store.pool.query(
    `insert into rejects (step, input, reason, place)
     select $1, gen_random_uuid(), 'unknown-format', 'file-' || n from generate_series(1, $2::int) n`,
    [rows[0].number, rejects],
  );
  return rows[0].number;
}

function addSource({ store }: ThrowawayApi) {
  return store.pool.query(
    `with added as (
       insert into sources (id, kind, class, title, origin)
       values (gen_random_uuid(), 'test', 'public', 'a book', gen_random_uuid()::text))
     insert into source_counts values ('public', 1)
     on conflict (class) do update set count = source_counts.count + 1`,
  );
}

test('rejects are read by key: every one once, in order, and only those of the step', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const number = await step(it, 120);
  await step(it, 7);
  const places: string[] = [];
  let next: number | null = null;
  let pages = 0;
  do {
    const after: string = next === null ? '' : `&after=${next}`;
    const answer = await it.ask(`/api/steps/${number}/rejects?limit=50${after}`, { cookie });
    const page = await answer.json();
    places.push(...page.rejects.map((reject: { place: string }) => reject.place));
    next = page.next;
    pages++;
  } while (next !== null);
  expect(pages).toBe(3);
  expect(places).toEqual(Array.from({ length: 120 }, (_, n) => `file-${n + 1}`));
});

test('a page that cannot be is refused, and a step that is not there has no rejects', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const wrong = [
    ...['0', '-1', '1.5', 'x', '99999999999', '1%00', "1'", '%20'].map(at => `${at}/rejects`),
    ...['limit=0', 'limit=501', 'limit=x', 'after=-1', 'after=1e400', 'limit='].map(
      query => `1/rejects?${query}`,
    ),
  ];
  for (const path of wrong) {
    const answer = await it.ask(`/api/steps/${path}`, { cookie });
    expect([answer.status, (await answer.json()).code], path).toEqual([400, 'request-invalid']);
  }
  const none = await it.ask('/api/steps/2147483647/rejects?after=9007199254740991', { cookie });
  expect(await none.json()).toEqual({ rejects: [], next: null });
  expect(it.defects).toEqual([]);
});

test('the overview is as its schema says, before anything was built', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const overview = await (await it.ask('/api/overview', { cookie })).json();
  expect(overviewSchema.strict().parse(overview)).toEqual(overview);
  expect(overview).toMatchObject({ build: null, steps: [], workers: [] });
});

test('the live overview tells at once how things stand, and again when they change', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const leave = new AbortController();
  const pages = await Promise.all(
    [1, 2, 3].map(() =>
      fetch(`${it.api.url}/api/overview/live`, { headers: { cookie }, signal: leave.signal }),
    ),
  );
  expect(pages[0]!.headers.get('content-type')).toBe('text/event-stream');
  const feeds = pages.map(page => events(page));
  const publicSources = async () =>
    Promise.all(feeds.map(async feed => (await feed.next()).value?.sources.public));
  expect(await publicSources()).toEqual([0, 0, 0]);
  await addSource(it);
  expect(await publicSources()).toEqual([1, 1, 1]);
  leave.abort();

  // Who comes when all have left is told the news, not what was last known.
  await new Promise(resolve => setTimeout(resolve, 800));
  await addSource(it);
  const late = await fetch(`${it.api.url}/api/overview/live`, { headers: { cookie } });
  expect((await events(late).next()).value?.sources.public).toBe(2);
});

test('the server closes at once with live pages open', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const feed = events(await fetch(`${it.api.url}/api/overview/live`, { headers: { cookie } }));
  await feed.next();
  const startedAt = performance.now();
  await it.api.close();
  expect(performance.now() - startedAt).toBeLessThan(1500);
  expect((await feed.next()).done).toBe(true);
  await expect(it.ask('/healthz')).rejects.toThrow();
});

async function* events(answer: Response) {
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      if (event.startsWith('data: ')) yield overviewSchema.parse(JSON.parse(event.slice(6)));
    }
  }
}
