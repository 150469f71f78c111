import { createCipheriv } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readEnds } from './read-ends.ts';
import { recognise } from './recognise.ts';

/** As a file comes from a store: in pieces. */
async function formatOf(content: string | Uint8Array, name = 'file'): Promise<string | undefined> {
  const bytes = Buffer.from(content as Uint8Array);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
  }
  return recognise(await readEnds(pieces()), name);
}

/** The same in every run: a few random bytes can spell a text. */
const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16));
const randomBytes = (length: number): Buffer => noise.update(Buffer.alloc(length));
const randomBelow = (limit: number): number => randomBytes(4).readUInt32LE() % limit;

type Case = [what: string, content: string | Uint8Array, name?: string];

function everyOne(format: string | undefined, cases: Case[]): void {
  it.each(cases)('%s', async (_, content, name) => {
    expect(await formatOf(content, name)).toBe(format);
  });
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const pdf = latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('PDF:', () => {
  everyOne('pdf', [
    ['as it should be', pdf],
    ['under another name', pdf, 'scan.txt'],
    ['after a byte order mark', Buffer.concat([latin1('\xef\xbb\xbf'), pdf])],
    ['after blank lines', Buffer.concat([latin1('\r\n\r\n '), pdf])],
    [
      "after a mail's headers",
      Buffer.concat([latin1('Content-Type: application/pdf\r\n\r\n'), pdf]),
    ],
    ["after a printer's commands", Buffer.concat([latin1('\x1b%-12345X@PJL SET\r\n'), pdf])],
    ["after a Macintosh's 128 bytes", Buffer.concat([Buffer.alloc(128), pdf])],
    ['after the most junk that readers accept', Buffer.concat([randomBytes(1010), pdf])],
    ['with nothing behind its header', latin1('%PDF-1.4')],
  ]);
  everyOne('text', [
    ['is not what only speaks of it', 'A file starts with %PDF-1.4 and a version.', 'notes.txt'],
    [
      'is not what has it too far behind',
      `${' '.repeat(30)}\n${'x'.repeat(1500)}%PDF-1.4\n1 0 obj`,
      'a.txt',
    ],
  ]);
});

describe('pictures:', () => {
  everyOne('png', [
    ['PNG', png],
    ['PNG named JPEG', png, 'a.jpg'],
  ]);
  everyOne('jpeg', [
    ['JFIF', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0')],
    ['Exif', latin1('\xff\xd8\xff\xe1\0\x10Exif\0\0')],
    ['neither', latin1('\xff\xd8\xff\xdb\0\x43\0')],
  ]);
  everyOne('tiff', [
    ['little-endian', latin1('II*\0\x08\0\0\0')],
    ['big-endian', latin1('MM\0*\0\0\0\x08')],
    ['beyond four gigabytes', latin1('II+\0\x08\0\0\0')],
    ['beyond four gigabytes, big-endian', latin1('MM\0+\0\x08\0\0')],
  ]);
  everyOne(undefined, [
    ['GIF, which nothing here reads', latin1('GIF89a\x01\0\x01\0')],
    ['a PNG that lost its line ends', latin1('\x89PNG\n\n\x1a\n')],
    ['half a signature', latin1('\x89PN')],
  ]);
});

type Element = [group: number, element: number, form: string, value: string | Buffer];

function dicom(elements: Element[], { little = true, explicit = true } = {}): Buffer {
  return Buffer.concat(
    elements.map(([group, element, form, value]) => {
      const bytes = Buffer.from(value);
      const padded = bytes.length % 2 ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes;
      const long = explicit && ['OB', 'OW', 'SQ', 'UN'].includes(form);
      const head = Buffer.alloc(long ? 12 : 8);
      const two = (v: number, at: number) =>
        little ? head.writeUInt16LE(v, at) : head.writeUInt16BE(v, at);
      const four = (v: number, at: number) =>
        little ? head.writeUInt32LE(v, at) : head.writeUInt32BE(v, at);
      two(group, 0);
      two(element, 2);
      if (explicit) head.write(form, 4, 'latin1');
      if (!explicit) four(padded.length, 4);
      else if (long) four(padded.length, 8);
      else two(padded.length, 6);
      return Buffer.concat([head, padded]);
    }),
  );
}

const meta: Element[] = [
  [2, 0, 'UL', Buffer.from([90, 0, 0, 0])],
  [2, 1, 'OB', Buffer.from([0, 1])],
  [2, 2, 'UI', '1.2.840.10008.5.1.4.1.1.2\0'],
  [2, 3, 'UI', '1.2.3.4\0'],
  [2, 0x10, 'UI', '1.2.840.10008.1.2.1\0'],
];
const image: Element[] = [
  [8, 5, 'CS', 'ISO_IR 192'],
  [8, 8, 'CS', 'ORIGINAL\\PRIMARY'],
  [8, 0x16, 'UI', '1.2.840.10008.5.1.4.1.1.2\0'],
  [8, 0x60, 'CS', 'CT'],
  [0x10, 0x10, 'PN', '脊柱^患者'],
  [0x28, 0x10, 'US', Buffer.from([0, 2])],
];
const preamble = (bytes = Buffer.alloc(128)) => Buffer.concat([bytes, latin1('DICM')]);
const tiffPreamble = Buffer.concat([latin1('II*\0'), Buffer.alloc(124)]);

describe('DICOM:', () => {
  everyOne('dicom', [
    ['with its preamble', Buffer.concat([preamble(), dicom([...meta, ...image])])],
    ['with a preamble that is a TIFF too', Buffer.concat([preamble(tiffPreamble), dicom(meta)])],
    [
      'with a preamble of text',
      Buffer.concat([preamble(Buffer.alloc(128, '%PDF-1.4 ')), dicom(meta)]),
    ],
    ['with a PDF inside', Buffer.concat([preamble(), dicom([...meta, [0x42, 0x11, 'OB', pdf]])])],
    ['with DICM at the very start', Buffer.concat([latin1('DICM'), dicom(meta)])],
    ['without a preamble', dicom([...meta, ...image])],
    ['without a header, explicit', dicom(image)],
    ['without a header, implicit', dicom(image, { explicit: false })],
    ['without a header, big-endian', dicom(image, { little: false })],
    [
      'as the forerunner of the standard wrote it',
      dicom([[8, 0, 'UL', Buffer.from([200, 0, 0, 0])], ...image], { explicit: false }),
    ],
    [
      'with a sequence early on',
      Buffer.concat([
        dicom(image.slice(0, 3)),
        Buffer.from([8, 0, 0x20, 0x11, 0x53, 0x51, 0, 0, 255, 255, 255, 255]),
        randomBytes(40),
      ]),
    ],
    ['under the name of a text', dicom(image), 'IM0001.txt'],
    ['of a few elements', dicom(image.slice(0, 2))],
    [
      'of a few elements and a large picture',
      dicom([image[2]!, image[3]!, [0x7fe0, 0x10, 'OW', Buffer.alloc(200_000)]]),
    ],
    ['of a few short elements', dicom([image[3]!, image[5]!])],
  ]);
  everyOne(undefined, [
    ['is not one element alone', dicom(image.slice(0, 1))],
    ['is not elements out of order', dicom([image[1]!, image[0]!, ...image.slice(2)])],
    ['is not elements of groups that come later', dicom(image.slice(4))],
    ['is not a form that there is none of', latin1('\x08\0\x05\0XX\x02\0ab\x08\0\x08\0XX\x02\0ab')],
    ['is not lengths that lead nowhere', dicom(image, { explicit: false }).subarray(0, 30)],
    ['is not numbers that count up', Buffer.from(new Uint16Array(500).map((_, i) => i + 8).buffer)],
    ['is not numbers all alike', Buffer.from(new Uint16Array(500).fill(8).buffer)],
  ]);
});

function nifti(version: 1 | 2, { little = true, pair = false } = {}): Buffer {
  const header = Buffer.alloc(version === 1 ? 352 : 544);
  const size = version === 1 ? 348 : 540;
  if (little) header.writeInt32LE(size);
  else header.writeInt32BE(size);
  const magic = `n${pair ? 'i' : '+'}${version}\0`;
  if (version === 1) header.write(magic, 344, 'latin1');
  else header.write(`${magic}\r\n\x1a\n`, 4, 'latin1');
  return Buffer.concat([header, Buffer.alloc(5000)]);
}

describe('NIfTI:', () => {
  everyOne('nifti', [
    ['version 1', nifti(1)],
    ['version 1, big-endian', nifti(1, { little: false })],
    ['version 1, the header of a pair', nifti(1, { pair: true }).subarray(0, 348)],
    ['version 2', nifti(2)],
    ['version 2, big-endian', nifti(2, { little: false })],
    ['version 1, compressed', gzipSync(nifti(1)), 'a.nii.gz'],
    ['version 2, big-endian, compressed', gzipSync(nifti(2, { little: false }))],
    [
      'a mask of hundreds of megabytes that is all background',
      gzipSync(Buffer.concat([nifti(1), Buffer.alloc(200_000_000)])),
    ],
    [
      'noise, compressed to nothing smaller',
      gzipSync(Buffer.concat([nifti(1), randomBytes(300_000)])),
    ],
    ['compressed without compressing', gzipSync(nifti(1), { level: 0 })],
    [
      'compressed, and cut off',
      gzipSync(Buffer.concat([nifti(1), randomBytes(300_000)])).subarray(0, 100_000),
    ],
  ]);
  everyOne(undefined, [
    ['is not an older header without the word', nifti(1).fill(0, 344, 348)],
    ['is not a header cut short', nifti(1).subarray(0, 347)],
    ['is not another file compressed', gzipSync('a,b\n1,2\n'), 'table.csv.gz'],
    ['is not a bomb', gzipSync(Buffer.alloc(300_000_000)), 'bomb.nii.gz'],
    ['is not a broken archive', Buffer.concat([latin1('\x1f\x8b\x08\0'), randomBytes(5000)])],
    ['is not half of the two bytes', latin1('\x1f')],
  ]);
});

const metaImage = 'NDims = 3\nDimSize = 2 2 2\nElementType = MET_SHORT\nElementDataFile = LOCAL\n';

describe('MetaImage:', () => {
  everyOne('metaimage', [
    [
      'header and values in one',
      Buffer.concat([
        latin1(`ObjectType = Image\n${metaImage}`),
        Buffer.alloc(16),
        randomBytes(16),
      ]),
    ],
    ['the header alone', `ObjectType = Image\n${metaImage.replace('LOCAL', 'a.raw')}`, 'a.mhd'],
    ['with Windows line ends', `ObjectType = Image\n${metaImage}`.replaceAll('\n', '\r\n')],
    ['with no type and no spaces', metaImage.replaceAll(' = ', '=')],
    ['with a comment first', `Comment = 腰椎\nObjectType = Image\n${metaImage}`],
    [
      'compressed inside',
      Buffer.concat([
        latin1(`ObjectType = Image\nCompressedData = True\n${metaImage}`),
        deflateRawSync(randomBytes(99)),
      ]),
    ],
  ]);
  everyOne('markdown', [
    [
      'is not what only quotes a header',
      `# MetaImage\n\n\`\`\`\nObjectType = Image\n${metaImage}\`\`\`\n`,
      'a.md',
    ],
  ]);
  everyOne(undefined, [
    ['is not another object of the same family', `ObjectType = Tube\nNDims = 3\nDimSize = 1\n`],
    ['is not a first line alone', 'ObjectType = Image\n'],
  ]);
});

const articleMeta = '<front><article-meta><title-group/></article-meta></front><body/></article>';

describe('JATS:', () => {
  everyOne('jats', [
    ['plain', `<article>${articleMeta}`],
    [
      'as a publisher writes it',
      `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">\n<article article-type="case-report" dtd-version="1.2" xml:lang="en">${articleMeta}`,
    ],
    [
      'with entities declared',
      `<!DOCTYPE article [ <!ENTITY a "<b>"> <!-- x > y --> ]>\n<article>${articleMeta}`,
    ],
    [
      'that multiplies its entities',
      `<?xml version="1.0"?><!DOCTYPE article [<!ENTITY a "x]>"><!ENTITY b "&a;&a;&a;&a;">]><article><body>&b;</body></article>`,
    ],
    [
      'that declares entities for longer than anyone looks',
      `<!-- x --><!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "a.dtd" [<!ENTITY a "${'x'.repeat(80_000)}">`,
    ],
    [
      'with comments and instructions first',
      `\ufeff<?xml version="1.0"?><!-- <html> -->\n<?style x?>\n<article>${articleMeta}`,
    ],
    [
      'under the name of a page',
      `<article article-type="research-article">${articleMeta}`,
      'a.html',
    ],
    [
      'in a namespace',
      `<j:article xmlns:j="http://jats.nlm.nih.gov"><j:front><j:article-meta/></j:front></j:article>`,
    ],
    ['wrapped by an archive', `<pmc-articleset><article>${articleMeta}</pmc-articleset>`],
    [
      'wrapped by a harvester',
      `<OAI-PMH><GetRecord><record><metadata><article>${articleMeta}</metadata></record></GetRecord></OAI-PMH>`,
    ],
    ['in UTF-16', Buffer.from(`\ufeff<article>${articleMeta}`, 'utf16le')],
    [
      'in GB18030',
      Buffer.concat([
        latin1('<?xml version="1.0" encoding="GB18030"?><article><!--\xbc\xb9-->'),
        latin1(articleMeta),
      ]),
    ],
    [
      'without its meta in sight',
      `<article article-type="letter"><processing-meta/>${' '.repeat(70_000)}`,
    ],
  ]);
  everyOne(undefined, [
    [
      'is not DocBook, whatever entities it declares',
      `<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "a.dtd" [<!ENTITY a "x">]><article/>`,
      'a.xml',
    ],
    [
      'is not a page that declares entities',
      '<!DOCTYPE html [<!ENTITY a "x">]><html><article/></html>',
      'a.xml',
    ],
    [
      'is not a page that has an article',
      '<!DOCTYPE html><html><body><article><h1>L4/L5</h1></article></body></html>',
      'a.xml',
    ],
    [
      'is not a page in XML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><article article-type="x"/></html>',
    ],
    ['is not a piece of a page', '<article class="post"><p>text</p></article>', 'a.html'],
    [
      'is not DocBook',
      '<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook" version="5.0"><title>x</title></article>',
      'a.xml',
    ],
    [
      'is not a list of citations',
      '<PubmedArticleSet><PubmedArticle><Article PubModel="Print"/></PubmedArticle></PubmedArticleSet>',
    ],
    ['is not a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'],
    ['is not a feed that quotes one', `<feed><entry><article>${articleMeta}</entry></feed>`],
    ['is not a declaration without end', `<!DOCTYPE article [ ${'x'.repeat(1000)}`],
    ['is not a comment without end', `<!-- <article>${articleMeta}`],
  ]);
  everyOne('markdown', [
    [
      'is not what shows one',
      `<div align="center">\n\n# JATS\n\n    <article>${articleMeta}\n`,
      'a.md',
    ],
  ]);
});

const chinese = '腰椎间盘突出症，L4/L5。\n';
const gb = latin1('\xd1\xfc\xd7\xb5\xbc\xe4\xc5\xcc\xcd\xbb\xb3\xf6\xd6\xa2 L4/L5\r\n');

describe('text', () => {
  everyOne('text', [
    ['in UTF-8', chinese, '病历.TXT'],
    ['in UTF-8 with a mark', `\ufeff${chinese}`, 'a.txt'],
    ['in UTF-16', Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'a.txt'],
    ['in UTF-16, big-endian', Buffer.from(`\ufeff${chinese}`, 'utf16le').swap16(), 'a.txt'],
    ['in GB18030', gb, 'a.txt'],
    ['in GB18030 of four bytes a letter', latin1('\x95\x32\x82\x36\xa1\xa3'), 'a.txt'],
    [
      'in Windows-1252',
      latin1('Stenosis L4\x965, angle 30\xb0, \x93severe\x94, H\xf4pital'),
      'a.txt',
    ],
    [
      'with the few controls that come out of PDF',
      `${'the degen\x02eration of the disc is graded after Pfirrmann on the T2-weighted image. '.repeat(20)}\f\x1a`,
      'a.txt',
    ],
    ['of one letter', 'a', 'a.txt'],
    ['that is cut in the middle of a letter', `a${'椎'.repeat(50_000)}`, 'a.txt'],
    [
      'in GB18030 that is cut in the middle of a letter',
      Buffer.concat([latin1('a'), Buffer.concat(Array(60_000).fill(latin1('\xd7\xb5')))]),
      'a.txt',
    ],
  ]);
  everyOne('markdown', [
    ['with the ending md', '# 椎体\n', 'a/b.md'],
    ['with the ending markdown', 'x', 'B.MarkDown'],
    ['that opens with markup', '<p align="center"><img src="a.png"></p>\n\n# Title\n', 'README.md'],
  ]);
  everyOne('csv', [
    ['with commas', 'a,b\n1,2\n', 'a.csv'],
    ['with tabs', 'a\tb\n', 'a.tsv'],
    ['from a spreadsheet in Chinese', gb, 'a.csv'],
    ['from a spreadsheet as "Unicode text"', Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'a.csv'],
  ]);
  everyOne('json', [
    ['of one object', ' {"a": "椎"}', 'a.json'],
    ['of a list, with a mark', '\ufeff[1]', 'a.json'],
    ['of one object a line', '{"a":1}\n{"a":2}\n', 'a.jsonl'],
    ['of one object a line, by its other name', '{"a":1}\n', 'a.ndjson'],
  ]);
  everyOne(undefined, [
    ['without an ending', 'hello'],
    ['of an ending not known', 'hello', 'a.log'],
    ['that is a page under another name', '<!DOCTYPE html><html></html>', 'a.txt'],
    ['that is a spreadsheet of markup under another name', '<html><table></table></html>', 'a.csv'],
    ['that is a document of another kind', '{\\rtf1\\ansi hello}', 'a.txt'],
    ['that is that other kind, called JSON', '{\\rtf1\\ansi hello}', 'a.json'],
    ['that is called JSON', 'hello', 'a.json'],
  ]);
});

describe('random bytes', () => {
  everyOne(undefined, [
    ...Array.from(
      { length: 20 },
      (_, i): Case => [`of ${i * 997 + 60}`, randomBytes(i * 997 + 60), 'a.txt'],
    ),
    ['called a table', randomBytes(100_000), 'a.csv'],
    ['called a picture', randomBytes(100_000), 'a.png'],
    ['behind a mark of UTF-16', Buffer.concat([latin1('\xff\xfe'), randomBytes(2000)]), 'a.txt'],
    ['with no zero and no controls', randomBytes(20_000).map(byte => byte | 0x80), 'a.txt'],
    ['all zero', Buffer.alloc(100_000), 'a.txt'],
    ['all one', Buffer.alloc(100_000, 0xff), 'a.txt'],
    ['none', Buffer.alloc(0), 'a.txt'],
  ]);
});

/** A ZIP of entries as they stand, with a directory at its end. */
function zip(entries: Array<[name: string, content: Uint8Array | string]>, comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const bytes = Buffer.from(content as Uint8Array);
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    local.copy(entry, 16, 14, 28);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, latin1(name), bytes);
    directory.push(entry, latin1(name));
    at += 30 + name.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...directory, end, latin1(comment)]);
}

