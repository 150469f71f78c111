import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import { defineRecipe, runRecipe, verify } from '../../store/index.ts';
import { collectEuropePmc } from '../index.ts';
import {
  type Asked,
  europePmcServer,
  type FakeArchive,
  type Fault,
} from './testing/europepmc-server.ts';
import { archiveOf, jpeg, recordOf, textOf } from './testing/fake-article.ts';
import { writeZip } from './testing/write-zip.ts';

// One store for all, emptied before each: a collector's books are one, whatever the query.
let throwaway: Throwaway;
beforeAll(async () => {
  throwaway = await throwawayStore();
});
afterAll(() => throwaway[Symbol.asyncDispose]());

const query = 'spine';
let servers: AsyncDisposable[] = [];
beforeEach(async () => {
  const tables = 'steps, sources, source_counts, things, provenance, ledger, rejects, builds';
  await throwaway.store.pool.query(`truncate ${tables} cascade`);
});
afterEach(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
  servers = [];
});

async function serve(archive: FakeArchive) {
  const server = await europePmcServer(archive);
  servers.push(server);
  return server;
}

type More = Partial<Parameters<typeof collectEuropePmc>[0]>;
type Server = { baseUrl: string };

/** Runs the collector as a build does; then what there is in the books. */
async function collect(server: Server, more: More = {}, signal = new AbortController().signal) {
  const { store } = throwaway;
  const quick = { requestsPerSecond: 50, backoffMs: 1, pageSize: 2 };
  const steps = [collectEuropePmc({ query, baseUrl: server.baseUrl, ...quick, ...more })];
  const defects: unknown[] = [];
  const [counts] = await runRecipe(store, defineRecipe({ name: 'test', about: '', steps }), {
    signal,
    logDefect: error => defects.push(error),
  });
  expect(defects).toEqual([]);
  expect(counts!.in).toBe(counts!.out + counts!.rejects);
  expect(await Array.fromAsync(verify(store))).toEqual([]);
  return { counts: counts!, ...(await books()) };
}

async function books() {
  const things = await throwaway.store.pool.query(
    `select t.data, t.class, t.blobs, s.title, s.doi, s.licence, s.redistribution, s.language, s.origin
     from things t join provenance p on p.thing = t.id join sources s on s.id = p.input
     order by t.seq`,
  );
  const rejects = await throwaway.store.pool.query(
    'select reason, place, code from rejects order by id',
  );
  return {
    things: things.rows,
    articles: things.rows.map(({ data }) => data.identifiers.pmcid as string),
    rejects: rejects.rows.map(({ reason, place, code }) =>
      [reason, place, code].filter(Boolean).join(' '),
    ),
  };
}

describe('an article', () => {
  it('comes with its pictures and what is known of it', async () => {
    const server = await serve(archiveOf(1));
    const { things, counts, rejects } = await collect(server, { contact: 'lab@example.org' });
    expect(rejects).toEqual([]);
    expect(counts).toMatchObject({ in: 1, out: 1, made: 1, partsRejected: 0 });
    const { data, blobs, ...source } = things[0];
    expect(source).toEqual({
      class: 'public',
      title: 'Case 1',
      doi: '10.1000/1',
      licence: 'cc by',
      redistribution: 'cc by: with attribution',
      language: 'en',
      origin: 'PMC1 under cc by',
    });
    expect(data).toMatchObject({
      identifiers: { pmcid: 'PMC1', doi: '10.1000/1' },
      licence: 'cc by',
      pictures: [{ href: 'g1', figures: ['F1'], format: 'jpeg', bytes: 4 }],
    });
    const { xml, pictures } = data;
    expect(blobs).toEqual([xml.sha256, pictures[0].sha256]);
    expect(String(await throwaway.store.blobs.get(xml.sha256))).toBe(textOf(1));
    expect(await throwaway.store.blobs.get(pictures[0].sha256)).toEqual(jpeg('1'));
    expect(new Set(server.log.map(({ agent }) => agent))).toEqual(
      new Set(['SpineMed (lab@example.org)']),
    );
    expect(server.log.at(-1)!.query.get('includeInlineImage')).toBe('true');
  });

  it('without pictures asks for no archive', async () => {
    const archive = archiveOf(1);
    archive.texts.PMC1 = textOf(1).replace(/<fig.*<\/fig>/, '');
    const server = await serve(archive);
    expect((await collect(server)).counts).toMatchObject({ out: 1, partsRejected: 0 });
    expect(server.counts()).toEqual({ 'PMC1/fullTextXML': 1 });
  });
});

