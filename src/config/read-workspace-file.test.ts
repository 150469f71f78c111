import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SpinemedError } from '../errors/index.ts';
import { parseWorkspaceFile, readWorkspaceFile } from './read-workspace-file.ts';

describe('a workspace file', () => {
  it('needs nothing but a name', () => {
    expect(parseWorkspaceFile('name: spine\n', 'F')).toEqual({
      name: 'spine',
      recipe: 'corpus',
      database: 'embedded',
      blobs: { folder: 'blobs' },
      models: {},
      roles: {},
      egress: { onsite: [], exceptions: [] },
      privacy: { secretEnv: 'SPINEMED_PRIVACY_SECRET' },
      server: { host: '127.0.0.1', port: 4411 },
    });
  });

  it('may set everything there is', () => {
    const text = `
name: 脊柱
recipe: ./mine.ts
database: { url: "postgres://spine@db.example:5432/spine" }
blobs: { s3: { bucket: spine, endpoint: "https://s3.example", region: eu, prefix: spine/, pathStyle: true } }
models:
  house:
    provider: openai-compatible
    model: org/SpineGPT
    baseUrl: http://127.0.0.1:8000/v1
    keyEnv: HOUSE_KEY
    egress: onsite
    price: { inputPerMillionUsd: 0, outputPerMillionUsd: 0.5 }
    limits: { concurrency: 4, requestsPerMinute: 60.5, tokensPerMinute: 1000 }
roles: { draft: house, judge: offline }
egress:
  onsite: [10.20.0.0/16, "fd00::/8", 192.168.4.7]
  exceptions: [{ model: house, reason: agreed with the ethics board, approvedBy: Dr X }]
spendCapUsd: 100
privacy: { secretEnv: MY_SECRET }
server: { host: 0.0.0.0, port: 0, publicUrl: "https://spine.example", oidc: { issuer: "https://id.example", clientId: a, clientSecretEnv: B } }
`;
    const parsed = parseWorkspaceFile(text, 'F');
    expect(parsed.roles).toEqual({ draft: 'house', judge: 'offline' });
    expect(parsed.egress.onsite).toHaveLength(3);
    expect(parsed.blobs).toMatchObject({ s3: { prefix: 'spine/' } });
  });

  it.each(['postgres://h/d', 'postgresql://u@h:1/d?sslmode=require', 'postgres://u@[::1]/d'])(
    'takes the database address %s',
    url => {
      expect(parseWorkspaceFile(`name: x\ndatabase: { url: "${url}" }`, 'F').database).toEqual({
        url,
      });
    },
  );
});

type Case = [what: string, text: string, line: number, says: RegExp];

const model = 'name: x\nmodels:\n  a:\n    provider: openai\n    egress: onsite\n';

