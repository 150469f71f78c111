import type { Failure } from './protocol.ts';

/** Thrown inside the reading process by what knows why a file cannot be read. Whatever else
 *  is thrown there means that the file is broken. */
export class ReadFailure extends Error {
  readonly why: Failure;

  constructor(why: Failure) {
    super(why);
    this.why = why;
  }
}
