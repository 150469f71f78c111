import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

export type PageStyle = { columns: 1 | 2; language: 'en' | 'zh'; heads?: string };

/** A chapter in the Markdown of the sample, as a page for a browser to print. Knows only what
 *  that Markdown uses. */
export function chapterHtml(markdown: string, folder: string, style: PageStyle): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  const body = blocks.map(block => blockHtml(block, folder)).join('\n');
  return `<!doctype html><html lang="${style.language}"><meta charset="utf-8"><style>${css(style)}</style><body>${body}</body></html>`;
}

/** A machine may have no Chinese font. */
export function chineseFont(): string {
  const folder = path.join(
    path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json')),
    'files',
  );
  return [400, 700]
    .map(weight => {
      const file = path.join(folder, `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`);
      const bytes = readFileSync(file).toString('base64');
      return `@font-face { font-family: 'Noto Sans SC'; font-weight: ${weight}; src: url(data:font/woff2;base64,${bytes}) }`;
    })
    .join('\n');
}

function css({ columns, language }: PageStyle): string {
  return `
    ${language === 'zh' ? chineseFont() : ''}
    body { font: 10.5pt/1.4 ${language === 'zh' ? "'Noto Sans SC'," : ''} 'Liberation Serif', 'Open Sans', serif; margin: 0;
      ${columns === 2 ? 'column-count: 2; column-gap: 7mm; text-align: justify; hyphens: auto;' : ''} }
    h1 { font-size: 20pt; ${columns === 2 ? 'column-span: all;' : ''} }
    h2 { font-size: 15pt } h3 { font-size: 12pt }
    h1, h2, h3 { break-after: avoid; text-align: left; }
    img { max-width: 100%; display: block; margin: 2mm auto; max-height: 80mm; }
    .figure { break-inside: avoid } .figure p { font-size: 9pt }
    table { border-collapse: collapse; font-size: ${columns === 2 ? '6.5pt; hyphens: none' : '9pt'}; } td, th { border: 0.5pt solid #444; padding: 1mm ${columns === 2 ? '0.8mm' : '2mm'}; text-align: left; }
    tr { break-inside: avoid }`;
}

function blockHtml(block: string, folder: string): string {
  const heading = /^(#{1,6}) (.*)$/.exec(block);
  if (heading) return `<h${heading[1]!.length}>${inline(heading[2]!)}</h${heading[1]!.length}>`;
  const picture = /^!\[([^\]]*)\]\(([^)]+)\)$/.exec(block);
  if (picture) {
    const bytes = readFileSync(path.join(folder, picture[2]!));
    return `<img src="data:image/png;base64,${bytes.toString('base64')}">`;
  }
  if (block.startsWith('|')) return tableHtml(block);
  if (/^(Figure \d+\.|图 ?\d)/.test(block)) return `<p style="font-size:9pt">${inline(block)}</p>`;
  if (/^- /.test(block)) return listHtml('ul', block, /^- /);
  if (/^1\. /.test(block)) return listHtml('ol', block, /^\d+\. /);
  return `<p>${inline(block.replaceAll('\n', ' '))}</p>`;
}

function listHtml(tag: string, block: string, marker: RegExp): string {
  const items = block.split('\n').map(line => `<li>${inline(line.replace(marker, ''))}</li>`);
  return `<${tag}>${items.join('')}</${tag}>`;
}

function tableHtml(block: string): string {
  const rows = block.split('\n').filter(line => !/^\|[\s|:-]+\|$/.test(line));
  const cells = (line: string, tag: string) =>
    line
      .slice(1, -1)
      .split('|')
      .map(cell => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('');
  const [head, ...body] = rows;
  return `<table><thead><tr>${cells(head!, 'th')}</tr></thead>${body.map(row => `<tr>${cells(row, 'td')}</tr>`).join('')}</table>`;
}

function inline(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>');
}
