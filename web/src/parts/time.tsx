import { useFormats } from '../language/use-formats.ts';

/** A moment, written out, and for machines. */
export function Time({ at }: { at: string }) {
  return <time dateTime={at}>{useFormats().dateTime(at)}</time>;
}
