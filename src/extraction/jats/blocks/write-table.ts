import { renderTable } from '../../../contracts/document/index.ts';
import { childElements, childOf, descendants, isElement } from '../../../xml/index.ts';
import { expandTable } from '../expand-table.ts';
import type { BlockWriter } from '../writer.ts';
import { writeNotes } from './write-aside.ts';
import { writeCaption } from './write-figure.ts';

/** A table with its title before it and its notes after it. */
export const writeTableWrap: BlockWriter = (element, writer, place) => {
  writeCaption(element, writer, place);
  const body = element.children.filter(child => isElement(child) && !outside.has(child.name));
  writer.write(body, place);
  for (const foot of childElements(element, 'table-wrap-foot')) {
    const first = writer.blocks.length;
    writer.write(foot.children, place);
    for (const block of writer.blocks.slice(first))
      if (block.type === 'paragraph') block.type = 'footnote';
  }
};

const outside = new Set([
  ...['label', 'caption', 'table-wrap-foot', 'permissions', 'object-id', 'alt-text'],
  ...['long-desc', 'attrib'],
]);

export const writeTable: BlockWriter = (element, writer, place) => {
  // In tables of the CALS kind each group is a table, and all have one title.
  const groups = childElements(element, 'tgroup');
  const title = childOf(element, 'title');
  if (title) writer.write(title.children, place);
  for (const table of groups.length > 0 ? groups : [element]) {
    const { rows, isSpanned } = expandTable(table);
    if (rows === null) {
      const where = `line ${table.line}`;
      writer.rejects.push({ page: null, place: where, reason: 'part-unreadable' });
    } else if (rows.length > 0) {
      const note = isSpanned ? 'cells that spanned several stand in each' : null;
      writer.push({ type: 'table', text: renderTable(rows), note }, [table]);
    }
  }
  writeNotes([element], writer, place);
  for (const inner of descendants(element, ({ name }) => name !== 'fig' && name !== 'fn'))
    if (inner.name === 'fig' || inner.name === 'graphic') writer.write([inner], place);
};
