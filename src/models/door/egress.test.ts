import { expect, test } from 'vitest';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { readAuditEvents, type Store, verify } from '../../store/index.ts';
import { findModel } from '../find-model.ts';
import { openStoreLog } from '../log/store-log.ts';
import { type DoorOptions, openModels } from '../open-models.ts';
import { sayCompletion, serve } from '../testing/serve.ts';
import { impatient, question, settingsOf } from '../testing/try-door.ts';

/** Attacks on "patient data stays in": each server here stands for the world outside. */

const outside = (baseUrl: string, more: object = {}) => ({
  provider: 'openai-compatible',
  egress: 'external',
  baseUrl,
  ...more,
});
const patient = { text: 'Zhang San, 54, pain at L4/5', pictures: [] as string[] };

async function storeDoor(store: Store, file: object, options: Partial<DoorOptions> = {}) {
  const log = await openStoreLog(store);
  const models = openModels({
    settings: settingsOf(file),
    log,
    readPicture: sha256 => store.blobs.get(sha256),
    patience: impatient,
    ...options,
  });
  return {
    models,
    async [Symbol.asyncDispose]() {
      await models.close();
      await log.close();
    },
  };
}

async function events(store: Store) {
  const { rows } = await store.pool.query(
    'select action, subject, detail from audit_events order by id',
  );
  return rows;
}

/** A thing of a class in the books, with a picture of its own. */
async function addThing(store: Store, dataClass: string, picture: Buffer) {
  const sha256 = await store.blobs.put(picture);
  const { rows } = await store.pool.query(
    `insert into things (id, step, kind, class, data, blobs)
     values (gen_random_uuid(), 1, 'test', $1, '{}', array[$2]) returning id`,
    [dataClass, sha256],
  );
  return { id: rows[0].id as string, sha256 };
}

const png = (mark: number) =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from([mark])]);

test('a role mapped to an external model: a clinical item is refused, logged, and in the audit log', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'stolen'));
  await using opened = await throwawayStore();
  const { store } = opened;
  await using door = await storeDoor(store, {
    models: { far: outside(server.url) },
    roles: { contestant: 'far' },
  });
  const outcome = await door.models.ask(question, { input: patient, class: 'clinical' });
  expect(outcome).toMatchObject({
    status: 'failed',
    reason: 'egress-refused',
    code: 'clinical-data-stays-in',
    requests: 0,
  });
  expect(server.connections()).toBe(0);
  expect(await events(store)).toEqual([
    {
      action: 'egress-refused',
      subject: outcome.call,
      detail: expect.objectContaining({ model: 'far', role: 'contestant', class: 'clinical' }),
    },
  ]);
  const { rows } = await store.pool.query('select call, status, code from model_attempts');
  expect(rows).toEqual([{ call: outcome.call, status: 'refused', code: 'clinical-data-stays-in' }]);
  // The audit log names ids and codes, and not the patient.
  expect(JSON.stringify(await readAuditEvents(store, { limit: 10 }))).not.toContain('Zhang');
  // Asked again it is refused again; asked as public it goes out.
  await door.models.ask(question, { input: patient, class: 'clinical' });
  expect(server.connections()).toBe(0);
  expect(await door.models.ask(question, { input: patient, class: 'public' })).toMatchObject({
    status: 'answered',
  });
  const findings = [];
  for await (const finding of verify(store)) findings.push(finding);
  expect(findings).toEqual([]);
});

test('a patient’s picture inside a public item, and text made of a patient’s thing', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'stolen'));
  await using opened = await throwawayStore();
  const { store } = opened;
  const clinical = await addThing(store, 'clinical', png(1));
  const open = await addThing(store, 'public', png(2));
  await addThing(store, 'public', png(1));
  await using door = await storeDoor(store, {
    models: { far: outside(server.url) },
    roles: { contestant: 'far' },
  });
  const ask = (pictures: string[], from: string[] = []) =>
    door.models.ask(question, { input: { text: 'what is it?', pictures }, class: 'public', from });
  const refused = { status: 'failed', reason: 'egress-refused' };
  expect(await ask([clinical.sha256])).toMatchObject(refused);
  expect(await ask([open.sha256, clinical.sha256])).toMatchObject(refused);
  expect(await ask([], [open.id, clinical.id])).toMatchObject(refused);
  // What a call about a patient wrote is a patient's too.
  const inside = await door.models.ask(question, {
    input: patient,
    class: 'clinical',
    model: 'offline',
  });
  expect(inside.status).toBe('answered');
  expect(await ask([], [inside.call])).toMatchObject(refused);
  expect(server.connections()).toBe(0);
  expect(await ask([open.sha256], [open.id])).toMatchObject({ status: 'answered' });
});

