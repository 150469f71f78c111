import { type Binding, bindPictures } from '../picture-context/index.ts';
import { describePictures } from './describe-pictures.ts';

/** Binds the pictures of a Markdown text of which a side file says more. What is said beside it
 *  tells whose caption stands where, and counts as the caption where the Markdown has none, or only
 *  a part of that one. */
export function bindWithCaptions(
  markdown: string,
  document: string,
  said: ReadonlyMap<string, string>,
): Array<Binding & { isFromSide: boolean }> {
  const bindings = bindPictures(
    said.size > 0 ? describePictures(markdown, said) : markdown,
    document,
  );
  if (said.size === 0) return bindings.map(binding => ({ ...binding, isFromSide: false }));
  const pictures = bindPictures(markdown, document).map(({ picture }) => picture);
  const lines = markdown.split('\n');
  return bindings.map((binding, at) => {
    const picture = pictures[at]!;
    const text = said.get(picture.src);
    if (text === undefined || !lacks(binding, text, lines))
      return { ...binding, picture, isFromSide: false };
    const { line } = picture;
    const place = binding.caption?.lines ?? ([line, line] as [number, number]);
    const caption = { text, lines: place };
    return { ...binding, picture, caption, status: 'bound', reason: null, isFromSide: true };
  });
}

/** Whether the lines of the Markdown that hold a picture's caption say less than its side file. */
function lacks({ caption, reason }: Binding, text: string, lines: readonly string[]): boolean {
  // A table's caption is told of as one.
  if (caption === null) return reason !== 'caption-of-a-table';
  const [first, last] = caption.lines;
  const whole = fold(text);
  return (
    whole.includes(fold(caption.text)) &&
    !fold(lines.slice(first - 1, last).join('')).includes(whole)
  );
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[[\]<>"\\`*_\s]+/g, '')
    .toLowerCase();
}
