import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tests/chromium.ts';
import type { SpineDocument } from '../../contracts/document/index.ts';
import { extractFiles } from '../document/extract-files.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { chapterHtml } from '../pdf/testing/chapter-html.ts';
import { plainWords, readChapter, shareInOrder } from '../pdf/testing/compare-texts.ts';
import type { OcrEngine } from './ocr-engine.ts';
import { openOcr } from './open-ocr.ts';

let folder: string;
const scans = new Map<string, { png: Buffer; pdf: Buffer; source: string }>();

/** The first page of a chapter in two columns, as a picture and as a PDF file of that picture. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'spinemed-scan-'));
  const browser = await launchBrowser();
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  for (const [name, language, share] of [
    ['lumbar-guide', 'en', 0.13],
    ['cervical-guide-zh', 'zh', 0.3],
  ] as const) {
    const { folder: chapter, source: whole } = readChapter(name);
    const source = whole.slice(0, whole.indexOf('\n\n', share * whole.length));
    const html = chapterHtml(source, chapter, { columns: 2, language });
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.setContent(html.replace('<body>', '<body style="margin:20mm 18mm">'));
    await page.evaluate('document.fonts.ready');
    const png = await page.screenshot();
    await page.setContent(
      `<body style="margin:0"><img style="width:210mm;height:296mm" src="data:image/png;base64,${png.toString('base64')}">`,
    );
    scans.set(name, { png, pdf: await page.pdf({ format: 'A4', printBackground: true }), source });
  }
  await browser.close();
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function extract(name: string, bytes: Uint8Array, ocr: OcrEngine, rejects: object[] = []) {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  for await (const result of extractFiles([file], path.join(folder, 'out'), { ocr })) {
    expect(result).toMatchObject({ status: 'extracted', rejects });
    const read = (part: string) => readFile(path.join(folder, 'out', result.folder!, part), 'utf8');
    const document: SpineDocument = JSON.parse(await read('document.json'));
    return { markdown: await read('document.md'), document };
  }
  throw new Error('nothing came out');
}

test.each([
  { name: 'lumbar-guide', least: 0.96, label: 'Figure 1' },
  { name: 'cervical-guide-zh', least: 0.95, label: '图1' },
])(
  'reads a scan of $name, two columns and a figure',
  { timeout: 240_000 },
  async ({ name, least, label }) => {
    const ocr = openOcr({ paddlex: undefined, onsite: [] });
    try {
      const { pdf, source } = scans.get(name)!;
      const { markdown, document } = await extract(`${name}.pdf`, pdf, ocr);
      expect(document.pages).toMatchObject([{ number: 1, read: 'ocr' }]);
      expect(shareInOrder(plainWords(source), plainWords(markdown))).toBeGreaterThan(least);
      const figure = document.figures.find(one => one.label === label);
      expect(figure).toMatchObject({ page: 1, kind: 'raster' });
      const cut = await sharp(
        await readFile(path.join(folder, 'out', name, figure!.file!)),
      ).metadata();
      expect(cut.width).toBeGreaterThan(300);
      expect(markdown).toContain(`](${figure!.file})`);
    } finally {
      ocr.close();
    }
  },
);

const framed = `<style>body { margin: 20mm 18mm; font: 11pt/1.4 'Liberation Serif', 'Open Sans', serif } .cap { font-size: 9pt }
  .frame { border: 1.2pt solid #222; padding: 4mm; width: 100mm } table { border-collapse: collapse; width: 100%; border-top: 1.5pt solid; border-bottom: 1.5pt solid }
  td, th { padding: 2pt 6pt; text-align: left; font-weight: normal } th { border-bottom: .75pt solid }</style>
  <h2>A heading of the page</h2><p>A paragraph stands above the figure, and it is as wide as the page so that it shows where lines begin and where they end.</p>
  <div class=frame><div style="width:320px;height:180px;background:#333"></div><p class=cap>Figure 1. A caption within the frame.</p></div>
  <p>Another paragraph stands between the figure and the table, and it is as wide as the page as well, which is all there is to say about it.</p>
  <p class=cap>Table 1. Values of both groups.</p><table><tr><th>Value</th><th>Fusion</th><th>Decompression</th></tr><tr><td>Age, years</td><td>61.2</td><td>60.8</td></tr><tr><td>Women</td><td>52</td><td>48</td></tr></table>
  <p>A last paragraph stands below the table, and with it the page ends long before its foot, for there is nothing more to be read.</p>`;

test('a scan that lies askew, on its side or on its head is read as one that stands', {
  timeout: 300_000,
}, async () => {
  const ocr = openOcr({ paddlex: undefined, onsite: [] });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.setContent(framed);
    const png = await page.screenshot();
    for (const degrees of [0, 4, 180, -92.5]) {
      const scan = await sharp(png)
        .flatten()
        .rotate(degrees, { background: '#fff' })
        .png()
        .toBuffer();
      const { markdown, document } = await extract(`turned${degrees}.png`, scan, ocr);
      expect(document.blocks.map(({ type }) => type)).toEqual([
        ...['heading', 'paragraph', 'figure', 'caption', 'paragraph'],
        ...['caption', 'table', 'paragraph'],
      ]);
      expect(markdown).toMatch(/Figure 1\. ?A caption within the frame/);
      expect(markdown).toContain('| Age, years | 61.2 | 60.8 |');
      const [figure] = document.figures;
      const file = path.join(folder, 'out', `turned${degrees}`, figure!.file!);
      // The upper side of the dark picture is level in what was cut out.
      const [left, right] = await Promise.all([firstDark(file, 0.2), firstDark(file, 0.7)]);
      expect([degrees, Math.abs(left - right) <= 6]).toEqual([degrees, true]);
      const [x, y, width, height] = figure!.box!;
      const [own] = document.pages!;
      expect(
        x >= 0 && y >= 0 && x + width <= own!.width + 0.1 && y + height <= own!.height + 0.1,
      ).toBe(true);
    }
  } finally {
    await browser.close();
    ocr.close();
  }
});

/** The row from which on a column is dark for good, past any line around the picture. */
async function firstDark(file: string, share: number): Promise<number> {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
  const x = Math.round(share * info.width);
  let row = 0;
  for (let y = 0; y < info.height && y - row < 40; y++)
    if (data[(y * info.width + x) * info.channels]! > 120) row = y + 1;
  return row;
}

