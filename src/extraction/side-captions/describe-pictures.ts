/** A Markdown text whose pictures say of themselves what is known of them. Its lines stay. */
export function describePictures(markdown: string, known: ReadonlyMap<string, string>): string {
  const said = (src: string) =>
    known
      .get(src)
      ?.replace(/[[\]<>"\\`*_\s]+/g, ' ')
      .trim();
  return markdown
    .replace(/!\[[^\]\n]{0,500}\]\(([^)\s]{1,1000})/g, (whole, src: string) => {
      const text = said(src);
      return text === undefined ? whole : `![${text}](${src}`;
    })
    .replace(/<img\b[^<>\n]{0,2000}>/gi, tag => {
      const src = /\ssrc\s*=\s*["']([^"']*)["']/i.exec(tag)?.[1];
      const text = src && said(src);
      return text ? `<img src="${src}" alt="${text}">` : tag;
    });
}
