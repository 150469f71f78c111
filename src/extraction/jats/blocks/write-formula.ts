import { escapeInline } from '../../../contracts/document/index.ts';
import { childElements, childOf } from '../../../xml/index.ts';
import { readFormula } from '../formula.ts';
import { plainOf, tidy } from '../inline.ts';
import { type BlockWriter, escapeStart } from '../writer.ts';

/** A formula on a line of its own, its number after it. */
export const writeFormula: BlockWriter = (element, writer) => {
  const label = childOf(element, 'label');
  const { tex, text, href } = readFormula(element);
  const words = tex ? `$$${tidy(tex)}$$` : escapeStart(escapeInline(tidy(text)));
  const number = label ? plainOf(label.children) : '';
  const note = href ? `given as a picture only: ${href}` : null;
  const shown = words || (href ? '[formula]' : '');
  if (shown === '') return;
  writer.push({ type: 'formula', text: [shown, number].filter(Boolean).join(' '), note }, []);
};

export const writeFormulaGroup: BlockWriter = (element, writer, place) => {
  for (const formula of childElements(element, 'disp-formula', 'disp-formula-group'))
    writer.write([formula], place);
};
