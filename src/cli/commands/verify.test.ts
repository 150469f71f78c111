import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { throwawayStore } from '../../../tests/throwaway-store.ts';

test('verify says sound and 0, or lists what is off and gives 1', async () => {
  await using opened = await throwawayStore({ sample: true });
  const { environment, folder } = opened;
  await runSpinemed(['build'], { environment });
  const sound = await runSpinemed(['verify'], { environment });
  expect([sound.status, sound.stderr]).toEqual([0, '']);
  expect(sound.stdout).toMatch(/^sound: \d+ blobs/);

  const blobs = path.join(folder, 'blobs');
  const blob = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).find(name =>
    /[0-9a-f]{64}$/.test(name),
  )!;
  writeFileSync(path.join(blobs, blob), 'something else');
  const sha256 = path.basename(blob);
  const [plain, json] = await Promise.all([
    runSpinemed(['verify'], { environment }),
    runSpinemed(['verify', '--json'], { environment }),
  ]);
  expect([plain.status, json.status]).toEqual([1, 1]);
  expect(plain.stdout).toMatch(new RegExp(`^blob: .*${sha256}.*\\n$`));
  expect(plain.stderr).toBe('1 findings\n');
  expect(JSON.parse(json.stdout)).toMatchObject({
    sound: false,
    findings: [{ check: 'blob', subject: sha256 }],
  });
});
