const shortForms = 'AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US'.split(' ');
const longForms = 'OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' ');

/** How many elements in a row must make sense. */
const enough = 4;

/** A DICOM file without its preamble, as older scanners and many exports write them: it
 *  begins with its elements at once, in one of three encodings. */
export function isBareDicom(head: Buffer): boolean {
  // Some lost the preamble but not the word after it.
  const data = head.toString('latin1', 0, 4) === 'DICM' ? head.subarray(4) : head;
  return (
    isDataset(data, { little: true, explicit: true }) ||
    isDataset(data, { little: true, explicit: false }) ||
    isDataset(data, { little: false, explicit: true })
  );
}

const pixelData = 0x7fe00010;

type Encoding = { little: boolean; explicit: boolean };

function isDataset(head: Buffer, encoding: Encoding): boolean {
  let at = 0;
  let last = -1;
  for (let elements = 0; elements < enough; elements++) {
    if (at === head.length) return elements > 1;
    const element = readElement(head, at, encoding);
    if (!element || element.tag <= last) return false;
    // The file's own header is group 2; what identifies an image begins with group 8.
    if (elements === 0 && ![2, 8].includes(element.tag >>> 16)) return false;
    if (element.length === 0xffffffff || element.tag === pixelData) return elements > 1;
    last = element.tag;
    at = element.valueAt + element.length;
    if (element.length % 2 === 1 || at > head.length) return false;
  }
  return true;
}

function readElement(head: Buffer, at: number, { little, explicit }: Encoding) {
  if (at + 8 > head.length) return undefined;
  const two = (place: number) => (little ? head.readUInt16LE(place) : head.readUInt16BE(place));
  const four = (place: number) => (little ? head.readUInt32LE(place) : head.readUInt32BE(place));
  const tag = two(at) * 0x10000 + two(at + 2);
  if (!explicit) return { tag, length: four(at + 4), valueAt: at + 8 };
  const form = head.toString('latin1', at + 4, at + 6);
  if (shortForms.includes(form)) return { tag, length: two(at + 6), valueAt: at + 8 };
  const known = longForms.includes(form) && at + 12 <= head.length;
  return known ? { tag, length: four(at + 8), valueAt: at + 12 } : undefined;
}