test('reads the pages of a TIFF file, and gives back one for each', {
  timeout: 240_000,
}, async () => {
  const ocr = openOcr({ paddlex: undefined, onsite: [] });
  try {
    const small = await sharp(scans.get('lumbar-guide')!.png)
      .extract({ left: 0, top: 0, width: 1588, height: 500 })
      .png()
      .toBuffer();
    const tiff = await sharp([small, small], { join: { animated: true } })
      .tiff()
      .toBuffer();
    // The caption is there, and its figure was cut away.
    const lost = [1, 2].map(page => ({ page, reason: 'caption-without-figure' }));
    const { document } = await extract('pages.tiff', tiff, ocr, lost);
    expect(document.counts).toEqual({ pagesIn: 2, pagesOut: 2, pagesRejected: 0 });
    expect(document.blocks.filter(({ type }) => type === 'heading')[0]).toMatchObject({
      text: 'The degenerative lumbar spine',
    });
  } finally {
    ocr.close();
  }
});

test('a broken picture and a bomb are rejects', { timeout: 60_000 }, async () => {
  const ocr = openOcr({ paddlex: undefined, onsite: [] });
  const { png } = scans.get('lumbar-guide')!;
  const bomb = Buffer.from(png.subarray(0, 60));
  bomb.writeUInt32BE(100_000, 16);
  bomb.writeUInt32BE(100_000, 20);
  const files = [path.join(folder, 'broken.png'), path.join(folder, 'bomb.png')];
  await writeFile(files[0]!, png.subarray(0, 40));
  await writeFile(files[1]!, bomb);
  const results = await Array.fromAsync(extractFiles(files, path.join(folder, 'out'), { ocr }));
  ocr.close();
  expect(results.map(({ error }) => error?.code)).toEqual([
    'picture-unreadable',
    'picture-unreadable',
  ]);
});

type Reply = { status: number; body: unknown };

async function layoutServer(reply: (body: { file: string; fileType: number }) => Reply) {
  const server = createServer(async (request, response) => {
    const { status, body } = reply(JSON.parse(await textOf(request)));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function textOf(request: IncomingMessage): Promise<string> {
  return Buffer.concat(await Array.fromAsync(request)).toString();
}

const layout = {
  errorCode: 0,
  result: {
    layoutParsingResults: [
      {
        prunedResult: {
          width: 1654,
          height: 2331,
          parsing_res_list: [
            {
              block_label: 'text',
              block_bbox: [100, 100, 1500, 150],
              block_content: 'Seen. See Figure 1.',
            },
            { block_label: 'image', block_bbox: [100, 300, 900, 900], block_content: '' },
            {
              block_label: 'figure_title',
              block_bbox: [100, 920, 900, 960],
              block_content: 'Figure 1. Drawn.',
            },
          ],
        },
        markdown: { text: '', images: {} },
      },
    ],
  },
};

test('a layout server of the house reads one page at a time', { timeout: 60_000 }, async () => {
  const asked: number[] = [];
  const server = await layoutServer(({ file, fileType }) => {
    asked.push(fileType);
    expect(Buffer.from(file, 'base64').subarray(1, 4).toString()).toBe('PNG');
    return { status: 200, body: layout };
  });
  const ocr = openOcr({ paddlex: server.url, onsite: [] });
  const { markdown, document } = await extract('served.pdf', scans.get('lumbar-guide')!.pdf, ocr);
  ocr.close();
  server.close();
  expect(asked).toEqual([1]);
  expect(markdown).toBe(
    'Seen. See Figure 1.\n\n![Figure 1](figures/figure-1.png)\n\nFigure 1. Drawn.\n',
  );
  expect(document.software).toHaveProperty('paddlex-layout-parsing');
});

test.each([
  { what: 'a failure', reply: { status: 500, body: { errorCode: 500, errorMsg: 'x' } } },
  {
    what: 'no page',
    reply: { status: 200, body: { errorCode: 0, result: { layoutParsingResults: [] } } },
  },
])('$what from the server is a rejected page', { timeout: 60_000 }, async ({ reply }) => {
  const server = await layoutServer(() => reply);
  const ocr = openOcr({ paddlex: server.url, onsite: [] });
  const file = path.join(folder, 'failing.pdf');
  await writeFile(file, scans.get('lumbar-guide')!.pdf);
  const result = await readPdf(file, { ocr, savePicture: async () => 'a'.repeat(64) });
  ocr.close();
  server.close();
  expect(result.rejects).toEqual([{ page: 1, place: null, reason: 'ocr-failed' }]);
});

test('a scan goes to no server outside the house', { timeout: 30_000 }, async () => {
  const ocr = openOcr({ paddlex: 'http://192.0.2.1:8080', onsite: [] });
  const request = { picture: new Uint8Array(10), page: 1, width: 10, height: 10 };
  await expect(ocr.read(request)).rejects.toThrow();
  ocr.close();
  expect(() => openOcr({ paddlex: 'ftp://house', onsite: [] })).toThrow(/no web address/);
});
