/** What archives wrap articles in when they hand them out. */
const wrappers = ['pmc-articleset', 'articles', 'OAI-PMH', 'GetRecord', 'record', 'metadata'];

/** Is this the start of an article in JATS? Other kinds of XML, DocBook among them, and pages
 *  of HTML have an `article` too. */
export function isJats(text: string): boolean {
  const root = rootOf(text);
  if (!root) return false;
  if (root.name !== 'article' && !wrappers.includes(root.name)) return false;
  // Entities of its own may fill all of the start, as bombs have them: the reader of articles is
  // the one to say what is wrong with it. DocBook names its own kind of document.
  if (declaresEntities(root.doctype)) return !/docbook/i.test(root.doctype);
  const article = /<(?:[\w.-]+:)?article(?=[\s>])[^>]*>/.exec(text);
  if (!article) return false;
  return (
    /<(?:[\w.-]+:)?(article-meta|journal-meta)[\s/>]/.test(text) ||
    /\s(article-type|dtd-version)\s*=/.test(article[0]) ||
    /JATS|\/\/NLM\/\//.test(root.doctype)
  );
}

/** The first element, past declarations and comments; where the document declares entities, the
 *  one that it says it begins with. */
function rootOf(text: string): { name: string; doctype: string } | undefined {
  let at = 0;
  let doctype = '';
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    let end: number;
    if (text.startsWith('<?', at)) end = text.indexOf('?>', at) + 2;
    else if (text.startsWith('<!--', at)) end = text.indexOf('-->', at + 4) + 3;
    else if (text.startsWith('<!DOCTYPE', at)) {
      end = endOfDoctype(text, at);
      doctype = text.slice(at, end > at ? end : undefined);
      const name = declaresEntities(doctype) && /^<!DOCTYPE\s+([\w.-]+)/.exec(doctype)?.[1];
      if (name) return { name, doctype };
    } else break;
    if (end <= at) return undefined;
    at = end;
  }
  const tag = /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(text.slice(at, at + 200));
  return tag ? { name: tag[1]!, doctype } : undefined;
}

function declaresEntities(doctype: string): boolean {
  const bracket = doctype.slice(0, doctype.search(/>|$/)).indexOf('[');
  return bracket >= 0 && doctype.includes('<!ENTITY', bracket);
}

/** Past the declarations in brackets that it may have. */
function endOfDoctype(text: string, at: number): number {
  const close = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (bracket < 0 || bracket > close) return close + 1;
  const inner = text.indexOf(']', bracket);
  return inner < 0 ? -1 : text.indexOf('>', inner) + 1;
}
