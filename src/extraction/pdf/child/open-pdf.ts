import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type OpenPdf = { pdf: PDFDocumentProxy; pages: number; title: string | null };

/** A picture of more pixels than this is left blank: it is a bomb, or of no use at page size. */
const maxImagePixels = 80_000_000;

export async function openPdf(file: string): Promise<OpenPdf> {
  const parts = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${path.join(parts, name)}${path.sep}`;
  registerFallbackFonts();
  try {
    const pdf = await getDocument({
      data: new Uint8Array(await readFile(file)),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      iccUrl: folder('iccs'),
      maxImageSize: maxImagePixels,
      enableXfa: false,
      // Without it fonts have no names, and bold is known by its name alone.
      fontExtraProperties: true,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      // Warnings, for countRemoved.
      verbosity: 1,
    }).promise;
    return { pdf, pages: pdf.numPages, title: await titleOf(pdf) };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Error('encrypted');
    throw error;
  }
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  const metadata = await pdf.getMetadata().catch(() => null);
  const title = metadata?.info && 'Title' in metadata.info ? metadata.info.Title : null;
  return typeof title === 'string' && title.trim() ? title.trim().slice(0, 500) : null;
}

/** For Chinese text whose font is not in the file, on a machine that has none. */
function registerFallbackFonts(): void {
  const fonts = path.dirname(
    createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'),
  );
  const file = path.join(fonts, 'files', 'noto-sans-sc-chinese-simplified-400-normal.woff2');
  for (const family of ['sans-serif', 'serif', 'monospace'])
    if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(file, family);
}
