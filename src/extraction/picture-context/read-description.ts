import type { Binding } from './binding.ts';
import type { Label } from './labels/label.ts';
import { readCaptionStart } from './labels/read-caption-start.ts';
import type { Unit } from './markdown/unit.ts';

/** A picture's own description, or the title at its address, may be its caption, or at least name it. */
export function readDescription({
  picture,
  line,
}: Unit): { label: Label; caption: Binding['caption'] } | null {
  let named: Label | null = null;
  for (const text of [picture!.alt, picture!.title]) {
    const start = readCaptionStart(text);
    if (!start || start.form === 'verb') continue;
    if (start.form !== 'bare')
      return { label: start.labels[0]!, caption: { text, lines: [line, line] } };
    named ??= start.labels[0]!;
  }
  return named && { label: named, caption: null };
}