describe('an error names the line and what is allowed:', () => {
  it.each<Case>([
    ['no name', 'recipe: sample\n', 1, /^name is missing; it must be text$/],
    ['an empty file', '', 1, /^name is missing/],
    ['comments alone', '# nothing\n\n# here\n', 1, /^name is missing/],
    ['null', 'null\n', 1, /^name is missing/],
    ['a list', '- a\n- b\n', 1, /^the file must be a group of settings$/],
    ['a word', '\n\nhello\n', 3, /^the file must be a group of settings$/],
    ['a number as text', 'name: 5\n', 1, /^name must be text$/],
    [
      'an unknown setting',
      '# c\nname: x\n\ndatabse: embedded\n',
      4,
      /^databse is not .*allowed: name, recipe, database, blobs, models, roles, egress, spendCapUsd, privacy, server$/,
    ],
    ['an unknown setting after Windows line ends', 'name: x\r\n\r\nfoo: 1\r\n', 3, /^foo is not/],
    ['an unknown setting after a byte order mark', '\ufeffname: x\nfoo: 1\n', 2, /^foo is not/],
    [
      'a nested unknown setting',
      'name: x\nserver:\n  host: h\n  prot: 1\n',
      4,
      /^server\.prot is not .*allowed: host, port, publicUrl, oidc$/,
    ],
    ['one inside braces', 'name: x\nserver: { host: h,\n  prot: 1 }\n', 3, /^server\.prot is not/],
    ['an unknown setting with a number for a name', 'name: x\n1: 2\n', 2, /^1 is not a known/],
    ['one without a name', 'name: x\n? \n: 2\n', 2, /is not a known/],
    [
      'an unknown setting of a model',
      `${model}    size: 7b\n`,
      6,
      /^models\.a\.size is not .*allowed: provider, model, baseUrl, .*, download$/,
    ],
    [
      "an unknown setting in a model's limits",
      `${model}    limits:\n      rpm: 4\n`,
      7,
      /^models\.a\.limits\.rpm is not .*allowed: concurrency, requestsPerMinute, tokensPerMinute$/,
    ],
    [
      'a word not on the list',
      'name: x\nmodels:\n  a:\n    egress: onsite\n    provider: opnai\n',
      5,
      /^models\.a\.provider must be one of: openai, anthropic, google, openai-compatible, local, offline$/,
    ],
    [
      'a missing word of a list',
      'name: x\nmodels:\n\n  a:\n    provider: openai\n',
      4,
      /^models\.a\.egress is missing; it must be one of: onsite, external$/,
    ],
    [
      'a model without settings',
      'name: x\nmodels:\n  a:\n',
      3,
      /^models\.a is empty; it must be a group of settings$/,
    ],
    ['models without a model', 'name: x\nmodels:\n', 2, /^models is empty; .*\{\} for none/],
    [
      'a name of a model that is none',
      'name: x\nmodels:\n  "a b":\n    provider: openai\n    egress: onsite\n',
      3,
      /^models\.a b as a name must be letters/,
    ],
    [
      'half a price',
      `${model}    price:\n      inputPerMillionUsd: 1\n`,
      6,
      /^models\.a\.price\.outputPerMillionUsd is missing; it must be a number$/,
    ],
    [
      'no concurrency at all',
      `${model}    limits: { concurrency: 0 }\n`,
      6,
      /^models\.a\.limits\.concurrency must be more than 0$/,
    ],
    [
      'a role of an unknown model',
      `${model}roles:\n  judge: offline\n  draft: b\n`,
      8,
      /^roles\.draft names no model; allowed: a, offline$/,
    ],
    [
      "a role named as JavaScript's own",
      'name: x\nroles: { draft: constructor }\n',
      2,
      /^roles\.draft names no model/,
    ],
    [
      'a misspelt role',
      'name: x\nroles:\n  drfat: offline\n',
      3,
      /^roles\.drfat is not a known setting; allowed: draft, revise, .*embed-picture$/,
    ],
    [
      'a server without its address',
      'name: x\nmodels:\n  a:\n    provider: openai-compatible\n    egress: onsite\n',
      3,
      /^models\.a\.baseUrl must be the address of the server, such as http/,
    ],
    [
      'batches where there are none',
      'name: x\nmodels:\n  a:\n    provider: google\n    egress: external\n    mode: batch\n',
      6,
      /^models\.a\.mode can be batch for openai and anthropic alone$/,
    ],
    [
      'a local model that is said to run outside',
      'name: x\nmodels:\n  a:\n    provider: local\n    egress: external\n',
      5,
      /^models\.a\.egress is onsite for this provider$/,
    ],
    [
      'a model called offline',
      'name: x\nmodels:\n  offline: { provider: openai, egress: external }\n',
      3,
      /^models\.offline as a name is taken: offline is the engine/,
    ],
    [
      'the whole internet as the house',
      'name: x\negress:\n  onsite:\n    - 10.0.0.0/8\n    - 0.0.0.0/0\n',
      5,
      /wider than any house/,
    ],
    [
      'an exception for an unknown model',
      'name: x\negress:\n  exceptions:\n    - model: b\n      reason: because it is so\n      approvedBy: me\n',
      4,
      /^egress\.exceptions\.0\.model names no model/,
    ],
    [
      'an exception with a poor reason',
      `${model}egress:\n  exceptions:\n    - model: a\n      reason: why\n      approvedBy: me\n`,
      9,
      /^egress\.exceptions\.0\.reason must have at least 10 characters$/,
    ],
    [
      'a name where an address belongs',
      'name: x\negress:\n  onsite:\n    - 10.0.0.0/8\n    - gpu.house\n',
      5,
      /^egress\.onsite\.1 is not valid; allowed: an address such as .*network such as/,
    ],
    [
      'another kind of database',
      'name: x\ndatabase: embeded\n',
      2,
      /^database is not valid; allowed: embedded, or url: postgres:/,
    ],
    [
      'a database of another make',
      'name: x\ndatabase:\n  url: mysql://h/d\n',
      3,
      /^database\.url must be an address such as postgres:/,
    ],
    [
      'a misspelt database address',
      'name: x\ndatabase:\n  urll: postgres://h/d\n',
      2,
      /^database\.url is missing/,
    ],
    [
      'more than an address for a database',
      'name: x\ndatabase:\n  url: postgres://h/d\n  pool: 1\n',
      4,
      /^database\.pool is not .*allowed: url$/,
    ],
    [
      'a word for blobs',
      'name: x\nblobs: here\n',
      2,
      /^blobs is not valid; allowed: folder: PATH, or s3: \{ bucket: NAME \}/,
    ],
    [
      'two places for blobs',
      'name: x\nblobs:\n  folder: a\n  s3: { bucket: spine }\n',
      2,
      /^blobs is not valid; allowed: .*one of them$/,
    ],
    [
      'a misspelt setting of S3',
      'name: x\nblobs:\n  s3:\n    bucket: spine\n    regoin: x\n',
      5,
      /^blobs\.s3\.regoin is not .*allowed: bucket, region, endpoint, prefix, pathStyle$/,
    ],
    [
      'S3 without a bucket',
      'name: x\nblobs:\n  s3:\n    region: x\n',
      3,
      /^blobs\.s3\.bucket is missing/,
    ],
    [
      'an S3 endpoint without http',
      'name: x\nblobs:\n  s3: { bucket: spine, endpoint: "localhost:9000" }\n',
      3,
      /^blobs\.s3\.endpoint must be an address such as https:/,
    ],
    [
      'an S3 prefix without its slash',
      'name: x\nblobs: { s3: { bucket: spine, prefix: spine } }\n',
      2,
      /^blobs\.s3\.prefix must be a folder such as spine\//,
    ],
    [
      'text for a switch',
      'name: x\nblobs: { s3: { bucket: spine, pathStyle: "yes" } }\n',
      2,
      /^blobs\.s3\.pathStyle must be true or false$/,
    ],
    [
      'a port that is none',
      'name: x\nserver:\n  port: 99999\n',
      3,
      /^server\.port must be at most 65535$/,
    ],
    ['a port in quotes', 'name: x\nserver:\n  port: "80"\n', 3, /^server\.port must be a number$/],
    ['half a port', 'name: x\nserver:\n  port: 80.5\n', 3, /^server\.port must be a whole number$/],
    ['a negative cap', 'name: x\nspendCapUsd: -1\n', 2, /^spendCapUsd must be at least 0$/],
    ['an endless cap', 'name: x\nspendCapUsd: .inf\n', 2, /^spendCapUsd must be a number$/],
  ])('%s', (_, text, line, says) => {
    const error = errorOf(text);
    expect(error.place).toBe(`F:${line}`);
    expect(error.message).toMatch(says);
  });

  it('and the other lines that are off, in their order', () => {
    const error = errorOf('name: x\nserver: { port: no }\nfoo: 1\nrecipe: 4\n');
    expect(error.place).toBe('F:2');
    expect(error.hint).toMatch(
      /^Also line 3: foo is not a known .*; line 4: recipe must be text\.$/,
    );
  });

  it('but not thousands of them', () => {
    const text = `name: x\n${Array.from({ length: 1000 }, (_, i) => `k${i}: 1\n`).join('')}`;
    expect(errorOf(text).hint).toMatch(/; and 994 more\.$/);
    expect(errorOf(text).hint!.length).toBeLessThan(2000);
  });
});

