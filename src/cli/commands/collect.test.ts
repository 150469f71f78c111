import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';

function write({ folder }: Throwaway, name: string, content: string | Uint8Array): string {
  const place = path.join(folder, 'sources', name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
}

async function collect({ environment }: Throwaway, ...args: string[]) {
  const ran = await runSpinemed(['collect', ...args, '--json'], { environment });
  const counts = ran.stdout ? JSON.parse(ran.stdout) : undefined;
  return { ...ran, steps: counts?.steps, recipe: counts?.recipe };
}

test('a folder is collected once: its files and its documents; a build takes it for the same', async () => {
  await using opened = await throwawayStore();
  write(opened, 'book/chapter.md', '# 1\n\n![](a.png)\n');
  write(opened, 'book/a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const first = await collect(opened, 'folder', path.join(opened.folder, 'sources', 'book'));
  expect(first).toMatchObject({ status: 0, recipe: 'collect folder' });
  expect(first.steps).toMatchObject([
    { stage: 'collect-folder', in: 2, out: 2 },
    { stage: 'collect-converter-documents', in: 1, out: 1, partsRejected: 0 },
    { stage: 'collect-scanned-documents', in: 0 },
    { stage: 'identify', in: 2, out: 2 },
  ]);
  expect(first.stderr).toMatch(/^1\/4 collect-folder: /m);
  const again = await collect(opened, 'folder', path.join(opened.folder, 'sources', 'book'));
  expect(again.steps).toEqual(first.steps);
  const built = await runSpinemed(['build', '--json'], { environment: opened.environment });
  expect(JSON.parse(built.stdout).steps).toEqual(expect.arrayContaining(first.steps.slice(0, 3)));
});

test('questions: the exit code says that rows were rejected, and status which', async () => {
  await using opened = await throwawayStore();
  const { environment } = opened;
  const bank = write(opened, 'bank.csv', '题干,A,B,答案\n问题一？,甲,乙,A\n问题二？,甲,乙,\n');
  const ran = await collect(opened, 'questions', bank);
  expect(ran.status).toBe(1);
  expect(ran.steps).toMatchObject([
    { in: 2, out: 1, rejects: 1, reasons: { 'answer-missing': 1 } },
  ]);
  const status = await runSpinemed(['status', '--rejects'], { environment });
  expect(status.stdout).toContain('collect-questions: answer-missing: sources/bank.csv, row 3');
});

test('a dataset: its cases are counted, and what is odd about them is told with its place', async () => {
  await using opened = await throwawayStore();
  const { environment } = opened;
  write(opened, 'buu/AP/0001-F-037Y0.csv', '1,2,3,4,0\n'.repeat(10));
  const ran = await collect(opened, 'dataset', 'buu', path.join(opened.folder, 'sources', 'buu'));
  expect(ran.status).toBe(1);
  expect(ran.steps).toMatchObject([{ stage: 'collect-dataset', in: 1, out: 1, partsRejected: 1 }]);
  const status = await runSpinemed(['status', '--rejects'], { environment });
  expect(status.stdout).toContain(
    'collect-dataset: label-without-picture: sources/buu/AP/0001-F-037Y0.csv',
  );
  const unknown = await runSpinemed(['collect', 'dataset', 'nope', '/'], { environment });
  expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('verse, spider')]);
});

test('cases wait at the gate and say so; their names show nowhere', async () => {
  await using opened = await throwawayStore();
  const { environment, folder } = opened;
  const name = 'Nowhere^Norbert_9911';
  const note = write(opened, `cases/${name}/note.txt`, 'Low back pain.');
  const broken = write(opened, `cases/${name}/Norbert.bin`, Buffer.from([0, 1, 2]));
  const root = path.join(folder, 'sources', 'cases');
  const ran = await collect(opened, 'cases', root);
  expect(ran.status).toBe(1);
  expect(ran.steps).toMatchObject([
    { stage: 'collect-cases', in: 2, out: 1, rejects: 1 },
    { stage: 'read-case-file', in: 1, out: 1 },
    { stage: 'deidentification-gate', in: 1, out: 0, waiting: 1, held: 1 },
  ]);
  expect(ran.stderr).toContain('1 wait for de-identification');
  const status = await runSpinemed(['status', '--rejects'], { environment });
  expect(status.stdout).toContain('deidentification-gate holds back 1');
  const plain = await runSpinemed(['collect', 'cases', root], { environment });
  const logs = readFileSync(path.join(folder, 'logs', 'spinemed.log'), {
    encoding: 'utf8',
    flag: 'a+',
  });
  for (const text of [ran.stdout, ran.stderr, status.stdout, plain.stdout, plain.stderr, logs])
    expect(text).not.toMatch(/Norbert|9911/);
  expect((await runSpinemed(['verify'], { environment })).status).toBe(0);

  // Whoever asks at this machine is told.
  const [, tag, file] = /case (\w+), file (\w+)/.exec(status.stdout)!;
  const find = (of: string) =>
    runSpinemed(['collect', 'cases', root, '--find', of], { environment });
  expect((await find(tag!)).stdout).toBe(`${path.dirname(note)}\n`);
  expect((await find(file!)).stdout).toBe(`${broken}\n`);
  expect((await find('0000')).stderr).toMatch(/^spinemed: case-unknown: /);
});

