import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copySample, createWorkspace } from './create-workspace.ts';
import { openWorkspace } from './open-workspace.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'spinemed-create-'));
  folder = path.join(parent, 'a', 'workspace');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('writes a file that opens, and leaves nothing else behind', () => {
  createWorkspace(folder, { sample: false });
  expect(readdirSync(folder).sort()).toEqual(['sources', 'spinemed.yaml']);
  expect(openWorkspace(folder, {}).settings).toMatchObject({
    name: 'workspace',
    blobs: { folder: 'blobs' },
    egress: { onsite: [], exceptions: [] },
  });
});

it.each(["O'Brien", '脊柱 #1', '- [x]: {y}', 'null', '1e5'])(
  'takes a folder named %s for its name',
  name => {
    createWorkspace(path.join(parent, name), { sample: false });
    expect(openWorkspace(path.join(parent, name), {}).settings.name).toBe(name);
  },
);

it.skipIf(process.platform === 'win32')('keeps what it makes from other people', () => {
  createWorkspace(folder, { sample: false });
  expect(statSync(folder).mode & 0o077).toBe(0);
});

it('brings the sample along, and later what is new in it, but not its benchmark', () => {
  createWorkspace(folder, { sample: true });
  expect(readdirSync(path.join(folder, 'sources'))).toContain('lumbar-guide');
  expect(readdirSync(path.join(folder, 'sources'))).not.toContain('benchmark');
  const guide = path.join(folder, 'sources', 'lumbar-guide');
  writeFileSync(path.join(guide, 'chapter.md'), 'mine');
  rmSync(path.join(guide, 'source.yaml'));
  copySample(folder);
  expect(existsSync(path.join(guide, 'source.yaml'))).toBe(true);
  expect(readFileSync(path.join(guide, 'chapter.md'), 'utf8')).toBe('mine');
});

it('goes on where a killed start stopped', () => {
  mkdirSync(path.join(folder, 'sources', 'lumbar-guide'), { recursive: true });
  writeFileSync(path.join(folder, 'spinemed.yaml.4711'), 'name: "ha');
  createWorkspace(folder, { sample: true });
  expect(openWorkspace(folder, {}).settings.name).toBe('workspace');
  expect(existsSync(path.join(folder, 'sources', 'lumbar-guide', 'chapter.md'))).toBe(true);
});

it.each([
  ['a workspace is there', () => createWorkspace(folder, { sample: false }), 'workspace-exists'],
  ['something else is there', () => writeInto('thesis.docx'), 'folder-not-empty'],
  ['a file has that name', () => fileInstead(), 'folder-not-empty'],
  ['a file stands above it', () => fileAbove(), 'workspace-not-writable'],
])('refuses when %s', (_, prepare, code) => {
  prepare();
  expect(() => createWorkspace(folder, { sample: false })).toThrow(
    expect.objectContaining({ code, mender: 'user' }),
  );
});

function writeInto(name: string) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), '');
}

function fileInstead() {
  mkdirSync(path.dirname(folder));
  writeFileSync(folder, '');
}

function fileAbove() {
  writeFileSync(path.dirname(folder), '');
}
