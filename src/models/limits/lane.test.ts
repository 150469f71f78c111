import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLane } from './lane.ts';

test('no more are under way than allowed, and places that are given back are taken', async () => {
  const lane = openLane(3);
  let underWay = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      const leave = await lane.enter('work', undefined);
      underWay++;
      most = Math.max(most, underWay);
      await sleep(1);
      underWay--;
      leave();
      leave();
    }),
  );
  expect(most).toBe(3);
  expect(lane.state()).toMatchObject({ inFlight: 0, waiting: 0 });
});

test('a judge does not wait behind the contestants who came before', async () => {
  const lane = openLane(1);
  const order: string[] = [];
  const first = await lane.enter('contestant', undefined);
  const queue = ['contestant', 'contestant', 'contestant', 'judge', 'judge'].map(async role => {
    const leave = await lane.enter(role, undefined);
    order.push(role);
    leave();
  });
  first();
  await Promise.all(queue);
  expect(order).toEqual(['contestant', 'judge', 'contestant', 'judge', 'contestant']);
});

test('who gives up leaves the row, and the others go on', async () => {
  const lane = openLane(1);
  const leave = await lane.enter('work', undefined);
  const ending = new AbortController();
  const given = lane.enter('work', ending.signal);
  const stays = lane.enter('work', undefined);
  ending.abort(new Error('enough'));
  await expect(given).rejects.toThrow('enough');
  leave();
  (await stays)();
  expect(lane.state()).toMatchObject({ inFlight: 0, waiting: 0 });
  await expect(lane.enter('work', ending.signal)).rejects.toThrow('enough');
});

test('told to slow down it pauses and takes half as many, then comes back step by step', async () => {
  const lane = openLane(8);
  const start = Date.now();
  lane.slowDown(60);
  lane.slowDown(60);
  expect(lane.state().atOnce).toBe(4);
  (await lane.enter('work', undefined))();
  expect(Date.now() - start).toBeGreaterThanOrEqual(58);
  for (let answers = 0; answers < 100; answers++) lane.speedUp();
  expect(lane.state().atOnce).toBe(8);
});

test('with nobody left to wait, the quiet keeps no process alive', async () => {
  const timers = () => process.getActiveResourcesInfo().filter(each => each === 'Timeout').length;
  const before = timers();
  const lane = openLane(2);
  lane.slowDown(600_000);
  const ending = new AbortController();
  const waiting = [lane.enter('a', ending.signal), lane.enter('b', ending.signal)];
  expect(timers()).toBe(before + 1);
  ending.abort(new Error('enough'));
  for (const each of waiting) await expect(each).rejects.toThrow('enough');
  expect(timers()).toBe(before);
});

test('however often it is told, one at a time still goes', async () => {
  const lane = openLane(4);
  for (let told = 0; told < 10; told++) {
    lane.slowDown(1);
    await sleep(2);
  }
  expect(lane.state().atOnce).toBe(1);
  (await lane.enter('work', undefined))();
});
