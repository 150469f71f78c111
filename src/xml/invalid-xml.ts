import { SpinemedError } from '../errors/index.ts';

type XmlErrorCode =
  | 'xml-empty'
  | 'xml-encoding'
  | 'xml-malformed'
  | 'xml-truncated'
  | 'xml-too-large'
  | 'xml-too-deep'
  | 'xml-too-many-elements'
  | 'xml-over-time'
  | 'xml-entity';

/** What is wrong with a file, by its line: nothing of what stands there. */
export function invalidXml(code: XmlErrorCode, message: string, line: number): SpinemedError {
  return new SpinemedError({
    code,
    mender: 'user',
    message: `the XML cannot be read: ${message}`,
    place: `line ${line}`,
    hint: 'Get the file anew from where it came, or leave it out.',
  });
}
