import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import type { converterDocument } from '../../contracts/kinds/index.ts';
import { defineRecipe, runRecipe, verify } from '../../store/index.ts';
import { collectConverterDocuments } from '../index.ts';

let throwaway: Throwaway;
beforeEach(async () => {
  throwaway = await throwawayStore();
});
afterEach(() => throwaway[Symbol.asyncDispose]());

const at = (name: string) => path.join(throwaway.folder, 'sources', name);

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

let pictures = 0;
const png = () => Buffer.from(`\x89PNG\r\n\x1a\n${pictures++}`, 'latin1');

/** As seen from the folder of sources. */
const short = (text: string) =>
  text.replace(/^sources\//, '').replace(/(clinical|folder)-[0-9a-f]{16}/g, '$1-…');

async function collect() {
  const { store } = throwaway;
  const steps = [collectConverterDocuments({ path: 'sources' })];
  const defects: unknown[] = [];
  const [counts] = await runRecipe(store, defineRecipe({ name: 'test', about: '', steps }), {
    signal: new AbortController().signal,
    logDefect: error => defects.push(error),
  });
  expect(defects).toEqual([]);
  expect(await Array.fromAsync(verify(store))).toEqual([]);
  const things = await store.pool.query<{
    data: z.output<typeof converterDocument.schema>;
    blobs: string[];
    class: string;
  }>('select data, blobs, class from things order by seq');
  const rejects = await store.pool.query('select reason, place from rejects order by id');
  return {
    counts: counts!,
    documents: things.rows.map(row => row.data),
    blobs: things.rows.flatMap(row => row.blobs),
    rejects: rejects.rows.map(row => `${short(row.place)}: ${row.reason}`),
  };
}

describe('what a converter wrote', () => {
  const hex = 'a'.repeat(64);
  const outputs: Array<
    [converter: string, picture: string, markdown: string, side?: [string, string]]
  > = [
    [
      'paddleocr',
      'imgs/img_in_image_box_1_2_3_4.jpg',
      '<div style="text-align: center;"><img src="imgs/img_in_image_box_1_2_3_4.jpg" alt="Image" width="41%" /></div>',
    ],
    [
      'paddleocr',
      'imgs/x.jpg',
      '<img src="imgs/x.jpg"/>',
      ['book_res.json', '{"parsing_res_list": []}'],
    ],
    ['mineru', `images/${hex}.jpg`, `![](images/${hex}.jpg)`],
    [
      'mineru',
      'images/x.jpg',
      '![](images/x.jpg)',
      ['book_content_list.json', '[{"type": "text"}]'],
    ],
    ['marker', '_page_0_Figure_1.jpeg', '![](_page_0_Figure_1.jpeg)'],
    ['marker', 'x.jpeg', '![](x.jpeg)', ['book_meta.json', '{"table_of_contents": []}']],
    [
      'docling',
      `book_artifacts/image_000000_${hex}.png`,
      `![Image](book_artifacts/image_000000_${hex}.png)`,
    ],
    ['docling', 'x.png', '![Image](x.png)', ['book.json', '{"schema_name": "DoclingDocument"}']],
    ['unknown', 'figures/x.png', '![](figures/x.png)', ['book.json', '{"my": "notes"}']],
  ];

  it.each(outputs)(
    '%s is one document with its pictures and side files: %s',
    async (converter, picture, markdown, side) => {
      write('book/book.md', `# 脊柱\n\n${markdown}\n\n图1 椎间盘`);
      write(`book/${picture}`, png());
      if (side) write(`book/${side[0]}`, side[1]);
      const { documents, counts, blobs } = await collect();
      expect(counts).toMatchObject({ in: 1, out: 1, made: 1, partsRejected: 0 });
      const [document] = documents;
      expect(document).toMatchObject({
        path: 'sources/book/book.md',
        converter,
        pictures: [{ src: picture, path: picture, format: 'png' }],
      });
      const known = side && converter !== 'unknown';
      expect(document!.side.map(file => file.path)).toEqual(
        known ? [`sources/book/${side[0]}`] : [],
      );
      expect(blobs).toEqual(
        expect.arrayContaining([document!.markdown, document!.pictures[0]!.sha256]),
      );
      const text = await throwaway.store.blobs.get(document!.markdown);
      expect(text.toString()).toContain('图1 椎间盘');
    },
  );

  it('may name pictures in its list that the Markdown does not', async () => {
    write('book.md', '![](images/a.jpg)');
    write('images/a.jpg', png());
    write('images/table.jpg', png());
    const list = ['a', 'table', 'gone'].map(name => ({
      type: 'image',
      img_path: `images/${name}.jpg`,
    }));
    write('content_list.json', JSON.stringify([...list, { type: 'text', img_path: 7 }]));
    const { documents, rejects } = await collect();
    expect(documents[0]!.pictures.map(picture => picture.path)).toEqual([
      'images/a.jpg',
      'images/table.jpg',
    ]);
    expect(rejects).toEqual([]);
  });

  it('may hold pictures in its text, and be in another encoding', async () => {
    const data = `data:image/png;base64,${png().toString('base64')}`;
    write('book.md', Buffer.from(`\ufeff# 椎\n\n![](${data})\n`, 'utf16le'));
    const { documents } = await collect();
    expect(documents[0]!.pictures).toMatchObject([{ src: 'data:1', path: null, format: 'png' }]);
    expect((await throwaway.store.blobs.get(documents[0]!.markdown)).toString()).toMatch(/^# 椎/);
  });

  it('is collected once, and anew when a picture of it has changed', async () => {
    write('book.md', '![](a.png)');
    write('a.png', png());
    const first = await collect();
    expect(await collect()).toEqual(first);
    write('a.png', png());
    expect((await collect()).counts).toMatchObject({ in: 2, out: 2 });
  });

  it('finds its pictures however their names are written', async () => {
    for (const name of ['Figure 1.png', '图 2.png', 'a%b.png', 'sub/c.png', 'd.png'])
      write(name, png());
    write(
      'book.md',
      '![](Figure%201.png)\n![](<图 2.png>)\n![](a%b.png)\n![](sub\\c.png)\n![](./d.png?raw=true)',
    );
    const { documents, rejects } = await collect();
    expect(rejects).toEqual([]);
    expect(documents[0]!.pictures.map(picture => picture.path)).toEqual([
      'Figure 1.png',
      '图 2.png',
      'a%b.png',
      'sub/c.png',
      'd.png',
    ]);
  });
});

describe('a picture', () => {
  it('that is missing or not one is a reject of a part', async () => {
    write('book.md', 'x\n![](gone.png)\n![](no.png)\n![](http://127.0.0.1:9/a.png)\n![](a.png)');
    write('a.png', png());
    write('no.png', 'text');
    const { counts, documents, rejects } = await collect();
    expect(counts).toMatchObject({ in: 1, out: 1, rejects: 0, partsRejected: 3 });
    expect(documents[0]!.pictures).toHaveLength(1);
    expect(documents[0]!.absent).toEqual(['gone.png', 'no.png', 'http://127.0.0.1:9/a.png']);
    expect(rejects).toEqual([
      'book.md, line 2: picture-missing',
      'book.md, line 3: picture-unreadable',
      'book.md, line 4: picture-elsewhere',
    ]);
  });

  it('outside the document’s folder is never read', async () => {
    const outside = at('../secret.png');
    writeFileSync(outside, png());
    write('above.png', png());
    write('book/in.png', png());
    symlinkSync(outside, at('book/link.png'));
    symlinkSync(path.dirname(outside), at('book/way'));
    const ways = [
      '../above.png',
      // Not even whether it is there is told.
      '../not-there.png',
      '../../secret.png',
      'x/../../above.png',
      '..\\above.png',
      '%2e%2e/above.png',
      '..%2fabove.png',
      outside,
      `file://${outside}`,
      'C:\\secret.png',
      '~/secret.png',
      'link.png',
      'way/secret.png',
    ];
    write('book/book.md', ways.map(way => `<img src="${way}">`).join('\n'));
    const { documents, rejects } = await collect();
    expect(documents[0]!.pictures).toEqual([]);
    expect(rejects).toEqual(ways.map((_, at) => `book/book.md, line ${at + 1}: picture-outside`));
    rmSync(outside);
  });
});

it('takes no Markdown that is none, and leaves the folder of cases alone', async () => {
  write('a.md', Buffer.from([0, 1, 2, 3, 0, 9]));
  write('b.md', '');
  write('hospital-cases/c.md', '# c');
  write('d.md', '# d');
  symlinkSync('/etc/hostname', at('e.md'));
  const { documents, rejects } = await collect();
  expect(documents.map(document => document.path)).toEqual(['sources/d.md']);
  expect(rejects).toEqual(['a.md: not-text', 'b.md: empty', 'e.md: not-a-file']);
});

it('is as clinical as its source.yaml says, and nothing where that is broken', async () => {
  write('a/a.md', '# a');
  write('a/source.yaml', 'class: clinical');
  write('b/b.md', '# b');
  write('b/source.yaml', 'class: [');
  const { rejects } = await collect();
  expect(rejects).toEqual(['source.yaml of folder-…: source-file-invalid']);
  const { rows } = await throwaway.store.pool.query('select class from things');
  expect(rows).toEqual([{ class: 'clinical' }]);
});
