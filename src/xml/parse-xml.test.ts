import { describe, expect, it, test } from 'vitest';
import { descendants, textOf } from './element.ts';
import { parseXml, type XmlLimits } from './parse-xml.ts';

const codeOf = (xml: string | Uint8Array, limits: Partial<XmlLimits> = {}) => {
  try {
    parseXml(xml, limits);
    return 'read';
  } catch (error) {
    const { code, place, mender } = error as { code: string; place: string; mender: string };
    expect(mender).toBe('user');
    return `${code} ${place}`;
  }
};

test('folds names, keeps order, text and lines', () => {
  const { root } = parseXml('\n<A xlink:HREF="x" ID="1">one\n<M:B>two</M:B><![CDATA[<3>]]></A>');
  expect(root).toMatchObject({ name: 'a', attributes: { href: 'x', id: '1' }, line: 2 });
  expect([...descendants(root)].map(({ name, line }) => [name, line])).toEqual([['b', 3]]);
  expect(textOf(root)).toBe('one two<3>');
});

test('an attribute named like a part of every object is an attribute', () => {
  const { root } = parseXml('<a __proto__="x" constructor="y"/>');
  expect(Object.entries(root.attributes)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
});

describe('characters', () => {
  it('knows the names that article tables have, and counts those it does not', () => {
    const { root, unknownNames } = parseXml('<a>&alpha;&ndash;&omega;&yuml;&Omega;\n&who;</a>');
    expect(textOf(root)).toBe('α–ωÿΩ &who;');
    expect(unknownNames).toEqual([2]);
  });

  it.each([
    ['utf-8 with a mark', Buffer.from('\ufeff<a>椎é</a>')],
    ['utf-16le', Buffer.from('\ufeff<a>椎é</a>', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeff<a>椎é</a>', 'utf16le').swap16()],
    ['utf-16 without a mark', Buffer.from('<a>椎é</a>', 'utf16le')],
    [
      'said to be utf-16 and is not',
      Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>椎é</a>'),
    ],
  ])('reads %s', (_, bytes) => {
    expect(textOf(parseXml(bytes).root)).toBe('椎é');
  });

  it('reads a Chinese encoding that is declared', () => {
    const head = Buffer.from('<?xml version="1.0" encoding="GBK"?><a>');
    const bytes = Buffer.concat([head, Buffer.from([0xd7, 0xb5]), Buffer.from('</a>')]);
    expect(textOf(parseXml(bytes).root)).toBe('椎');
  });

  it('refuses bytes that are not what they are said to be', () => {
    expect(codeOf(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c]))).toBe('xml-encoding line 1');
    const unknown = '<?xml version="1.0" encoding="klingon"?><a/>';
    expect(codeOf(Buffer.from(unknown))).toBe('xml-encoding line 1');
  });
});

describe('hostile files', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('\n');

  it.each([
    [
      'billion laughs',
      `<!DOCTYPE a [<!ENTITY l0 "ha">\n${laughs}]>\n<a>&l9;</a>`,
      'xml-entity line 11',
    ],
    [
      'a file of this machine',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      'xml-entity line 1',
    ],
    [
      'an entity in an attribute',
      '<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>',
      'xml-entity line 1',
    ],
    ['nothing', ' \n ', 'xml-empty line 1'],
    ['cut in a tag', '<a>\n<b', 'xml-truncated line 2'],
    ['cut in text', '<a>\n<b>text', 'xml-truncated line 2'],
    ['cut in a comment', '<a><!-- ', 'xml-truncated line 1'],
    ['wrong nesting', '<a>\n<b></a></b>', 'xml-malformed line 2'],
    ['two roots', '<a/><b/>', 'xml-malformed line 1'],
    ['control characters', '<a>\u0001</a>', 'xml-malformed line 1'],
    ['a bare ampersand', '<a>A & B; C</a>', 'xml-malformed line 1'],
    ['plain text', 'hello', 'xml-malformed line 1'],
  ])('refuses %s', (_, xml, code) => {
    expect(codeOf(xml)).toBe(code);
  });

  it('takes a DTD that is declared and not used', () => {
    expect(
      codeOf(
        '<!DOCTYPE a SYSTEM "http://localhost:1/x.dtd" [<!ENTITY f SYSTEM "f.gif" NDATA gif>]><a/>',
      ),
    ).toBe('read');
  });

  it('does not let a file redefine what a name means', () => {
    const { root } = parseXml('<!DOCTYPE a [<!ENTITY alpha "&beta;">]><a>&alpha;</a>');
    expect(textOf(root)).toBe('α');
  });

  it('stops at its limits', () => {
    expect(codeOf('<a>'.repeat(100_000))).toBe('xml-too-deep line 1');
    expect(codeOf('<a><b/><b/></a>', { elements: 2 })).toBe('xml-too-many-elements line 1');
    expect(codeOf('<a></a>', { bytes: 6 })).toBe('xml-too-large line 1');
    expect(codeOf(`<a>${' '.repeat(200_000)}</a>`, { timeMs: -1 })).toBe('xml-over-time line 1');
  });
});
