/** The words of HTML that stands inside another format as text, and the pictures it names. */
export function markupText(html: string): { text: string; pictures: string[] } {
  const pictures: string[] = [];
  const text = html
    .replace(/<(\/?[a-z][a-z0-9]{0,12})\b([^<>]{0,4000})>/gi, (_, name: string, rest: string) => {
      if (name.toLowerCase() === 'img') {
        const source = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(rest);
        if (source) pictures.push(source[1] ?? source[2]!);
      }
      return /^\/?(p|div|br|li|tr|ul|ol|table)$/i.test(name) ? '\n' : '';
    })
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  return { text, pictures };
}
