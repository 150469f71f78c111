import { bindPictures } from '../bind-pictures.ts';

/** Bindings as short lines: `source | label | lines of the caption | lines that cite it`, and the reason
 *  where a picture is unbound. */
export function summarise(markdown: string): string[] {
  return bindPictures(markdown, 'test').map(({ picture, label, caption, context, reason }) => {
    const cited = context.filter(({ relation }) => relation === 'mention');
    const parts = [
      picture.src,
      label ?? '-',
      caption ? showLines(caption.lines) : '-',
      cited.map(({ lines }) => showLines(lines)).join(' ') || '-',
      ...(reason ? [reason] : []),
    ];
    return parts.join(' | ');
  });
}

function showLines([first, last]: [number, number]): string {
  return first === last ? `${first}` : `${first}-${last}`;
}