describe('the gate', () => {
  it.each([
    ['not-open-access PMC1', { isOpenAccess: 'N' }],
    ['no-full-text MED:1', { isOpenAccess: 'N', pmcid: undefined }],
    ['no-full-text PMC1', { inEPMC: 'N' }],
    ['licence-missing PMC1', { license: null }],
    ['licence-not-open PMC1', { license: 'publisher specific' }],
    ['retracted PMC1', { pubTypeList: { pubType: ['Case Reports', 'Retracted Publication'] } }],
    ['record-unreadable', { pmcid: 'PMC1/../../x' }],
    ['record-unreadable', { id: 7 }],
  ])('says %s without asking for the article', async (reject, more) => {
    const server = await serve({ ...archiveOf(1), records: [recordOf(1, more)] });
    const { rejects, things } = await collect(server);
    expect([rejects, things]).toEqual([[reject], []]);
    expect(server.counts()).toEqual({});
  });

  it.each([
    [
      'article-licence-missing',
      textOf(1, { licence: '' }).replace(/<permissions.*<\/permissions>/, ''),
    ],
    ['article-licence-not-open', textOf(1, { licence: 'https://publisher.example/terms' })],
    ['licence-conflict', textOf(1, { licence: 'https://creativecommons.org/licenses/by-nc/4.0/' })],
    ['article-mismatch', textOf(2)],
    ['full-text-unreadable', '<article><body><p>& x;</p></body></article>'],
    [
      'full-text-unreadable',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><article><body>&x;</body></article>',
    ],
    ['full-text-unreadable', '<book/>'],
  ])('says %s by the article', async (reason, text) => {
    const server = await serve({ ...archiveOf(1), texts: { PMC1: text } });
    const { rejects, things } = await collect(server);
    expect(rejects.map(line => line.split(' ')[0])).toEqual([reason]);
    expect(things).toEqual([]);
    expect(server.counts()).toEqual({ 'PMC1/fullTextXML': 1 });
  });

  it('holds articles of which nothing may be derived as licensed', async () => {
    const licence = 'https://creativecommons.org/licenses/by-nc-nd/4.0/';
    const archive = archiveOf(1, { records: [recordOf(1, { license: 'cc by-nc-nd' })] });
    archive.texts.PMC1 = textOf(1, { licence });
    expect((await collect(await serve(archive))).things[0]).toMatchObject({
      class: 'licensed',
      licence: 'cc by-nc-nd',
    });
  });

  it('leaves the pictures of other owners', async () => {
    const archive = archiveOf(1);
    const figure = (id: string, caption: string, more = '') =>
      `<fig id="${id}"><caption><p>${caption}</p></caption>${more}<graphic xlink:href="g1"/></fig>`;
    archive.texts.PMC1 = textOf(1, {
      body: [
        figure('F2', 'CT. Reprinted with permission from Elsevier.'),
        figure('F3', 'Adapted from [3] under CC BY 4.0.'),
        figure('F4', 'With consent of the patient.'),
        figure(
          'F5',
          'X.',
          '<permissions><copyright-statement>© The Authors 2024</copyright-statement></permissions>',
        ),
        figure(
          'F6',
          'X.',
          '<permissions><copyright-holder>Some House</copyright-holder></permissions>',
        ),
      ].join(''),
    });
    const { things, rejects } = await collect(await serve(archive));
    expect(things[0].data.pictures).toMatchObject([{ figures: ['F1', 'F3', 'F4', 'F5'] }]);
    expect(things[0].data.withheld).toEqual([]);
    expect(rejects).toEqual(['figure-third-party PMC1 F2', 'figure-third-party PMC1 F6']);
  });
});

