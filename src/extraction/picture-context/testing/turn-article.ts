import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';

/** How a figure is set, as converters differ. */
export const settings = [
  ...(['behind', 'bold', 'before', 'alt', 'centred', 'two blocks'] as const),
  ...(['plain', 'own line'] as const),
];
export type Setting = (typeof settings)[number];

export type Truth = {
  /** By the picture's source: its caption, and the lines of the paragraphs whose `<xref>` names it. */
  figures: Map<string, { caption: string; lines: Set<number> }>;
};

type Node = { name: string; attributes: Record<string, string>; children: Array<Node | string> };

/** A JATS article as plain Markdown, links removed, and what its own links say. */
export function turnArticle(xml: string, setting: Setting): { markdown: string; truth: Truth } {
  const lines: string[] = [];
  const cited: Array<{ id: string; line: number }> = [];
  const figures: Array<{ id: string; src: string; caption: string }> = [];
  const put = (text: string): number => {
    const first = lines.length + 1;
    lines.push(...text.split('\n'), '');
    return first;
  };
  const cite = (node: Node, line: number) => {
    for (const xref of find(node, 'xref'))
      if (xref.attributes['ref-type'] === 'fig')
        for (const id of xref.attributes.rid!.split(' ')) cited.push({ id, line });
  };
  const walk = (node: Node): void => {
    if (node.name === 'title') put(`## ${plain(node)}`);
    else if (node.name === 'p') {
      // A figure within a paragraph is set behind it.
      const figures = node.children.filter(
        child => typeof child !== 'string' && child.name === 'fig',
      );
      const text = { ...node, children: node.children.filter(child => !figures.includes(child)) };
      cite(text, put(plain(text)));
      for (const figure of figures) walk(figure as Node);
    } else if (node.name === 'table-wrap') {
      put(labelled(node).join(' '));
      put(rowsOf(node));
    } else if (node.name === 'list-item' || node.name === 'disp-quote') setApart(node);
    else if (node.name === 'fig') {
      const src = find(node, 'graphic')[0]!.attributes['xlink:href']!;
      const [label, title] = labelled(node);
      const isSigned = ['behind', 'before', 'alt'].includes(setting) && !/[.:]$/.test(label!);
      const caption = `${label}${isSigned ? '.' : ''} ${title}`;
      figures.push({ id: node.attributes.id!, src, caption });
      setFigure(put, setting, { src, label: label!, title: title!, caption });
    } else for (const child of node.children) if (typeof child !== 'string') walk(child);
  };
  /** The first paragraph of an item or a quotation behind its mark, the others as they come. */
  const setApart = (node: Node) => {
    const [first, ...rest] = node.children.filter(child => typeof child !== 'string') as Node[];
    cite(first!, put(`${node.name === 'list-item' ? '- ' : '> '}${plain(first!)}`));
    for (const other of rest) walk(other);
  };
  walk(parse(xml));
  const truth: Truth = { figures: new Map() };
  for (const { id, src, caption } of figures) {
    const own = new Set(cited.filter(one => one.id === id).map(({ line }) => line));
    truth.figures.set(src, { caption, lines: own });
  }
  return { markdown: lines.join('\n'), truth };
}

function setFigure(
  put: (text: string) => number,
  setting: Setting,
  { src, label, title, caption }: { src: string; label: string; title: string; caption: string },
): void {
  switch (setting) {
    case 'behind':
      put(`![](${src})`);
      put(caption);
      return;
    case 'bold':
      put(`![](${src})`);
      put(`**${label}** ${title}`);
      return;
    case 'before': {
      put(caption);
      put(`![](${src})`);
      return;
    }
    case 'alt':
      put(`![${label}](${src})`);
      put(caption);
      return;
    case 'centred':
      put(`<div style="text-align: center;"><img src="${src}" alt="Image" width="41%" /></div>`);
      put('');
      put(`<div style="text-align: center;">${caption}</div>`);
      return;
    case 'own line':
      put(`![](${src})\n${label}\n${title}`);
      return;
    case 'plain':
      put(`![](${src})`);
      put(caption);
      return;
    default:
      put(`![](${src})`);
      put(`**${label}**`);
      put(title);
  }
}

function rowsOf(table: Node): string {
  const rows = find(table, 'tr').map(
    row => `| ${[...find(row, 'th'), ...find(row, 'td')].map(plain).join(' | ')} |`,
  );
  return rows.flatMap((row, at) => (at === 0 ? [row, '|---|---|'] : [row])).join('\n');
}

function labelled(node: Node): string[] {
  const caption = find(node, 'caption')[0]!;
  const parts = caption.children.flatMap(child =>
    typeof child === 'string' ? [] : [plain(child)],
  );
  return [plain(find(node, 'label')[0]!), parts.join(' ')];
}

function plain(node: Node): string {
  const text = node.children
    .map(child => (typeof child === 'string' ? child : plain(child)))
    .join('');
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n/g, ' ')
    .trim() === ''
    ? ''
    : text.replace(/[\n\t ]+/g, ' ');
}

function find(node: Node, name: string): Node[] {
  return node.children.flatMap(child =>
    typeof child === 'string'
      ? []
      : [...(child.name === name ? [child] : []), ...find(child, name)],
  );
}

function parse(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const node = {
      name: tag.name,
      attributes: tag.attributes as Record<string, string & SaxesAttributePlain>,
      children: [],
    };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', text => open.at(-1)!.children.push(text));
  parser.write(xml).close();
  return root;
}