test('a fallback and a retry go no further than the first try may', async () => {
  await using near = await serve((_, response) => response.writeHead(503).end());
  await using far = await serve((_, response) => sayCompletion(response, 'stolen'));
  await using opened = await throwawayStore();
  await using door = await storeDoor(opened.store, {
    models: { near: { ...outside(near.url), egress: 'onsite' }, far: outside(far.url) },
    roles: { contestant: ['near', 'far'] },
  });
  const outcome = await door.models.ask(question, { input: patient, class: 'clinical' });
  expect(outcome).toMatchObject({ status: 'failed', reason: 'egress-refused' });
  expect(near.served).toHaveLength(5);
  expect(far.connections()).toBe(0);
  const open = await door.models.ask(question, { input: patient, class: 'public' });
  expect(open).toMatchObject({ status: 'answered', by: { name: 'far' } });
});

test('a redirect from an onsite server to another host carries nothing there', async () => {
  await using far = await serve((_, response) => sayCompletion(response, 'stolen'), '127.0.0.3');
  await using near = await serve((_, response) => {
    response.writeHead(307, { location: `${far.url}/chat/completions` }).end();
  });
  await using opened = await throwawayStore();
  await using door = await storeDoor(opened.store, {
    models: { near: { ...outside(near.url), egress: 'onsite' } },
    roles: { contestant: 'near' },
  });
  expect(await door.models.ask(question, { input: patient, class: 'clinical' })).toMatchObject({
    status: 'failed',
    reason: 'request-rejected',
    code: 'redirected',
  });
  expect(far.connections()).toBe(0);
});

test('an address that leads out of the house is a refusal with an audit event, whoever owns the name', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'stolen'));
  await using opened = await throwawayStore();
  const { store } = opened;
  // The far end is looked at and found outside: here nothing is inside.
  const nothingInside = { isOnsite: () => false };
  for (const egress of ['onsite', undefined] as const) {
    await using door = await storeDoor(
      store,
      {},
      {
        ...nothingInside,
        players: {
          contestant: {
            ...findModel('m', { models: {}, baseUrl: server.url }),
            ...(egress ? { egress, pool: egress } : {}),
          },
        },
      },
    );
    expect(await door.models.ask(question, { input: patient, class: 'clinical' })).toMatchObject({
      status: 'failed',
      reason: 'egress-refused',
      code: 'address-not-onsite',
    });
  }
  expect(server.served).toEqual([]);
  expect((await events(store)).filter(({ action }) => action === 'egress-refused')).toHaveLength(2);
});

test('an exception lets a named model have it, and every door that uses it leaves a trace', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'L5'));
  await using opened = await throwawayStore();
  const { store } = opened;
  const exceptions = [
    { model: 'far', reason: 'processing agreement 7', approvedBy: 'ethics board' },
  ];
  await using door = await storeDoor(store, {
    models: { far: outside(server.url), farther: outside(server.url) },
    roles: { contestant: 'far', consult: 'farther' },
    egress: { exceptions },
  });
  expect(await door.models.ask(question, { input: patient, class: 'clinical' })).toMatchObject({
    status: 'answered',
  });
  const other = await door.models.ask(question, {
    input: patient,
    class: 'clinical',
    model: 'farther',
  });
  expect(other).toMatchObject({ reason: 'egress-refused' });
  expect((await events(store)).map(({ action }) => action)).toEqual([
    'egress-exception',
    'egress-refused',
  ]);
});