describe('pages', () => {
  it('are followed to their end, whatever their size', async () => {
    const server = await serve(archiveOf(7));
    expect((await collect(server, { pageSize: 3 })).articles).toHaveLength(7);
    expect(server.log.filter(({ path }) => path === 'search')).toHaveLength(3);
  });

  it('stop at the limit, and a higher one goes on from there', async () => {
    const server = await serve(archiveOf(5));
    expect((await collect(server, { limit: 3 })).articles).toEqual(['PMC1', 'PMC2', 'PMC3']);
    expect((await collect(server, { limit: 4, requestsPerSecond: 49 })).articles).toHaveLength(4);
    expect(Object.values(server.counts())).toEqual(Array(8).fill(1));
  });

  it('may be empty: nothing is found', async () => {
    const server = await serve(archiveOf(0));
    expect((await collect(server)).counts).toMatchObject({ in: 0 });
    expect(server.log).toHaveLength(1);
  });

  it('of two queries that find the same article ask for it once', async () => {
    const server = await serve(archiveOf(3));
    await collect(server, { query: 'lumbar', limit: 2 });
    expect((await collect(server, { query: 'cervical' })).articles).toHaveLength(3);
    expect(Object.values(server.counts())).toEqual(Array(6).fill(1));
  });

  it('that give a record twice give it once', async () => {
    const archive = archiveOf(2);
    const server = await serve({ ...archive, records: [...archive.records, archive.records[0]] });
    expect((await collect(server)).articles).toEqual(['PMC1', 'PMC2']);
  });

  it('end where an empty one repeats its cursor, and what was counted and not given is told', async () => {
    const server = await serve({ ...archiveOf(3), hitCount: 50 });
    const { articles, rejects, counts } = await collect(server);
    expect(articles).toHaveLength(3);
    expect(counts).toMatchObject({ in: 4, out: 3 });
    expect(rejects).toEqual(['records-withheld 47 records']);
  });

  it('that are empty from the first, of a search that finds some, are an error', async () => {
    const server = await serve({ ...archiveOf(0), hitCount: 50 });
    await expect(collect(server)).rejects.toMatchObject({ code: 'europepmc-incomplete' });
  });

  it('that lack one in many leave a line in the books', async () => {
    const records = Array.from({ length: 150 }, (_, at) => recordOf(at + 1, { isOpenAccess: 'N' }));
    const server = await serve({ ...archiveOf(0), records, hitCount: 151 });
    const { counts, rejects } = await collect(server, { pageSize: 100 });
    expect(counts).toMatchObject({ in: 151, rejects: 151 });
    expect(rejects.at(-1)).toBe('records-withheld 1 records');
  });

  it('whose cursor stands still are an error', async () => {
    const archive = archiveOf(4);
    const stuck = {
      hitCount: 4,
      nextCursorMark: 'same',
      resultList: { result: archive.records.slice(0, 1) },
    };
    archive.fault = asked =>
      asked.path === 'search' ? { status: 200, body: JSON.stringify(stuck) } : undefined;
    const server = await serve(archive);
    await expect(collect(server)).rejects.toMatchObject({ code: 'europepmc-incomplete' });
    expect((await books()).articles).toEqual(['PMC1']);
    expect(server.log.filter(({ path }) => path === 'search').length).toBeLessThan(4);
  });
});

