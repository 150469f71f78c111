import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tests/chromium.ts';
import { bindPictures } from '../picture-context/index.ts';
import { noOcr, openPrinter } from './testing/print-html.ts';

let printer: Awaited<ReturnType<typeof openPrinter>>;
beforeAll(async () => {
  printer = await openPrinter(await launchBrowser(), noOcr);
}, 60_000);
afterAll(() => printer?.close());

const prose =
  '<p>The disc was seen to bulge in most of the patients, and surgery was done within six weeks of the first visit to the clinic. Follow-up lasted two years, and the outcome was good in nearly all of them.</p>'.repeat(
    2,
  );
const css =
  "body { font: 10pt/1.35 'Liberation Serif', 'Open Sans', serif; margin: 0 } .cap { font-size: 9pt } .row { display: flex; gap: 12mm } section { break-after: page } .frame { border: 1pt solid #333; padding: 3mm; width: 80mm } .ground { background: #e5e5e5; padding: 3mm; width: 90mm }";
const drawing = encodeURIComponent(
  "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><rect width='300' height='200' fill='#345'/><circle cx='150' cy='100' r='60' fill='#ccc'/><path d='M0 0L300 200' stroke='#fff'/></svg>",
);
const picture = (widthMm = 60) =>
  `<img style="width:${widthMm}mm;height:40mm;display:block" src="data:image/svg+xml,${drawing}">`;
const caption = (text: string) => `<p class=cap>${text}</p>`;

type Case = { html: string; captions: string[] };
const cases: Record<string, Case> = {
  'side by side': {
    html: `<div class=row>${picture()}${picture()}</div>${caption('Figure 1. Left before, right after.')}`,
    captions: ['Figure 1. Left before, right after.', 'Figure 1. Left before, right after.'],
  },
  'side by side with letters below': {
    html: `<div class=row><div>${picture()}<center>A</center></div><div>${picture()}<center>B</center></div></div>${caption('Figure 2. (A) Before, (B) after.')}`,
    captions: ['Figure 2. (A) Before, (B) after.', 'Figure 2. (A) Before, (B) after.'],
  },
  'one above the other': {
    html: `${picture()}<br>${picture()}${caption('Figure 3. Above before, below after.')}`,
    captions: ['Figure 3. Above before, below after.', 'Figure 3. Above before, below after.'],
  },
  'side by side, each with its own': {
    html: `<div class=row><div style="width:60mm">${picture()}${caption('Figure 4. Before the operation, standing, seen from the left.')}</div><div style="width:60mm">${picture()}${caption('Figure 5. After the operation, standing, seen from the left.')}</div></div>`,
    captions: [
      'Figure 4. Before the operation, standing, seen from the left.',
      'Figure 5. After the operation, standing, seen from the left.',
    ],
  },
  'captions above': {
    html: `${caption('Figure 6. Above its figure.')}${picture()}${prose}${caption('Figure 7. Above its own.')}${picture()}`,
    captions: ['Figure 6. Above its figure.', 'Figure 7. Above its own.'],
  },
  'a caption within the frame': {
    html: `<div class=frame>${picture()}${caption('Figure 8. Within the frame of its figure.')}</div>`,
    captions: ['Figure 8. Within the frame of its figure.'],
  },
  'a caption on the ground': {
    html: `<div class=ground>${picture()}${caption('Figure 9. On the grey ground of its figure.')}</div>`,
    captions: ['Figure 9. On the grey ground of its figure.'],
  },
};

test('every picture stands with its caption, and bind gives it', { timeout: 60_000 }, async () => {
  const pages = Object.values(cases).map(
    ({ html }) => `<section>${prose}${html}${prose}</section>`,
  );
  const { markdown, document } = await printer.print(
    'figures',
    `<style>${css}</style>${pages.join('')}`,
  );
  const found = Object.keys(cases).map((name, at) => {
    const on = document.figures.filter(({ page }) => page === at + 1);
    return [name, on.map(figure => figure.caption)];
  });
  const wanted = Object.entries(cases).map(([name, { captions }]) => [name, captions]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  expect(bindPictures(markdown, 'figures').map(one => one.caption?.text)).toEqual(
    Object.values(cases).flatMap(({ captions }) => captions),
  );
  // No picture has a caption in it.
  for (const { box } of document.figures) expect(box![3]).toBeLessThan(135);
});

test('bold, italic, raised letters and ligatures', { timeout: 60_000 }, async () => {
  const { document } = await printer.print(
    'inline',
    `<style>${css} sup { font-size: 65%; line-height: 0 }</style><h1>A <i>heading</i></h1>
    <p>Some <b>bold words</b> and <i>italic ones</i> stand here, and the text goes on until <b>a bold phrase that runs over the end of the line because it is so long</b> has ended. (<i>Pachymeninx</i>) is thick.</p>
    <p>It was shown<sup>12</sup> and again<sup>[3,4]</sup>, by others [12] and by¹² some. The effi&shy;cient office of fluffy waffles.</p>
    <ul><li><b>First.</b> An item with a word that is set off.</li></ul>${caption('<b>Figure 1.</b> A caption without a figure.')}${prose}`,
  );
  const texts = document.blocks.map(({ type, text }) => `${type}: ${text}`);
  expect(texts.slice(0, 5)).toEqual([
    'heading: A heading',
    'paragraph: Some **bold words** and *italic ones* stand here, and the text goes on until **a bold phrase that runs over the end of the line because it is so long** has ended. (*Pachymeninx*) is thick.',
    'paragraph: It was shown<sup>12</sup> and again<sup>[3,4]</sup>, by others [12] and by¹² some. The efficient office of fluffy waffles.',
    'list-item: **First.** An item with a word that is set off.',
    'caption: **Figure 1.** A caption without a figure.',
  ]);
});

test('a formula parts no paragraph', { timeout: 60_000 }, async () => {
  const formula = (text: string) => `<p style="text-align:center">${text}</p>`;
  const { document } = await printer.print(
    'formula',
    `<style>${css}</style>${prose.repeat(4)}<p>The lordosis is often written as a sum of the angles of each level</p>${formula('L = a<sub>1</sub> + a<sub>2</sub>')}<p>where a is the angle of one level, and as such it does not tell the angles of the levels apart from each other.</p>${formula('PI = PT + SS')}<p>The sum above holds for every patient, and it is no more than the geometry of the pelvis.</p>`,
  );
  const [joined, alone, after] = document.blocks.slice(-3);
  expect(joined).toMatchObject({
    type: 'paragraph',
    text: expect.stringMatching(
      /^The lordosis is .* level L = a<sub>1<\/sub> \+ a<sub>2<\/sub> where a .* other\.$/,
    ),
  });
  expect(alone).toMatchObject({ type: 'formula', text: 'PI = PT + SS' });
  expect(after!.text).toMatch(/^The sum above/);
});
