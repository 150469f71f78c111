import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { overviewSchema } from '../../contracts/overview/index.ts';

test('status tells how things stand before and after a build, for people and for scripts', async () => {
  await using opened = await throwawayStore({ sample: true });
  const { environment } = opened;
  const before = await runSpinemed(['status'], { environment });
  expect([before.status, before.stderr]).toEqual([0, '']);
  expect(before.stdout).toContain('nothing was built yet');

  await runSpinemed(['build'], { environment });
  const [plain, json] = await Promise.all([
    runSpinemed(['status'], { environment }),
    runSpinemed(['status', '--json'], { environment }),
  ]);
  expect(plain.stdout).toMatch(/^stage +in +out +rejects +waiting +made$/m);
  expect(plain.stdout).toMatch(/^collect-folder v2 +\d+/m);
  expect(plain.stdout).toMatch(/^spend: 0\.00 USD in \d+ model calls, no cap$/m);
  expect(json.stderr).toBe('');
  const overview = overviewSchema.strict().parse(JSON.parse(json.stdout));
  expect(overview.build).toMatchObject({ recipe: 'sample', state: 'done', error: null });
  for (const step of overview.steps) expect(step.in).toBe(step.out + step.rejects + step.waiting);
});

test('a list of rejects that stops says where, and how to see them all', async () => {
  await using opened = await throwawayStore();
  const { environment, folder } = opened;
  const odd = path.join(folder, 'sources', 'odd');
  mkdirSync(odd, { recursive: true });
  for (let nth = 0; nth < 23; nth++) writeFileSync(path.join(odd, `${nth}.bin`), `\0${nth}`);
  await runSpinemed(['build'], { environment });
  const ask = (...flags: string[]) => runSpinemed(['status', ...flags], { environment });
  const [some, all, json] = await Promise.all([
    ask('--rejects'),
    ask('--rejects', '23'),
    ask('--rejects', '5', '--json'),
  ]);
  expect(some.stdout.match(/^identify: .*\.bin/gm)).toHaveLength(20);
  expect(some.stdout).toMatch(/^identify: 20 of 23 rejects; --rejects 23 shows all\n$/m);
  expect(all.stdout.match(/^identify: .*\.bin/gm)).toHaveLength(23);
  expect(all.stdout).not.toContain('shows all');
  const { rejects, rejectsShown } = JSON.parse(json.stdout);
  expect(rejects).toHaveLength(5);
  expect(rejectsShown).toMatchObject([{ stage: 'identify', shown: 5, total: 23 }]);
});
