const names = 'think|thinking|thought|thoughts|reasoning|reflection|scratchpad|analysis';
const opening = new RegExp(`<(?:${names})>|◁(?:think|thinking)▷`, 'i');
const closing = new RegExp(`</(?:${names})>|◁/(?:think|thinking)▷`, 'gi');
const wrapping =
  /^[ \t]*(?:<\/?(?:answer|response|report|output|final|markdown|article|body|html)>|<\|[a-z_]{1,40}\|>)[ \t]*$/gim;

/**
 * Takes away what a model thought before it answered, up to the last closing tag (the opening one
 * is often part of the prompt). Thinking that was cut off before it ended holds no answer: what
 * follows its opening tag goes with it.
 */
export function stripThinking(text: string): { answer: string; thinking: string } {
  let end = 0;
  for (const match of text.matchAll(closing)) end = match.index + match[0].length;
  const rest = text.slice(end);
  const open = opening.exec(rest);
  const answer = open === null ? rest : rest.slice(0, open.index);
  const thinking = text.slice(0, end) + (open === null ? '' : rest.slice(open.index));
  return {
    answer: answer.replace(wrapping, ''),
    thinking: thinking.replace(opening, '').replace(closing, '').trim(),
  };
}
