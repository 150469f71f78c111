import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tests/chromium.ts';
import { findModel } from '../../models/index.ts';
import { startSimulator } from '../../models/simulator/index.ts';
import { runBenchmark } from '../run/run-benchmark.ts';
import { choiceItem, reportItem, reportOf } from '../scoring/made-up-benchmark.ts';
import { writeReportPage } from './write-report-page.ts';

const root = mkdtempSync(path.join(tmpdir(), 'spinemed-page-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const hostile = `<img src=x onerror="document.title='taken'"></script><script>document.title='taken'</script>`;
const settings = { models: {}, roles: {}, egress: { onsite: [], exceptions: [] } };

async function run(
  name: string,
  file: string,
  url: string,
  { limit, repeats }: { limit: number | null; repeats: number } = { limit: null, repeats: 1 },
): Promise<string> {
  const folder = path.join(root, name);
  const at = (model: string) => findModel(model, { models: {}, baseUrl: `${url}/v1` });
  await runBenchmark({
    ...{ file, folder, settings, model: at(name), judges: [at('judge')], extractor: null },
    ...{ concurrency: 8, repeats, judgements: 2, onProgress() {} },
    picking: { limit, sample: null, seed: null },
    signal: new AbortController().signal,
  });
  return folder;
}

const squares = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();

test('shows every item of two runs, draws its figures, and lets no stranger into the page', async () => {
  writeFileSync(path.join(root, 'picture.png'), await squares('#446'));
  const reference = reportOf([{ finding: 'disc herniation', levels: ['L4/L5'], side: 'left' }]);
  const items = [
    ...Array.from({ length: 12 }, (_, n) => ({
      ...choiceItem(`q${n}`, {
        options: { A: 'Disc space narrowing', B: 'Osteophytes', C: 'Healthy' },
        source: n % 2 ? 'textbook' : 'literature',
      }),
      question: n === 0 ? hostile : `哪一种，第 ${n} 题？`,
    })),
    ...[0, 1].map(n => ({
      ...choiceItem(`l${n}`, { options: { A: 'L4/5', B: 'L5/S1' }, images: ['picture.png'] }),
      question: `Which level, ${n}?`,
    })),
    { ...choiceItem('gone', { images: ['picture.png'] }), question: 'Last?' },
    { ...reportItem('r', { reference }), case: 'A case.' },
  ];
  const file = path.join(root, 'benchmark.jsonl');
  writeFileSync(file, items.map(item => JSON.stringify(item)).join('\n'));
  const simulator = await startSimulator({ seed: 4 });
  const folders = [
    await run('one', file, simulator.url),
    await run(`two ${hostile}`.replaceAll('/', ''), file, simulator.url),
  ];
  await simulator.close();
  const out = path.join(root, 'report.html');
  expect(await writeReportPage({ folders, out, mostItems: 100, withPrinted: true })).toEqual({
    shown: 16,
    of: 16,
  });
  const page = readFileSync(out, 'utf8');
  expect(page).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);

  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    const trouble: string[] = [];
    const asked: string[] = [];
    tab.on('pageerror', error => trouble.push(String(error)));
    tab.on('request', request => asked.push(request.url()));
    await tab.goto(`file://${out}`);
    expect(await tab.title()).toBe('made up');
    expect(trouble).toEqual([]);
    expect(asked.filter(url => !url.startsWith('data:'))).toEqual([`file://${out}`]);
    expect(await tab.locator('details.item').count()).toBe(16);
    expect(await tab.locator('svg').count()).toBeGreaterThan(4);
    expect(await tab.locator('tr.printed').count()).toBe(14);
    expect(await tab.locator('.mark').count()).toBeGreaterThan(2);
    expect(await tab.locator('.pictures img').count()).toBe(3);
    await tab.evaluate(() => {
      for (const item of document.querySelectorAll('details')) item.open = true;
    });
    const shape = await tab.locator('.pictures img').first().boundingBox();
    expect(shape!.width / shape!.height).toBeCloseTo(900 / 600, 1);
    await tab.setViewportSize({ width: 380, height: 800 });
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
    await tab.setViewportSize({ width: 1280, height: 800 });
    // Disease against disease and level against level, a table each run.
    expect(await tab.locator('table.heat').count()).toBe(4);
    await tab.selectOption('#pick', 'judged');
    expect(await tab.locator('details.item:visible').count()).toBe(1);
    await tab.evaluate(() => {
      document.documentElement.dataset.language = 'en';
    });
    await tab.click('#language');
    expect(await tab.locator('h2:visible').first().innerText()).toBe('排行榜');
    expect(await tab.locator('ol.soft li').first().isVisible()).toBe(true);
    expect(await tab.locator('html').getAttribute('lang')).toBe('zh');
  } finally {
    await browser.close();
  }

  writeFileSync(path.join(root, 'picture.png'), await squares('#a44'));
  await writeReportPage({ folders, out, mostItems: 15, withPrinted: false });
  expect(readFileSync(out, 'utf8').match(/a picture that was changed since/g)).toHaveLength(3);
  expect(readFileSync(out, 'utf8')).not.toContain('<img');
  rmSync(path.join(root, 'picture.png'));
  await writeReportPage({ folders, out, mostItems: 14, withPrinted: false });
  expect(readFileSync(out, 'utf8')).toContain('a picture that cannot be shown');
});

test('counts all items and repeats in its figures, however few it shows', async () => {
  const items = Array.from({ length: 9 }, (_, n) => ({
    ...choiceItem(`q${n}`, { options: { A: 'Osteophytes', B: 'Healthy' } }),
    question: `Which, ${n}?`,
  }));
  const file = path.join(root, 'many.jsonl');
  writeFileSync(file, items.map(item => JSON.stringify(item)).join('\n'));
  const simulator = await startSimulator({ seed: 5 });
  const folder = await run('often', file, simulator.url, { limit: null, repeats: 3 });
  const part = await run('part', file, simulator.url, { limit: 4, repeats: 3 });
  await simulator.close();
  const out = path.join(root, 'many.html');
  const options = { out, mostItems: 2, withPrinted: true };
  expect(await writeReportPage({ folders: [folder], ...options })).toEqual({ shown: 2, of: 9 });
  const page = readFileSync(out, 'utf8');
  const heat = /<table class="heat">(.*?)<\/table>/s.exec(page)![1]!;
  const cells = [...heat.matchAll(/<td[^>]*>(\d+)<\/td>/g)].map(([, count]) => Number(count));
  expect(cells.reduce((sum, count) => sum + count)).toBe(27);
  expect(page.match(/<span class="soft">3 \/ 3<\/span>/g)).toHaveLength(2);
  await expect(writeReportPage({ folders: [folder, part], ...options })).rejects.toMatchObject({
    code: 'runs-differ',
  });
});