describe('what is not YAML is said with its line:', () => {
  it.each<Case>([
    ['a bracket left open', 'name: x\nserver: { host: h\nrecipe: y\n', 3, /^not valid YAML$/],
    ['a quote left open', 'name: "x\n', 1, /^not valid YAML$/],
    ['two colons', 'name: x\nserver: host: h\n', 2, /^not valid YAML$/],
    ['uneven indentation', 'name: x\nserver:\n    host: h\n  port: 1\n', 4, /^not valid YAML$/],
    ['a reserved character', 'name: x\nrecipe: @home\n', 2, /^not valid YAML$/],
    ['a tab', 'name: x\nserver:\n\thost: h\n', 3, /^a tab in the indentation$/],
    ['a setting twice', 'name: x\nrecipe: y\nname: z\n', 3, /stands in the file twice$/],
    ['a second document', 'name: x\n---\nname: y\n', 2, /^a second document begins here$/],
    ['a tag', 'name: x\nrecipe: !!js/function "return 1"\n', 2, /^tags /],
    ['an alias', 'name: &n x\nrecipe: *n\n', 2, /^aliases /],
    ['an alias of nothing', 'name: x\nrecipe: *n\n', 2, /^aliases /],
    ['an alias of itself', 'name: x\nmodels: &m\n  a: *m\n', 3, /^aliases /],
    ['an alias for a name', 'name: &n x\n*n : y\n', 2, /^aliases /],
  ])('%s', (_, text, line, says) => {
    const error = errorOf(text);
    expect(error.place).toBe(`F:${line}`);
    expect(error.message).toMatch(says);
  });

  it.each([
    ['aliases that multiply', aliasBomb()],
    ['tens of thousands of brackets', `name: x\nmodels: ${'['.repeat(60_000)}`],
    ['hundreds of indented lines', `name: x\n${nestedLines(350)}`],
    ['a file of megabytes', `foo: 1\n${'x'.repeat(2_000_000)}`],
    ['one endless line', `name: "${'x'.repeat(60_000)}"\nfoo: 1\n`],
  ])('%s end in an error, and soon', (_, text) => {
    const started = performance.now();
    expect(errorOf(text).mender).toBe('user');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a secret written into the file', () => {
  const secret = 'hunter2hunter2';
  it.each([
    [
      'a password in the database address',
      `name: x\ndatabase: { url: "postgres://u:${secret}@h/d" }`,
    ],
    [
      'one behind the question mark',
      `name: x\ndatabase: { url: "postgres://u@h/d?password=${secret}" }`,
    ],
    ['one in the wrong place', `name: x\ndatabase: "postgres://u:${secret}@h/d"`],
    ["a model's key", `${model}    key: ${secret}`],
    ["a model's key for a variable", `${model}    keyEnv: ${secret}`],
    ["one in a model's address", `${model}    baseUrl: http://me:${secret}@h/v1`],
    [
      "one in the storage's address",
      `name: x\nblobs: { s3: { bucket: spine, endpoint: "https://k:${secret}@h" } }`,
    ],
    ["the storage's key", `name: x\nblobs: { s3: { bucket: spine, secretAccessKey: ${secret} } }`],
    ['the privacy secret', `name: x\nprivacy: { secret: ${secret} }`],
    ['the privacy secret for a variable', `name: x\nprivacy: { secretEnv: ${secret} }`],
    ['one on a broken line', `name: x\nserver: { ${secret}`],
    ['one as a tag', `name: x\nrecipe: !${secret} y`],
  ])('is refused and never repeated: %s', (_, text) => {
    const error = errorOf(text);
    expect(`${error.message} ${error.hint} ${error.place}`).not.toContain(secret);
  });
});

describe('a file on disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'spinemed-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (bytes: Uint8Array) => {
    const file = path.join(folder, 'spinemed.yaml');
    writeFileSync(file, bytes);
    return file;
  };

  it('is read', () => {
    expect(readWorkspaceFile(write(Buffer.from('name: x\n'))).name).toBe('x');
  });

  it('in GB18030 is refused at the first line that shows it', () => {
    const name = Buffer.from([0xbc, 0xb9, 0xd6, 0xf9]);
    const file = write(Buffer.concat([Buffer.from('name: x\n# '), name, Buffer.from('\n')]));
    expect(thrown(() => readWorkspaceFile(file))).toMatchObject({
      place: `${file}:2`,
      message: 'not UTF-8',
    });
  });

  it('that is huge is not read', () => {
    const file = write(Buffer.alloc(3_000_000, 'x'));
    expect(thrown(() => readWorkspaceFile(file)).message).toBe('larger than 64 KB');
  });

  it('that is a folder, or nothing, is said to be', () => {
    const file = path.join(folder, 'spinemed.yaml');
    const gone = thrown(() => readWorkspaceFile(file));
    expect(gone).toMatchObject({ code: 'workspace-file-unreadable', mender: 'user', place: file });
    mkdirSync(file);
    expect(thrown(() => readWorkspaceFile(file)).message).toMatch(/EISDIR/);
  });
});

function errorOf(text: string): SpinemedError {
  return thrown(() => parseWorkspaceFile(text, 'F'));
}

function thrown(work: () => unknown): SpinemedError {
  try {
    work();
  } catch (error) {
    if (error instanceof SpinemedError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function aliasBomb(): string {
  const levels = 'bcdefghi'.split('').map((name, i) => {
    const last = 'abcdefghi'[i];
    return `${name}: &${name} [${Array(9).fill(`*${last}`).join(',')}]\n`;
  });
  return `name: x\na: &a [lol]\n${levels.join('')}`;
}

function nestedLines(depth: number): string {
  return Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
}
