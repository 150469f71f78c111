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