describe('faults', () => {
  /** The first requests of a kind go wrong, the later ones do not. */
  const first = (times: number, what: string, fault: Fault) => {
    let left = times;
    return ({ path }: Asked) => (path.endsWith(what) && left-- > 0 ? fault : undefined);
  };
  const html = { status: 200, body: '<!DOCTYPE html><html><body>maintenance</body></html>' };

  it.each<[string, string, Fault]>([
    ['5xx in a search', 'search', { status: 503 }],
    ['a page in a search', 'search', html],
    ['JSON of another kind in a search', 'search', { status: 200, body: '{"errCode":404}' }],
    ['429 for a text', 'fullTextXML', { status: 429, headers: { 'retry-after': '0' } }],
    ['a text that is cut', 'fullTextXML', { cutAfter: 100 }],
    [
      'a text that is cut and looks whole',
      'fullTextXML',
      { status: 200, body: textOf(1).slice(0, 300) },
    ],
    ['a page for a text', 'fullTextXML', html],
    ['nothing for a text', 'fullTextXML', { status: 200, body: '' }],
    ['a server that stands still', 'fullTextXML', { hang: true }],
    ['a slow body', 'fullTextXML', { dripMs: 30 }],
    ['5xx for an archive', 'supplementaryFiles', { status: 500 }],
    ['a page for an archive', 'supplementaryFiles', html],
    ['an archive that is cut', 'supplementaryFiles', { cutAfter: 20 }],
  ])('%s: asked for again, then whole', async (_, what, fault) => {
    const server = await serve({ ...archiveOf(1), fault: first(1, what, fault) });
    const { articles, rejects } = await collect(server, { idleMs: 200, requestMs: 400 });
    expect([articles, rejects]).toEqual([['PMC1'], []]);
    expect(server.log.filter(({ path }) => path.endsWith(what))).toHaveLength(2);
    expect(server.log.filter(({ path }) => path.endsWith('fullTextXML')).length).toBe(
      what === 'fullTextXML' ? 2 : 1,
    );
  });

  it('a text that stays cut short is given up, said by its article, and tried again', async () => {
    const archive = archiveOf(2);
    const cut = ({ path }: Asked) => (path === 'PMC1/fullTextXML' ? { cutAfter: 100 } : undefined);
    const server = await serve({ ...archive, fault: cut });
    const { articles, rejects } = await collect(server);
    expect(articles).toEqual(['PMC2']);
    expect(rejects).toEqual(['gave-up PMC1 europepmc-unreachable']);
    delete server.archive.fault;
    const again = await collect(server, { query: 'another that finds it' });
    expect([again.articles, again.rejects]).toEqual([['PMC2', 'PMC1'], []]);
    expect(again.counts).toMatchObject({ in: 2, out: 2 });
    expect(server.counts()['PMC2/fullTextXML']).toBe(1);
  }, 30_000);

  it('a text that is not there is a reject of that article alone', async () => {
    const archive = archiveOf(2);
    delete archive.texts.PMC1;
    const { articles, rejects } = await collect(await serve(archive));
    expect([articles, rejects]).toEqual([['PMC2'], ['full-text-missing PMC1']]);
  });

  it('texts and archives past their limits are not taken in', async () => {
    const large = await serve({
      ...archiveOf(1),
      texts: { PMC1: textOf(1, { body: '<p>x</p>'.repeat(1000) }) },
    });
    expect((await collect(large, { articleBytes: 5000 })).rejects).toEqual([
      'full-text-over-limit PMC1',
    ]);
    const heavy = await serve(archiveOf(2));
    const { rejects } = await collect(heavy, { archiveBytes: 50 });
    expect(rejects.slice(1)).toEqual(['archive-over-limit PMC2 F1']);
  });

  it.each<[string, Buffer | undefined, string]>([
    ['missing', undefined, 'archive-missing PMC1 F1'],
    ['no ZIP', Buffer.from('nonsense'), 'archive-unreadable PMC1 F1'],
    ['cut short', archiveOf(1).archives.PMC1!.subarray(0, 60), 'archive-unreadable PMC1 F1'],
    [
      'without the figure',
      writeZip([{ name: 'x.jpg', bytes: jpeg('') }]),
      'figure-missing PMC1 F1',
    ],
    [
      'with `../` names',
      writeZip([{ name: '../../g1.jpg', bytes: jpeg('') }]),
      'archive-name-refused PMC1 F1',
    ],
    [
      'with a page for a figure',
      writeZip([{ name: 'g1.jpg', bytes: Buffer.from('<html>') }]),
      'figure-unreadable PMC1 F1 no-picture',
    ],
  ])('an archive that is %s costs the figures, not the article', async (_, zip, reject) => {
    const server = await serve({ ...archiveOf(1), archives: zip ? { PMC1: zip } : {} });
    const { articles, rejects, counts, things } = await collect(server);
    expect([articles, rejects]).toEqual([['PMC1'], [reject]]);
    expect(things[0].data.withheld).toEqual(['g1']);
    expect(counts).toMatchObject({ in: 1, out: 1, rejects: 0, partsRejected: 1 });
  });

  it('an archive that the service cannot pack costs the pictures, not the article', async () => {
    const archive = archiveOf(2);
    archive.fault = ({ path }) =>
      path === 'PMC1/supplementaryFiles' ? { status: 500 } : undefined;
    const server = await serve(archive);
    const { articles, rejects } = await collect(server);
    expect([articles, rejects]).toEqual([['PMC1', 'PMC2'], ['archive-unavailable PMC1 F1']]);
    expect(server.counts()).toMatchObject({ 'PMC1/fullTextXML': 1, 'PMC1/supplementaryFiles': 3 });
  });

  it('a service that stays down stops the run, and the next one goes on', async () => {
    const archive = archiveOf(3);
    let isDown = false;
    archive.fault = ({ path }) => {
      isDown ||= path === 'PMC2/fullTextXML';
      return isDown ? { status: 503 } : undefined;
    };
    const server = await serve(archive);
    await expect(collect(server)).rejects.toMatchObject({
      code: expect.stringMatching(/^europepmc-/),
    });
    expect((await books()).articles).toEqual(['PMC1']);
    delete archive.fault;
    expect((await collect(server)).articles).toEqual(['PMC1', 'PMC2', 'PMC3']);
    expect(server.counts()['PMC1/fullTextXML']).toBe(1);
  }, 30_000);

  it('a refusal stops the run at once', async () => {
    const server = await serve({ ...archiveOf(3), fault: () => ({ status: 403 }) });
    await expect(collect(server)).rejects.toMatchObject({
      code: 'europepmc-refused',
      mender: 'user',
    });
    expect(server.log).toHaveLength(1);
  });
});

