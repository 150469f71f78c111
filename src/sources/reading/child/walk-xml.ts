import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeText } from '../decode-text.ts';
import { ReadFailure } from '../read-failure.ts';

export type XmlVisitor = {
  /** Names come without their namespace prefix. */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
};

const deepest = 256;

/** Walks through a document once. Entities that it declares itself are never resolved: using
 *  one makes the document broken, and nothing outside is ever fetched. */
export function walkXml(bytes: Buffer, visitor: XmlVisitor): void {
  const decoded = decodeText(bytes);
  if (!decoded) throw new ReadFailure('broken');
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('opentag', tag => {
    if (++depth > deepest) throw new ReadFailure('over-limits');
    visitor.open?.(tag.local, name => attributeOf(tag, name));
    // An empty element is closed by an event of its own.
  });
  parser.on('text', text => visitor.text?.(text));
  parser.on('cdata', text => visitor.text?.(text));
  parser.on('closetag', tag => {
    depth--;
    visitor.close?.(tag.local);
  });
  parser.write(decoded.text.replace(/^\ufeff/, '')).close();
}

function attributeOf(tag: SaxesTagNS, name: string): string | undefined {
  const exact = tag.attributes[name];
  if (exact) return exact.value;
  return Object.values(tag.attributes).find(attribute => attribute.local === name)?.value;
}
