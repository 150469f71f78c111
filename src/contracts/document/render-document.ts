import type { Block, DraftBlock, DraftDocument, SpineDocument } from './document.ts';

/** The Markdown of a document, and the document knowing the lines of its blocks. */
export function renderDocument(draft: DraftDocument): {
  markdown: string;
  document: SpineDocument;
} {
  const files = new Map(draft.figures.map(({ id, file }) => [id, file]));
  const lines: string[] = [];
  const blocks: Block[] = [];
  for (const block of draft.blocks) {
    if (lines.length > 0 && !isTight(blocks.at(-1), block)) lines.push('');
    const first = lines.length + 1;
    lines.push(...linesOf(block, files));
    blocks.push({
      type: block.type,
      level: block.level ?? null,
      text: block.text,
      marker: block.marker ?? null,
      figure: block.figure ?? null,
      page: block.page ?? null,
      box: block.box ?? null,
      lines: [first, lines.length],
      note: block.note ?? null,
    });
  }
  const markdown = lines.length > 0 ? `${lines.join('\n')}\n` : '';
  return { markdown, document: { ...draft, blocks } };
}

/** Items of one list stand without blank lines between them. */
function isTight(before: Block | undefined, block: DraftBlock): boolean {
  return before?.type === 'list-item' && block.type === 'list-item';
}

function linesOf(block: DraftBlock, files: Map<string, string | null>): string[] {
  if (block.type === 'table') return block.text.split('\n');
  const text = block.text.replace(/\s*\n\s*/g, ' ').trim();
  if (block.type === 'heading') return [`${'#'.repeat(block.level ?? 1)} ${text}`];
  if (block.type === 'quote') return [`> ${text}`];
  if (block.type === 'list-item') return [`${indentOf(block)}${block.marker ?? '-'} ${text}`];
  if (block.type === 'figure') return [pictureLine(block, text, files)];
  return [text];
}

function indentOf({ level }: DraftBlock): string {
  return ' '.repeat(4 * ((level ?? 1) - 1));
}

/** A figure without its file is still shown where it stood, by the name that its source gives. */
function pictureLine(block: DraftBlock, text: string, files: Map<string, string | null>): string {
  const id = block.figure ?? '';
  const file = files.get(id) ?? `figures/${id}`;
  return `![${text.replace(/[[\]]/g, '')}](${encodeURI(file).replace(/[()]/g, escapeParenthesis)})`;
}

function escapeParenthesis(sign: string): string {
  return sign === '(' ? '%28' : '%29';
}
