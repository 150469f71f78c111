import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RawBox } from '../../layout/raw-page.ts';

/** 5000 × 5000: more than a large page at 300 dots an inch. */
const maxPixels = 25_000_000;

type Asked = { scale: number; regions: RawBox[]; degrees: number };

/** The page is drawn once, the regions are cut out of it. */
export async function drawRegions(page: PDFPageProxy, { scale: wanted, regions, degrees }: Asked) {
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(wanted, Math.sqrt(maxPixels / (natural.width * natural.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // The canvas of a browser and this one agree in all that pdf.js asks of it.
  const target = { canvas, canvasContext: context } as unknown as { canvas: null };
  await page.render({ ...target, viewport }).promise;
  const drawn = degrees === 0 ? canvas : turned(canvas, degrees);
  return Promise.all(
    regions.map(async region => {
      const [x, y, width, height] = region.map(side => Math.round(side * scale)) as RawBox;
      const cut = createCanvas(Math.max(1, width), Math.max(1, height));
      const { width: w, height: h } = cut;
      cut.getContext('2d').drawImage(drawn, x, y, w, h, 0, 0, w, h);
      return { png: new Uint8Array(await cut.encode('png')), width: w, height: h };
    }),
  );
}

function turned(page: Canvas, degrees: number): Canvas {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const canvas = createCanvas(
    Math.ceil(page.width * cos + page.height * sin),
    Math.ceil(page.width * sin + page.height * cos),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(angle);
  context.drawImage(page, -page.width / 2, -page.height / 2);
  return canvas;
}
