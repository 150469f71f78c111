/** A piece of the page in which nothing of strangers is markup. */
export type Html = { readonly html: string };

type Value = Html | readonly Html[] | string | number | null | undefined | false;

/** Text is escaped, pieces are not. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  const written = values.map(value => {
    if (value === null || value === undefined || value === false) return '';
    if (Array.isArray(value)) return value.map(piece => piece.html).join('');
    return typeof value === 'object' ? (value as Html).html : escapeHtml(String(value));
  });
  return { html: String.raw({ raw: parts.raw }, ...written) };
}

/** What was made here and holds no text of strangers, such as a style or a chart. */
export function trusted(markup: string): Html {
  return { html: markup };
}

/** A text in both languages; the page shows one of them. */
export function both(en: string, zh: string): Html {
  return html`<span lang="en">${en}</span><span lang="zh">${zh}</span>`;
}

const names: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => names[sign]!);
}
