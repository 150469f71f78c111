import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { type Mender, SpinemedError } from '../errors/index.ts';
import { reportFailure } from './report-failure.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-failures-'));
vi.stubEnv('TMPDIR', folder);

afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function report(error: unknown): { code: number; line: string } {
  let line = '';
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    line += text;
    return true;
  });
  return { code: reportFailure(error), line };
}

function errorOf(mender: Mender): SpinemedError {
  return new SpinemedError({ code: 'x', mender, message: 'what', place: 'where', hint: 'Do it.' });
}

test('the exit code says who can mend it', () => {
  expect(report(errorOf('user'))).toEqual({ code: 2, line: 'spinemed: x: what (where). Do it.\n' });
  expect(report(errorOf('retry')).code).toBe(1);
  expect(report(errorOf('us')).code).toBe(3);
  expect(report(new TypeError('x')).code).toBe(3);
  expect(report('thrown text').code).toBe(3);
});

test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG'])('a disk that says %s is no defect', code => {
  const { code: exit, line } = report(Object.assign(new Error('write'), { code }));
  expect([exit, line]).toEqual([2, expect.stringContaining('file-trouble: ')]);
});

test('a defect is one line without the stranger’s words; where it broke is in a file', () => {
  const cause = new RangeError('Zhang San');
  const { line } = report(new TypeError('Zhang San', { cause }));
  expect(line).toMatch(
    /^spinemed: defect: unexpected TypeError, ours to mend\. Where it broke: \S+\n$/,
  );
  const kept = readFileSync(line.split(': ').at(-1)!.trim(), 'utf8');
  expect(kept).not.toContain('Zhang');
  expect(JSON.parse(kept).map((one: { error: string }) => one.error)).toEqual([
    'TypeError',
    'RangeError',
  ]);
  expect(kept).toContain('report-failure.test.ts');
});

test('what the disk refuses is for the user to mend, with the place', () => {
  const refused = (code: string) =>
    Object.assign(new Error(`${code}: open`), { code, path: '/data/blobs' });
  expect(report(refused('EACCES'))).toEqual({
    code: 2,
    line: 'spinemed: file-trouble: no permission (/data/blobs). The system says EACCES.\n',
  });
  expect(report(refused('ENOSPC')).line).toContain('the disk is full');
  // A file of ours that is not there is our defect.
  expect(report(refused('ENOENT')).code).toBe(3);
});
