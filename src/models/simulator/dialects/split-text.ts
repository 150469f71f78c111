/** The pieces in which a text is streamed: small, yet not so many that sending costs more than
 *  the text. Never cuts a character in two. */
export function splitText(text: string): string[] {
  if (text === '') return [];
  const characters = Array.from(text);
  const size = Math.max(8, Math.ceil(characters.length / 64));
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; start += size)
    pieces.push(characters.slice(start, start + size).join(''));
  return pieces;
}

/** An event of a stream, with its name where the dialect gives one. */
export function frame(data: unknown, name?: string): string {
  return `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
}
