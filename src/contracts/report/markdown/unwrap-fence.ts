const fence = /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:([\w+.-]+)[ \t]*)?$/gm;

/**
 * A report that stands in a code fence, and what was said around it. Without such a fence, or where
 * what is outside of it is more than a remark, the text as it is.
 */
export function unwrapFence(text: string): { body: string; around: string[] } {
  const fences = [...text.matchAll(fence)];
  const [first, last] = [fences[0], fences.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    !/^(?:|markdown|md|text|txt|report)$/i.test(first[1] ?? '')
  ) {
    return { body: text, around: [] };
  }
  const closed = last.index > first.index && last[1] === undefined;
  const body = text.slice(first.index + first[0].length, closed ? last.index : undefined);
  const around = [
    text.slice(0, first.index),
    closed ? text.slice(last.index + last[0].length) : '',
  ];
  const isRemark = around.every(
    part => part.length < body.length / 2 && !/^[ \t]*(?:[#|]|\*\*)/m.test(part),
  );
  return isRemark ? { body, around } : { body: text, around: [] };
}
