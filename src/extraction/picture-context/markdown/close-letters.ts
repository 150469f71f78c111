const spaced =
  /(?<![A-Za-z])(?:F\s?I\s?G\s?U\s?R\s?E|T\s?A\s?B\s?L\s?E|F\s?I\s?G)(?=[.\s]{0,3}\d)/g;

/** `F I G U R E 3`: what was set with space between its letters is a word. */
export function closeLetters(line: string): string {
  if (!/[FT] [IA] [GB]/.test(line)) return line;
  return line.replace(spaced, word => word.replace(/\s/g, ''));
}