describe('a run that ends in the middle', () => {
  it('goes on later and asks for nothing twice but what was under way', async () => {
    const archive = archiveOf(8);
    const server = await serve(archive);
    for (const stop of ['PMC2/fullTextXML', 'PMC4/supplementaryFiles', 'PMC7/fullTextXML']) {
      const controller = new AbortController();
      archive.fault = ({ path }) => {
        if (path !== stop) return undefined;
        controller.abort();
        return { hang: true };
      };
      await expect(collect(server, {}, controller.signal)).rejects.toThrow();
    }
    delete archive.fault;
    const { articles, counts } = await collect(server);
    expect(articles).toEqual(archive.records.map((_, at) => `PMC${at + 1}`));
    expect(counts).toMatchObject({ in: 8, out: 8, made: 8 });
    const twice = Object.entries(server.counts()).filter(([, count]) => count > 1);
    expect(twice.map(([path]) => path)).toEqual([
      'PMC2/fullTextXML',
      'PMC4/fullTextXML',
      'PMC4/supplementaryFiles',
      'PMC7/fullTextXML',
    ]);
    expect((await collect(server)).counts).toEqual(counts);
    expect(server.counts()['PMC8/fullTextXML']).toBe(1);
  });

  it('takes an article again when its record says something new', async () => {
    const archive = archiveOf(1);
    const server = await serve(archive);
    await collect(server);
    archive.records = [recordOf(1, { versionNumber: 2 })];
    expect((await collect(server)).articles).toEqual(['PMC1', 'PMC1']);
  });
});
