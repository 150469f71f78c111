import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { europePmcServer } from '../src/sources/europepmc/testing/europepmc-server.ts';
import { recordOf, textOf } from '../src/sources/europepmc/testing/fake-article.ts';
import { writeZip } from '../src/sources/europepmc/testing/write-zip.ts';
import { launchBrowser } from './chromium.ts';
import { runSpinemed } from './run-spinemed.ts';
import { throwawayStore } from './throwaway-store.ts';

type Step = { stage: string; in: number; out: number; rejects: number; waiting: number } & Record<
  string,
  unknown
>;

function outside(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-elsewhere-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(folder: string, name: string, content: string | Uint8Array): void {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

/** Pictures of printed pages, a line of large text each. */
async function printPages(texts: readonly string[]): Promise<Uint8Array[]> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1000, height: 400 } });
  const pictures = [];
  for (const text of texts) {
    await page.setContent(`<body style="font: 44px serif; margin: 60px"><p>${text}</p></body>`);
    pictures.push(await page.screenshot());
  }
  await browser.close();
  return pictures;
}

const figure = (id: string, href: string, caption: string) =>
  `<fig id="${id}"><label>Figure ${id.slice(1)}</label><caption><p>${caption}</p></caption><graphic xlink:href="${href}"/></fig>`;

/** Two articles: of one a figure is another owner's, of the other the service has no archive. */
function articles(picture: Uint8Array) {
  const citing = '<p>Figure 1 shows L4/L5, Figure 2 the same level on CT.</p>';
  return {
    records: [recordOf(1), recordOf(2), recordOf(3, { isOpenAccess: 'N' })],
    texts: {
      PMC1: textOf(1, {
        body: `${citing}${figure('F2', 'g2', 'CT. Reprinted with permission from Elsevier.')}`,
      }),
      PMC2: textOf(2, { body: citing }),
    },
    archives: { PMC1: writeZip([{ name: 'g1.jpg', bytes: picture }]) },
  };
}

test('what was collected from anywhere is worked on by build, once', async () => {
  await using opened = await throwawayStore();
  const [first, second] = await printPages([
    'Stenosis at L4/L5 narrows the canal.',
    'Decompression relieves the root.',
  ]);
  const server = await europePmcServer(articles(first!));
  const environment = { ...opened.environment, SPINEMED_EUROPEPMC_URL: server.baseUrl };
  const run = (...args: string[]) => runSpinemed(args, { environment });
  const stepsOf = async (...args: string[]) => {
    const ran = await run(...args, '--json');
    const { steps }: { steps: Step[] } = JSON.parse(ran.stdout);
    for (const step of steps) expect(step.in).toBe(step.out + step.rejects + step.waiting);
    return Object.fromEntries(steps.map(step => [step.stage, step]));
  };

  const books = outside();
  write(
    books,
    'guide/guide.md',
    '# Guide\n\nFigure 1 shows the disc.\n\n![](a.png)\n\nFigure 1. MRI.\n\n![](gone.png)\n',
  );
  write(books, 'guide/a.png', first!);
  write(books, 'scans/source.yaml', 'title: Old book\npages: scanned\n');
  write(books, 'scans/page 10.png', second!);
  write(books, 'scans/page 9.png', first!);
  write(books, 'scans/page 11.png', first!.subarray(0, 300));
  write(
    opened.folder,
    'sources/bomb.xml',
    '<!DOCTYPE article [<!ENTITY a "x">]><article><body>&a;</body></article>',
  );
  const cases = outside();
  write(cases, 'case 1/note.txt', 'Low back pain.');
  mkdirSync(path.join(cases, 'case 2'));

  await run('collect', 'europepmc', '--query', 'lumbar', '--limit', '10');
  await run('collect', 'folder', books);
  await run('collect', 'folder', path.join(books, 'guide'));
  await run('collect', 'cases', cases);
  const built = await stepsOf('build');
  expect(built).toMatchObject({
    'collect-europepmc': {
      in: 3,
      out: 2,
      reasons: { 'not-open-access': 1, 'figure-third-party': 1, 'archive-missing': 1 },
    },
    'collect-converter-documents': { in: 1, out: 1, reasons: { 'picture-missing': 1 } },
    'collect-scanned-documents': { in: 1, out: 1 },
    'collect-cases': { in: 2, out: 1, reasons: { 'case-empty': 1 } },
    'deidentification-gate': { in: 1, held: 1 },
    'read-document-file': { in: 1, rejects: 1, reasons: { 'document-unreadable': 1 } },
    'read-scanned-document': { in: 1, out: 1, reasons: { 'ocr-failed': 1 } },
    // Every picture that is not there was told of by whoever did not get it.
    'read-published-article': { in: 2, out: 2, partsRejected: 0 },
    bind: { in: 4, out: 4, partsRejected: 0 },
    'check-consistency': { in: 2, out: 2 },
  });

  const { rows } = await opened.store.pool.query(
    `select data->>'origin' as origin, data->>'title' as title, data->>'markdown' as markdown
     from things where kind = 'document' and data->>'origin' like '%scans'`,
  );
  expect(rows).toMatchObject([{ origin: path.join(books, 'scans') }]);
  const text = String(await opened.store.blobs.get(rows[0].markdown));
  expect(text).toMatch(/Stenosis[\s\S]*canal[\s\S]*Decompression/);
  const rejects = await run('status', '--rejects');
  const lost = path.join(books, 'scans', 'page 11.png');
  expect(rejects.stdout).toContain(`ocr-failed: ${lost}, page 3`);
  expect(rejects.stdout).toContain('document-unreadable: sources/bomb.xml (xml-entity)');

  const asked = server.log.length;
  expect(await stepsOf('build')).toEqual(built);
  expect(server.log).toHaveLength(asked);
  expect((await run('verify')).stdout).toMatch(/^sound: /);
  await server[Symbol.asyncDispose]();
}, 240_000);

test('the sample’s folder, collected by hand, is what its recipe has already', async () => {
  await using opened = await throwawayStore({ sample: true });
  const { environment, folder } = opened;
  const build = async () => (await runSpinemed(['build', '--json'], { environment })).stdout;
  const before = await build();
  const args = ['collect', 'folder', path.join(folder, 'sources'), '--json'];
  const collected = await runSpinemed(args, { environment });
  const { steps } = JSON.parse(before);
  expect(JSON.parse(collected.stdout).steps).toEqual(expect.arrayContaining(steps.slice(0, 3)));
  expect(await build()).toBe(before);
}, 120_000);