test('cases given to the commands of books and banks show no name, and none that is broken', async () => {
  await using opened = await throwawayStore();
  const { environment, folder } = opened;
  const name = 'Nowhere^Norbert_9911';
  write(opened, `cases/${name}/note.txt`, 'Low back pain.');
  write(opened, `cases/${name}/scan.md`, Buffer.from('d1fcd7b5bcc5cbcdcdb4', 'hex'));
  write(opened, `cases/${name}/bank.csv`, 'question,A,B,answer\nWhich?,one,two,\n');
  write(opened, `cases/${name}/Norbert.docx`, Buffer.from([0, 1, 2]));
  const root = path.join(folder, 'sources', 'cases');
  await collect(opened, 'cases', root);
  for (const command of ['folder', 'questions']) {
    const ran = await collect(opened, command, root);
    expect(ran.status).toBe(1);
    expect(ran.steps[0]).toMatchObject({ in: 4, out: 0, reasons: { 'clinical-elsewhere': 4 } });
  }
  const status = await runSpinemed(['status', '--rejects'], { environment });
  expect(status.stdout).not.toMatch(/Norbert|9911/);
  const tag = /collect-folder: clinical-elsewhere: (clinical-\w+)\.csv/.exec(status.stdout)![1]!;
  const found = await runSpinemed(['collect', 'folder', root, '--find', tag], { environment });
  expect(found.stdout).toBe(`${path.join(root, name, 'bank.csv')}\n`);
  expect((await runSpinemed(['verify'], { environment })).status).toBe(0);
});

test('cases that were collected as books before are told of at once, by tags', async () => {
  await using opened = await throwawayStore();
  const { environment, folder } = opened;
  write(opened, 'cases/Norbert/note.txt', 'Low back pain.');
  write(opened, 'cases/Norbert/odd.bin', Buffer.from([0, 1, 2]));
  write(opened, 'cases/Other/note.txt', 'Neck pain.');
  const root = path.join(folder, 'sources', 'cases');
  await collect(opened, 'folder', path.join(root, 'Norbert'));
  const ran = await runSpinemed(['collect', 'cases', root], { environment });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/patient-elsewhere: 2 files /);
  expect(ran.stderr.match(/^ {2}case \w{16}, file \w{10}$/gm)).toHaveLength(2);
  expect(ran.stderr).not.toContain('Norbert');
});

test('a refused collection and a later build hide no case that waits', async () => {
  await using opened = await throwawayStore({ sample: true });
  const { environment } = opened;
  write(opened, '../cases/a/note.txt', 'Low back pain.');
  const root = path.join(opened.folder, 'cases');
  await collect(opened, 'cases', root);
  await runSpinemed(['build'], { environment });
  const status = async () => (await runSpinemed(['status', '--json'], { environment })).stdout;
  const before = await status();
  const { build, steps } = JSON.parse(before);
  expect(build).toMatchObject({ recipe: 'sample', state: 'done' });
  const gate = steps.find(({ stage }: { stage: string }) => stage === 'deidentification-gate');
  expect(gate).toMatchObject({ in: 5, held: 5 });

  write(opened, '../cases/source.yaml', 'class: public');
  const refused = await runSpinemed(['collect', 'cases', root], { environment });
  expect([refused.status, refused.stderr]).toEqual([
    2,
    expect.stringMatching(/^spinemed: cases-not-clinical: /m),
  ]);
  expect(await status()).toBe(before);
});

test('europepmc asks the service for the query and no more than the limit', async () => {
  await using opened = await throwawayStore();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ hitCount: 0, resultList: { result: [] } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/rest/`;
  const environment = { ...opened.environment, SPINEMED_EUROPEPMC_URL: url };
  const args = ['europepmc', '--query', 'TITLE:(lumbar stenosis)', '--limit', '3'];
  const ran = await collect({ ...opened, environment }, ...args);
  server.close();
  expect([ran.status, ran.recipe]).toEqual([0, 'collect europepmc']);
  expect(ran.steps).toMatchObject([{ stage: 'collect-europepmc', in: 0 }]);
  const [first] = asked;
  expect(first).toMatch(/^\/rest\/search\?/);
  expect(new URL(first!, url).searchParams.get('query')).toContain('TITLE:(lumbar stenosis)');
});

const mistakes: Array<[args: string[], said: RegExp]> = [
  [['folder', 'nowhere'], /^spinemed: source-missing: /],
  [['cases', 'nowhere'], /^spinemed: source-missing: /],
  [['questions', ''], /path is empty/],
  [['folder', 'spinemed.yaml'], /^spinemed: folder-missing: /m],
  [['folder'], /missing required argument/],
  [['nothing'], /nothing/],
  [['europepmc'], /--query/],
  [['europepmc', '--query', ' '], /query is empty/],
  [['europepmc', '--query', 'x', '--limit', '0'], /Give a whole number from 1,/],
];

test.each(mistakes)('collect %j is told what is wrong', async (args, said) => {
  await using opened = await throwawayStore();
  const { environment, folder } = opened;
  const ran = await runSpinemed(['collect', ...args], { environment, cwd: folder });
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toMatch(said);
});
