import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { holdAgainstPicture } from '../src/curation/index.ts';
import { bind, readConverterDocument, readDocumentFile } from '../src/extraction/index.ts';
import { chapterHtml } from '../src/extraction/pdf/testing/chapter-html.ts';
import { readChapter } from '../src/extraction/pdf/testing/compare-texts.ts';
import { collectConverterDocuments, collectFolder, identify } from '../src/sources/index.ts';
import {
  defineRecipe,
  type Recipe,
  readOverview,
  runRecipe,
  type Store,
  verify,
} from '../src/store/index.ts';
import { startWorkspaceWorker } from '../src/worker/index.ts';
import { launchBrowser } from './chromium.ts';
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

async function runAll(store: Store, steps: Recipe) {
  const logDefect = (error: unknown) => {
    throw error;
  };
  const stages = steps.steps.flatMap(step => (step.type === 'stage' ? [step.stage] : []));
  const worker = await startWorkspaceWorker(store, stages, { concurrency: 2, logDefect });
  const counts = await runRecipe(store, steps, { signal: new AbortController().signal, logDefect });
  await worker.stop();
  return counts;
}

async function findingsOf(store: Store): Promise<unknown[]> {
  const findings = [];
  for await (const finding of verify(store)) findings.push(finding);
  return findings;
}

test('the sample’s pictures find their text, are held against it, and lead back to the call that did', async () => {
  await using opened = await throwawayStore({ sample: true });
  const { store } = opened;
  const counts = await runAll(store, recipe);
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
  expect(await findingsOf(store)).toEqual([]);
});

test('a caption that only the converter’s own list has reaches the picture, and the list with it', async () => {
  await using opened = await throwawayStore();
  const { store, folder } = opened;
  const at = (name: string) => path.join(folder, 'sources', name);
  mkdirSync(at('images'), { recursive: true });
  const picture = { width: 8, height: 8, channels: 3, background: '#777' } as const;
  await sharp({ create: picture }).png().toFile(at('images/a.png'));
  writeFileSync(at('book.md'), '# Spine\n\nSee Figure 4.\n\n![](images/a.png)\n');
  const list = [
    { type: 'image', img_path: 'images/a.png', image_caption: ['Figure 4. Axial CT.'] },
  ];
  writeFileSync(at('book_content_list.json'), JSON.stringify(list));
  const steps = recipe.steps.slice(0, 3);
  await runAll(store, defineRecipe({ name: 'captions', about: '', steps }));
  const { rows } = await store.pool.query(
    `select data, blobs from things where kind = 'bound-picture'`,
  );
  const file = hash('sha256', JSON.stringify(list));
  expect(rows).toMatchObject([
    {
      data: {
        label: 'Figure 4',
        caption: { text: 'Figure 4. Axial CT.', lines: [5, 5], file },
        context: [{ text: 'See Figure 4.', relation: 'mention' }],
      },
    },
  ]);
  expect(rows[0].blobs).toContain(file);
  expect(await findingsOf(store)).toEqual([]);
});

test('a printed chapter goes the same way, from its pages to pictures that know their text', async () => {
  await using opened = await throwawayStore();
  const { store, folder } = opened;
  const chapter = readChapter('lumbar-guide');
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(
    chapterHtml(chapter.source, chapter.folder, { columns: 2, language: 'en' }),
  );
  await page.evaluate('document.fonts.ready');
  writeFileSync(path.join(folder, 'sources', 'chapter.pdf'), await page.pdf({ format: 'A4' }));
  writeFileSync(path.join(folder, 'sources', 'broken.pdf'), '%PDF-1.7\nnothing more');
  await browser.close();
  const counts = await runAll(
    store,
    defineRecipe({
      name: 'printed',
      about: '',
      steps: [
        collectFolder({ path: 'sources' }),
        identify(),
        readDocumentFile(),
        bind(),
        holdAgainstPicture(),
      ],
    }),
  );
  const [, , read, bound, held] = counts;
  expect(read).toMatchObject({ in: 2, out: 1, rejects: 1, reasons: { 'document-unreadable': 1 } });
  expect(bound).toMatchObject({ in: 1, out: 1, rejects: 0 });
  expect(held!.in).toBe(8);
  expect(held!.out).toBeGreaterThanOrEqual(7);
  expect(await findingsOf(store)).toEqual([]);
});
