// Asks a model many questions through the door, until it is done or killed: run by
// `model-kill.test.ts` in a process of its own.
import { z } from 'zod';
import { openWorkspace } from '../src/config/index.ts';
import { defineTextRole, text } from '../src/contracts/models/index.ts';
import { findModel, openFileLog, openModels, openStoreLog } from '../src/models/index.ts';
import { openStore } from '../src/store/index.ts';

const [url = '', count = '', logFile] = process.argv.slice(2);

const question = defineTextRole({
  name: 'contestant',
  promptVersion: 'test-kill/1',
  input: z.object({ n: z.number() }),
  maxOutputTokens: 50,
  render: ({ n }) => ({
    messages: [{ from: 'user', parts: [text(`Question ${n}: A. yes B. no`)] }],
  }),
});

const store = logFile ? undefined : await openStore(openWorkspace(undefined));
const log = logFile ? await openFileLog(logFile, { capUsd: null }) : await openStoreLog(store!);
const model = findModel('m', { models: {}, baseUrl: `${url}/v1` });
const models = openModels({
  settings: { models: {}, roles: {}, egress: { onsite: [], exceptions: [] } },
  log,
  readPicture: async () => Buffer.alloc(0),
  players: { contestant: { ...model, limits: { ...model.limits, concurrency: 8 } } },
  patience: { firstPauseMs: 1, longestPauseMs: 10 },
});
const outcomes = await Promise.all(
  Array.from({ length: Number(count) }, (_, n) =>
    models.ask(question, { input: { n }, class: 'public' }),
  ),
);
await models.close();
await log.close();
await store?.close();
process.stdout.write(`${JSON.stringify(outcomes.map(({ call, status }) => ({ call, status })))}\n`);