type Entry = [name: string, content: Uint8Array | string];
const types: Entry = ['[Content_Types].xml', '<Types/>'];
const letter: Entry = ['word/document.xml', '<w:document/>'];
const sheet: Entry = ['xl/workbook.xml', '<workbook/>'];
const pictures = (count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => [`media/${i}.png`, randomBytes(100_000)]);

describe('office files:', () => {
  everyOne('docx', [
    ['a letter', zip([types, letter])],
    [
      'a letter whose parts stand behind megabytes of pictures',
      zip([...pictures(25), types, letter]),
    ],
    [
      'a letter whose parts stand before megabytes of pictures',
      zip([types, letter, ...pictures(25)]),
    ],
    [
      'a letter with thousands of parts',
      zip([
        types,
        ...Array.from({ length: 5000 }, (_, i): Entry => [`word/media/image${i}.png`, '']),
        letter,
      ]),
    ],
    ['a letter with a comment behind', zip([types, letter], 'made by hand')],
    ['a letter from the web', zip([types, ['word/document2.xml', '']])],
    ['a letter with its slashes the wrong way', zip([types, ['word\\document.xml', '']])],
    ['a letter with a table inside', zip([types, letter, ['word/embeddings/xl/workbook.xml', '']])],
  ]);
  everyOne('xlsx', [
    ['a table', zip([types, sheet])],
    ['a table with a letter inside', zip([types, ['xl/embeddings/word/document.xml', ''], sheet])],
    [
      'a table that speaks of word/document.xml',
      zip([types, ['xl/sharedStrings.xml', 'word/document.xml'], sheet]),
    ],
    ['a table behind megabytes', zip([...pictures(25), types, sheet])],
  ]);
  everyOne(undefined, [
    ['slides', zip([types, ['ppt/presentation.xml', '']])],
    ['a binary table', zip([types, ['xl/workbook.bin', '']])],
    [
      'an archive with a folder called word',
      zip([
        ['word/document.xml', ''],
        ['xl/workbook.xml', ''],
      ]),
    ],
    ['an archive with a letter in it', zip([['letter.docx', zip([types, letter])]])],
    ['an archive under the name of a letter', zip([['a.txt', 'word/document.xml']]), 'a.docx'],
    ['an archive of nothing', zip([])],
    ['a letter without its end', zip([types, letter]).subarray(0, -30), 'a.docx'],
    ['four bytes of one', latin1('PK\x03\x04'), 'a.txt'],
    [
      'a directory that points nowhere',
      Buffer.concat([
        latin1('PK\x03\x04'),
        Buffer.alloc(50),
        latin1('PK\x05\x06'),
        Buffer.alloc(18, 0xff),
      ]),
    ],
    [
      'a directory cut short',
      Buffer.concat([latin1('PK\x03\x04PK\x01\x02'), latin1('PK\x05\x06')]),
    ],
  ]);
});

it('reads no more of a file than it must', async () => {
  let pieces = 0;
  async function* endless() {
    for (;;) {
      pieces++;
      yield Buffer.alloc(10_000, 'a');
    }
  }
  expect(recognise(await readEnds(endless()), 'a.txt')).toBe('text');
  expect(pieces).toBe(7);
});

it('never fails, whatever it is given', async () => {
  const starts = [pdf, png, dicom(image), nifti(1), gzipSync(nifti(2)), zip([types, letter])];
  for (let i = 0; i < 400; i++) {
    const base = Buffer.from(starts[i % starts.length]!);
    for (let hits = 0; hits < 20; hits++)
      base[randomBelow(Math.min(base.length, 400))] = randomBelow(256);
    await formatOf(base.subarray(0, randomBelow(base.length)), 'a.txt');
  }
});
