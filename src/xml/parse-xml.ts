import { SaxesParser } from 'saxes';
import { decodeXml } from './decode-xml.ts';
import type { XmlElement } from './element.ts';
import { invalidXml } from './invalid-xml.ts';
import { namedCharacters } from './named-characters.ts';

export type XmlLimits = { bytes: number; depth: number; elements: number; timeMs: number };

/** Most articles are below one megabyte; a tree takes about thirty times the bytes of its file. */
const xmlLimits: XmlLimits = {
  bytes: 32 * 1024 * 1024,
  depth: 256,
  elements: 500_000,
  timeMs: 60_000,
};

export type ParsedXml = {
  root: XmlElement;
  doctype: string;
  /** Lines with a named character that nobody here knows; its name stands in the text. */
  unknownNames: number[];
};

const pieceLength = 64 * 1024;

/** The tree of a stranger's XML, within limits. What a DTD declares is never expanded and
 *  nothing that it names is fetched: a file that uses an entity of its own is refused. */
export function parseXml(xml: string | Uint8Array, overrides: Partial<XmlLimits> = {}): ParsedXml {
  const limits = { ...xmlLimits, ...overrides };
  if (xml.length > limits.bytes) throw invalidXml('xml-too-large', 'it is too large', 1);
  const decoded = typeof xml === 'string' ? xml : decodeXml(xml);
  const text = decoded.replace(/^[\ufeff\s]+/, '');
  if (text === '') throw invalidXml('xml-empty', 'there is nothing in it', 1);
  const skippedLines = decoded.slice(0, decoded.length - text.length).split('\n').length - 1;
  const reader = startReader(limits, skippedLines);
  const endsAt = performance.now() + limits.timeMs;
  for (let at = 0; at < text.length; at += pieceLength) {
    if (performance.now() > endsAt)
      throw invalidXml('xml-over-time', 'reading it takes too long', reader.line());
    reader.read(text.slice(at, at + pieceLength));
  }
  return reader.end();
}

function startReader(limits: XmlLimits, skippedLines: number) {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({
    xmlns: false,
    position: true,
  });
  const line = () => parser.line + skippedLines;
  const unknownNames: number[] = [];
  const declared = new Set<string>();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let doctype = '';
  let elements = 0;
  let ending = false;

  parser.ENTITIES = characterTable(name => {
    if (declared.has(name))
      throw invalidXml('xml-entity', 'it uses an entity that it declares itself', line());
    unknownNames.push(line());
  });
  parser.on('error', error => {
    const cut = ending && /unclosed tag|unexpected end|root element/.test(error.message);
    throw cut
      ? invalidXml('xml-truncated', 'it ends before its end', line())
      : invalidXml('xml-malformed', 'it is not well-formed', line());
  });
  parser.on('doctype', stated => {
    doctype = stated;
    for (const [, name] of stated.matchAll(/<!ENTITY\s+([^\s%"'<>&;]+)/g)) declared.add(name!);
  });
  parser.on('opentag', tag => {
    if (++elements > limits.elements)
      throw invalidXml('xml-too-many-elements', 'it has too many elements', line());
    if (open.length >= limits.depth)
      throw invalidXml('xml-too-deep', 'its elements are nested too deep', line());
    const element = {
      name: localName(tag.name),
      attributes: plainAttributes(tag.attributes),
      children: [],
      line: line(),
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string) => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  return {
    line,
    read: (piece: string) => {
      parser.write(piece);
    },
    end(): ParsedXml {
      ending = true;
      parser.close();
      return { root: root!, doctype, unknownNames };
    },
  };
}

/** What the parser looks names of characters up in. */
function characterTable(onUnknown: (name: string) => void): Record<string, string> {
  const own = new Map([...namedCharacters, ...Object.entries(xmlCharacters)]);
  return new Proxy<Record<string, string>>(
    {},
    {
      get(_, name) {
        const known = own.get(String(name));
        // What is no name at all the parser refuses by itself.
        if (known !== undefined || !/^[A-Za-z_][\w.-]{0,63}$/.test(String(name))) return known;
        onUnknown(String(name));
        return `&${String(name)};`;
      },
    },
  );
}

const xmlCharacters = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

/** Where `id` and `xml:id` both stand, the one without a prefix holds. */
function plainAttributes(given: Record<string, string>): Record<string, string> {
  const plain: Record<string, string> = Object.create(null);
  const names = Object.keys(given);
  for (const name of names.filter(name => name.includes(':')))
    plain[localName(name)] = given[name]!;
  for (const name of names.filter(name => !name.includes(':')))
    plain[name.toLowerCase()] = given[name]!;
  return plain;
}
