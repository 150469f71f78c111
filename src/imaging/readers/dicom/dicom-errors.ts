import { SpinemedError } from '../../../errors/index.ts';

export function notDicom(): SpinemedError {
  return new SpinemedError({
    code: 'dicom-unreadable',
    mender: 'user',
    message: 'a file is not DICOM, or its data elements cannot be followed',
    hint: 'It must be a DICOM file, with or without its preamble.',
  });
}

export function dicomCut(): SpinemedError {
  return new SpinemedError({
    code: 'dicom-cut',
    mender: 'user',
    message: 'a DICOM file ends before what it announces',
    hint: 'Copy it anew from where it came from.',
  });
}

/** `what` names an attribute of the standard, never its value. */
export function dicomInvalid(what: string): SpinemedError {
  return new SpinemedError({
    code: 'dicom-invalid',
    mender: 'user',
    message: `a DICOM file has no usable ${what}`,
  });
}

export function dicomWithoutPixels(): SpinemedError {
  return new SpinemedError({
    code: 'dicom-without-pixels',
    mender: 'user',
    message: 'a DICOM file holds no picture',
    hint: 'Reports, plans and indexes (DICOMDIR) have none.',
  });
}

export function syntaxUnsupported(name: string): SpinemedError {
  return new SpinemedError({
    code: 'dicom-syntax-unsupported',
    mender: 'user',
    message: `the pictures of a DICOM file are stored as ${name}, which is not read here`,
    hint: 'Export it as Explicit VR Little Endian.',
  });
}

export function dicomTooLarge(maxBytes: number): SpinemedError {
  return new SpinemedError({
    code: 'dicom-too-large',
    mender: 'user',
    message: 'a DICOM file holds more than is decoded here',
    hint: `At most ${Math.floor(maxBytes / 2 ** 20)} MiB are decoded at once: ask for fewer frames.`,
  });
}

export function pixelsUnreadable(): SpinemedError {
  return new SpinemedError({
    code: 'dicom-pixels-unreadable',
    mender: 'user',
    message: 'the compressed pixels of a DICOM file cannot be decoded, or are of another size',
    hint: 'Copy the file anew from where it came from, or export it uncompressed.',
  });
}
