import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../src/api/index.ts';
import { openWorkspace } from '../src/config/index.ts';
import { openStore } from '../src/store/index.ts';
import { launchBrowser } from './chromium.ts';
import { type Running, startProduct } from './start-product.ts';

const parent = mkdtempSync(path.join(tmpdir(), 'spinemed-browser-'));
let running: Running;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  await buildWeb();
  running = await startProduct(path.join(parent, 'workspace'));
  await running.saying('recipe sample: done');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  running?.child.kill('SIGTERM');
  await running?.ended;
  rmSync(parent, { recursive: true, force: true });
});

async function open(url: string, language = 'en'): Promise<Page> {
  const context = await browser.newContext({
    locale: language,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    // Being asked to sign in is not a fault of the page.
    if (message.type() === 'error' && !message.text().includes('401'))
      complaints.push(message.text());
  });
  await page.goto(url);
  return page;
}

test('who is not signed in sees the sign-in page and no counts', async () => {
  const page = await open(running.url);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('Identify the format').count()).toBe(0);
});

test('the link from the terminal leads to the overview; a password then opens the door again, in Chinese too', async () => {
  const page = await open(running.link!);
  await page.getByText('Build done').waitFor();
  const stage = page.getByRole('listitem').filter({ hasText: 'Identify the format' });
  const overview = await page.evaluate(async () => (await fetch('/api/overview')).json());
  const identified = overview.steps.find((step: { stage: string }) => step.stage === 'identify');
  expect(identified.in).toBeGreaterThan(0);
  expect(identified.in).toBe(identified.out + identified.rejects + identified.waiting);
  expect(await stage.textContent()).toContain(String(identified.in));

  await page.goto(`${running.url}/account`);
  await page
    .getByRole('textbox', { name: /password/i })
    .first()
    .fill('correct horse battery');
  const fields = page.getByRole('textbox', { name: /password/i });
  if ((await fields.count()) > 1) await fields.nth(1).fill('correct horse battery');
  await page
    .getByRole('button', { name: /password/i })
    .last()
    .click();
  await expect
    .poll(
      async () => (await page.evaluate(async () => (await fetch('/api/me')).json())).hasPassword,
    )
    .toBe(true);

  const again = await open(running.url, 'zh-CN');
  await again.getByRole('textbox').first().fill('admin@localhost.local');
  await again.getByRole('textbox').nth(1).fill('correct horse battery');
  await again.getByRole('button', { name: '登录' }).click();
  await again.getByText('流水线').first().waitFor();
});

test('a link that was used up is refused kindly', async () => {
  const page = await open(running.link!);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('Build done').count()).toBe(0);
});

test('what happens in the pipeline reaches an open page by itself', async () => {
  const page = await open(running.url);
  await page.getByRole('textbox').first().fill('admin@localhost.local');
  await page.getByRole('textbox').nth(1).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Build done').waitFor();
  writeFileSync(path.join(parent, 'workspace', 'sources', 'broken.bin'), Buffer.from([0, 1, 2, 3]));
  const built = spawnSync('./spinemed', ['-w', path.join(parent, 'workspace'), 'build'], {
    env: { ...process.env, DATABASE_URL: '' },
  });
  // Something was rejected, and the command says so.
  expect(built.status).toBe(1);
  await page.getByText('Unknown format').first().waitFor({ timeout: 10_000 });
});

test('what is asked of the models stands on the page, and what was refused leads to the audit log', async () => {
  const page = await open(running.url);
  await page.getByRole('textbox').first().fill('admin@localhost.local');
  await page.getByRole('textbox').nth(1).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const panel = page.getByRole('region', { name: 'Models' });
  await panel.waitFor();
  const store = await openStore(openWorkspace(path.join(parent, 'workspace'), {}));
  await store.pool.query(
    `insert into model_pools (pool, model, provider, model_id, egress, answered, refused, unpriced)
     values ('writer', 'writer', 'openai', 'gpt', 'external', 5, 3, 5)`,
  );
  await store.close();
  const row = (name: string) =>
    panel.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await row('offline').getByText('classical methods – not a model').waitFor({ timeout: 10_000 });
  expect(await row('writer').textContent()).toContain('unknown');
  await row('writer').getByRole('link', { name: '3 calls refused' }).click();
  await page.getByRole('heading', { name: 'Audit log' }).waitFor();
});

test('no page complained', () => {
  expect(complaints).toEqual([]);
});
