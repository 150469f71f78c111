import { SpinemedError } from '../../errors/index.ts';

/** Why a picture file gives no values. They name no file, for its name may be a patient's: who
 *  asked knows which one it was. */
export function fileUnreadable(): SpinemedError {
  return fault('file-unreadable', 'the file cannot be read', 'Check its name and rights.');
}

export function formatUnknown(): SpinemedError {
  return fault(
    'picture-format-unknown',
    'a file is no picture of a known format',
    'Known are DICOM, NIfTI, MetaImage, PNG and JPEG; the bytes decide, not the name.',
  );
}

export function truncated(): SpinemedError {
  return fault(
    'picture-truncated',
    'a picture file ends before its values do',
    'Copy it anew from where it came from.',
  );
}

/** @param what a plain word for the flaw, never text of the file. */
export function unreadable(what: string): SpinemedError {
  return fault(
    'picture-unreadable',
    `a picture file is damaged: ${what}`,
    'Copy it anew from where it came from.',
  );
}

export function unsupported(what: string): SpinemedError {
  return fault(
    'picture-unsupported',
    `a picture file holds what is not read here: ${what}`,
    'Convert it to a plain numeric type of the same format.',
  );
}

export function tooLarge(maxBytes: number): SpinemedError {
  return fault(
    'picture-too-large',
    'a picture holds more values than are read here',
    `Cut it down: at most ${Math.floor(maxBytes / 2 ** 20).toLocaleString('en')} MiB are read.`,
  );
}

export function overMemory(memoryMiB: number): SpinemedError {
  return fault(
    'picture-over-memory',
    'reading a picture took more memory than it may',
    `Cut it down: reading was ended at ${memoryMiB} MiB.`,
  );
}

export function timedOut(timeoutMs: number): SpinemedError {
  return fault(
    'picture-timed-out',
    'reading a picture took longer than it may',
    `Cut it down or save it anew: reading was ended after ${timeoutMs} ms.`,
  );
}

export function readerCrashed(): SpinemedError {
  return new SpinemedError({
    code: 'reader-crashed',
    mender: 'retry',
    message: 'the process that reads pictures ended while it worked',
  });
}

export function sideFileMissing(): SpinemedError {
  return fault(
    'picture-side-file',
    'the file that holds the values of a picture is not beside its header',
    'Put both into one folder, under the names that they had.',
  );
}

export function sideFileOutside(): SpinemedError {
  return fault(
    'picture-side-file',
    'a header asks for values from outside its own folder',
    'Only files of its own folder are read; put them there and name them so.',
  );
}

export function sideFileIsHeader(): SpinemedError {
  return fault(
    'picture-side-file',
    'a header names itself as the file that holds its values',
    'Name the file of the values there, or LOCAL where they follow the header.',
  );
}

function fault(code: string, message: string, hint: string): SpinemedError {
  return new SpinemedError({ code, mender: 'user', message, hint });
}
