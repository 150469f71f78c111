import { deflateRawSync } from 'node:zlib';
import { lengthBitsOfVr, textVrs } from '../dataset/vr.ts';
import { transferSyntaxOf } from '../transfer-syntaxes.ts';

export type TestValue = string | number | readonly number[] | Uint8Array | readonly TestElement[][];
export type TestElement = readonly [tag: number, vr: string, value: TestValue];

type Encoding = { explicit: boolean; bigEndian: boolean };

export type DicomOptions = {
  syntax: string;
  elements: readonly TestElement[];
  /** Without it neither preamble nor group 2 is written. */
  withHeader?: boolean;
  /** Whether sequences and items end by delimiters. */
  undefinedLengths?: boolean;
};

/** A DICOM file to the letter of what a test asks for; elements are put in order. */
export function makeDicom(options: DicomOptions): Buffer {
  const { syntax, elements, withHeader = true, undefinedLengths = false } = options;
  const { explicit, bigEndian, deflated } = transferSyntaxOf(syntax);
  const data = writeElements(elements, { explicit, bigEndian }, undefinedLengths);
  const body = deflated ? deflateRawSync(data) : data;
  if (!withHeader) return body;
  const meta = writeElements(
    [
      [0x00020001, 'OB', Uint8Array.of(0, 1)],
      [0x00020010, 'UI', syntax],
    ],
    { explicit: true, bigEndian: false },
    false,
  );
  const length = writeElements(
    [[0x00020000, 'UL', meta.length]],
    { explicit: true, bigEndian: false },
    false,
  );
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), length, meta, body]);
}

/** A value that is written as it stands, its length undefined: fragments. */
const isFragments = (vr: string) => vr === 'fragments';

function writeElements(
  elements: readonly TestElement[],
  encoding: Encoding,
  open: boolean,
): Buffer {
  const sorted = elements.toSorted(([a], [b]) => a - b);
  return Buffer.concat(
    sorted.flatMap(([tag, vr, value]) => {
      if (isFragments(vr)) return [head(tag, 'OB', 0xffffffff, encoding), value as Uint8Array];
      const isOpen = vr === 'SQ' && open;
      const bytes = pad(writeValue(vr, value, encoding, open), vr);
      const end = isOpen ? [item(0xfffee0dd, 0, encoding)] : [];
      return [head(tag, vr, isOpen ? 0xffffffff : bytes.length, encoding), bytes, ...end];
    }),
  );
}

function head(tag: number, vr: string, length: number, { explicit, bigEndian }: Encoding): Buffer {
  const bytes = Buffer.alloc(explicit && lengthBitsOfVr.get(vr) !== 16 ? 12 : 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint16(0, tag / 0x10000, !bigEndian);
  view.setUint16(2, tag % 0x10000, !bigEndian);
  if (explicit) bytes.write(vr, 4, 'latin1');
  if (explicit && bytes.length === 8) view.setUint16(6, length, !bigEndian);
  else view.setUint32(bytes.length - 4, length, !bigEndian);
  return bytes;
}

function item(tag: number, length: number, encoding: Encoding): Buffer {
  return head(tag, '', length, { ...encoding, explicit: false });
}

function writeValue(vr: string, value: TestValue, encoding: Encoding, open: boolean): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (typeof value === 'string') return Buffer.from(value, 'latin1');
  if (vr === 'SQ') return writeItems(value as readonly TestElement[][], encoding, open);
  const numbers = typeof value === 'number' ? [value] : (value as readonly number[]);
  if (textVrs.has(vr)) return Buffer.from(numbers.join('\\'), 'latin1');
  return Buffer.concat(numbers.map(number => writeNumber(vr, number, encoding)));
}

function writeItems(items: readonly TestElement[][], encoding: Encoding, open: boolean): Buffer {
  return Buffer.concat(
    items.flatMap(elements => {
      const body = writeElements(elements, encoding, open);
      return open
        ? [item(0xfffee000, 0xffffffff, encoding), body, item(0xfffee00d, 0, encoding)]
        : [item(0xfffee000, body.length, encoding), body];
    }),
  );
}

function writeNumber(vr: string, number: number, { bigEndian }: Encoding): Buffer {
  const bytes = Buffer.alloc(vr === 'FD' ? 8 : vr === 'US' || vr === 'SS' ? 2 : 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (vr === 'FD') view.setFloat64(0, number, !bigEndian);
  else if (vr === 'FL') view.setFloat32(0, number, !bigEndian);
  else if (bytes.length === 2) view.setUint16(0, number & 0xffff, !bigEndian);
  else view.setUint32(0, number >>> 0, !bigEndian);
  return bytes;
}

function pad(bytes: Buffer, vr: string): Buffer {
  if (bytes.length % 2 === 0) return bytes;
  const filler = textVrs.has(vr) && vr !== 'UI' ? 0x20 : 0;
  return Buffer.concat([bytes, Buffer.of(filler)]);
}
