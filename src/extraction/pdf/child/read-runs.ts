import { type PageViewport, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RawPage, Run } from '../../layout/raw-page.ts';

/** A page of text has a few thousand; a page of more is no page to read. */
const maxRuns = 60_000;
const maxCharacters = 400_000;

type Font = RawPage['fonts'][number];

export async function readRuns(
  page: PDFPageProxy,
  viewport: PageViewport,
): Promise<{ runs: Run[]; fonts: Font[] }> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const runs: Run[] = [];
  const fonts: Font[] = [];
  const fontIndex = new Map<string, number>();
  let characters = 0;
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    characters += item.str.length;
    if (runs.length >= maxRuns || characters > maxCharacters) throw new Error('over-limit');
    const [a, b, c, d, e, f] = Util.transform(viewport.transform, item.transform);
    const size = Math.hypot(c, d);
    const numbers = [a, b, e, f, size, item.width];
    if (!numbers.every(Number.isFinite) || size === 0) continue;
    let font = fontIndex.get(item.fontName);
    if (font === undefined) {
      font = fonts.push(describeFont(page, item.fontName)) - 1;
      fontIndex.set(item.fontName, font);
    }
    const turns = turnsOf(a, b);
    runs.push({ text: cleanText(item.str), x: e, y: f, width: item.width, size, font, turns });
  }
  return { runs, fonts };
}

function turnsOf(a: number, b: number): Run['turns'] {
  const quarter = (Math.atan2(b, a) * 2) / Math.PI;
  const nearest = Math.round(quarter);
  if (Math.abs(quarter - nearest) > 0.05) return null;
  return (((nearest % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

/** Ligatures as letters; other compatibility forms (m², ①) keep what they say. */
function cleanText(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, sign => sign.normalize('NFKC'))
    .replace(/[\u2F00-\u2FDF\uF900-\uFAFF]/g, sign => sign.normalize('NFKC'))
    .replace(/[\u00A0\u2002-\u200A\u202F\u205F]/g, ' ')
    .replace(/[\u200B\u2060\uFEFF]/g, '');
}

function describeFont(page: PDFPageProxy, id: string): Font {
  const name = nameOf(page, id);
  return {
    name,
    bold: /bold|black|heavy|semib|demi|cmbx|-medi(?:ital)?$|[-,]B(?:[^a-z]|$)|黑体/i.test(name),
    italic: /ital|obli|cmti|cmsl|slant|[-,]It(?:[^a-z]|$)/i.test(name),
  };
}

function nameOf(page: PDFPageProxy, id: string): string {
  if (!page.commonObjs.has(id)) return '';
  const font: unknown = page.commonObjs.get(id);
  const name = font && typeof font === 'object' && 'name' in font ? font.name : '';
  return typeof name === 'string' ? name.slice(0, 100) : '';
}
