import { expect, test } from 'vitest';
import { holdAgainstPicture } from '../src/curation/index.ts';
import { bind, readConverterDocument } from '../src/extraction/index.ts';
import { collectConverterDocuments } from '../src/sources/index.ts';
import { defineRecipe, readOverview, runRecipe, verify } from '../src/store/index.ts';
import { startWorkspaceWorker } from '../src/worker/index.ts';
import { throwawayStore } from './throwaway-store.ts';

const recipe = defineRecipe({
  name: 'documents',
  about: '',
  steps: [
    collectConverterDocuments({ path: 'sources' }),
    readConverterDocument(),
    bind(),
    holdAgainstPicture(),
  ],
});

test('the sample’s pictures find their text, are held against it, and lead back to the call that did', async () => {
  await using opened = await throwawayStore({ sample: true });
  const { store } = opened;
  const signal = new AbortController().signal;
  const logDefect = (error: unknown) => {
    throw error;
  };
  const stages = recipe.steps.flatMap(step => (step.type === 'stage' ? [step.stage] : []));
  const worker = await startWorkspaceWorker(store, stages, { concurrency: 2, logDefect });
  const counts = await runRecipe(store, recipe, { signal, logDefect });
  await worker.stop();
  for (const step of counts) expect(step.in).toBe(step.out + step.rejects + step.waiting);
  const { rows } = await store.pool.query(
    `select t.data->>'origin' as origin, t.data->>'label' as label, t.data->>'verdict' as verdict,
       t.data->'by'->>'offline' as offline, count(c.id)::int as calls
     from things t join provenance p on p.thing = t.id left join model_calls c on c.id = p.input
     where t.kind = 'checked-picture' group by t.id, t.data order by 1, 2`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(10);
  expect(rows.every(({ offline, calls }) => offline === 'true' && calls === 1)).toBe(true);
  expect((await readOverview(store)).models).toMatchObject([{ offline: true }]);
  const findings = [];
  for await (const finding of verify(store)) findings.push(finding);
  expect(findings).toEqual([]);
});
