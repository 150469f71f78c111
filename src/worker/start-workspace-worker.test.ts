import { expect, test } from 'vitest';
import { z } from 'zod';
import { throwawayStore } from '../../tests/throwaway-store.ts';
import { defineTextRole, text } from '../contracts/models/index.ts';
import {
  type DataClass,
  defineCollector,
  defineRecipe,
  defineStage,
  made,
  readOverview,
  reject,
  runRecipe,
  verify,
} from '../store/index.ts';
import { startWorkspaceWorker } from './start-workspace-worker.ts';

const noteKind = { name: 'test-note', schema: z.object({ text: z.string() }) };
const replyKind = { name: 'test-reply', schema: z.object({ text: z.string() }) };

const collectNotes = defineCollector({
  name: 'test-notes',
  version: 1,
  makes: [noteKind],
  settings: z.object({ classes: z.array(z.string()) }),
  rejects: [],
  async *offers({ settings }) {
    for (const each of settings.classes) {
      const source = { kind: 'test', class: each as DataClass, title: each, origin: each };
      yield { key: each, source, collect: async () => made(noteKind, { text: `a ${each} note` }) };
    }
  },
});

const echo = defineTextRole({
  name: 'revise',
  promptVersion: 'test-echo/1',
  input: z.object({ text: z.string() }),
  maxOutputTokens: 50,
  render: input => ({ messages: [{ from: 'user', parts: [text(input.text)] }] }),
  offline: { method: 'an echo for tests', version: 1, answer: input => input.text.toUpperCase() },
});

const reply = defineStage({
  name: 'test-reply',
  version: 1,
  takes: noteKind,
  makes: [replyKind],
  settings: z.object({}),
  rejects: ['egress-refused', 'gave-up'],
  beforeGate: true,
  async each(input, { models, signal }) {
    const call = { input: input.data, class: input.class, from: [input.id], signal };
    const outcome = await models.ask(echo, call);
    if (outcome.status === 'failed') return reject(outcome.reason, { code: outcome.code });
    return made(replyKind, { text: outcome.answer }, { from: [outcome.call] });
  },
});

const recipe = defineRecipe({
  name: 'test',
  about: '',
  steps: [collectNotes({ classes: ['public', 'licensed', 'clinical'] }), reply()],
});

test('a stage asks through the door: its things lead back to the call, and a refusal is a reject', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  const signal = new AbortController().signal;
  const logDefect = (error: unknown) => {
    throw error;
  };
  const run = async () => {
    const worker = await startWorkspaceWorker(store, [reply().stage], {
      concurrency: 1,
      logDefect,
    });
    await runRecipe(store, recipe, { signal, logDefect });
    await worker.stop();
  };
  await run();
  const { rows } = await store.pool.query(
    `select t.data->>'text' as text, c.class, c.prompt_version as prompt from things t
     join provenance p on p.thing = t.id join model_calls c on c.id = p.input
     where t.kind = 'test-reply' order by c.class`,
  );
  expect(rows.map(row => row.text)).toEqual([
    'A PUBLIC NOTE',
    'A LICENSED NOTE',
    'A CLINICAL NOTE',
  ]);
  expect(rows.map(row => row.class)).toEqual(['public', 'licensed', 'clinical']);
  expect((await readOverview(store)).models).toMatchObject([
    { offline: true, answered: 3, lost: 0 },
  ]);
  const findings = [];
  for await (const finding of verify(store)) findings.push(finding);
  expect(findings).toEqual([]);
});

test('a role whose model is outside loses its clinical inputs to rejects, and the books stay whole', async () => {
  await using opened = await throwawayStore();
  const { store } = opened;
  // Nobody listens there: what may leave is given up, what may not is refused.
  store.workspace.settings.models = {
    far: {
      provider: 'openai-compatible',
      baseUrl: 'http://127.0.0.1:9/v1',
      egress: 'external',
      mode: 'live',
    },
  };
  store.workspace.settings.roles = { revise: 'far' };
  const only = defineRecipe({
    name: 'test',
    about: '',
    steps: [collectNotes({ classes: ['clinical'] }), reply()],
  });
  const logDefect = () => {};
  const worker = await startWorkspaceWorker(store, [reply().stage], { concurrency: 1, logDefect });
  const [, counts] = await runRecipe(store, only, {
    signal: new AbortController().signal,
    logDefect,
  });
  await worker.stop();
  expect(counts).toMatchObject({ in: 1, out: 0, rejects: 1, reasons: { 'egress-refused': 1 } });
  expect((await readOverview(store)).models).toMatchObject([
    { model: 'far', refused: 1, answered: 0 },
  ]);
  // Built again nothing changes; under another model it is tried again.
  const rebuild = async () => {
    const again = await startWorkspaceWorker(store, [reply().stage], { concurrency: 1, logDefect });
    const [, books] = await runRecipe(store, only, {
      signal: new AbortController().signal,
      logDefect,
    });
    await again.stop();
    return books;
  };
  expect(await rebuild()).toMatchObject({ in: 1, out: 0, rejects: 1 });
  expect((await readOverview(store)).models).toMatchObject([{ refused: 1 }]);
  store.workspace.settings.roles = {};
  expect(await rebuild()).toMatchObject({ in: 1, out: 1, rejects: 0, reasons: {} });
  const findings = [];
  for await (const finding of verify(store)) findings.push(finding);
  expect(findings).toEqual([]);
});
