/** An element as readers see it: names and attribute names in small letters and without their
 *  prefix, since archives write `xlink:href`, `XLINK:HREF` and `href` for the same. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  /** Of its start tag, from 1. */
  line: number;
};

export type XmlNode = XmlElement | string;

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

export function childElements(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter(isElement).filter(child => names.includes(child.name));
}

/** The first child of one of these names, the first name preferred. */
export function childOf(element: XmlElement, ...names: string[]): XmlElement | undefined {
  for (const name of names) {
    const found = element.children.find(
      (child): child is XmlElement => isElement(child) && child.name === name,
    );
    if (found) return found;
  }
  return undefined;
}

/** All elements below, in document order; into those that `enter` refuses it does not go. */
export function* descendants(
  element: XmlElement,
  enter: (element: XmlElement) => boolean = () => true,
): Generator<XmlElement> {
  const waiting = element.children.filter(isElement).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (!enter(next)) continue;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at]!;
      if (isElement(child)) waiting.push(child);
    }
  }
}

/** The text of an element and all below it, white space folded. */
export function textOf(element: XmlElement | undefined): string {
  return paragraphsOf(element).join(' ');
}

/** What stands apart from what is before and behind it, with no white space in the file to say so. */
const apart = new Set([
  ...['p', 'title', 'subtitle', 'caption', 'label', 'sec', 'list', 'list-item', 'td', 'th', 'tr'],
  ...['disp-quote', 'disp-formula', 'attrib', 'fn', 'license', 'license-p', 'license_ref'],
  ...['copyright-statement', 'copyright-year', 'copyright-holder'],
]);

/** The text of an element, a piece for each paragraph in it, titles and the like being such. */
export function paragraphsOf(element: XmlElement | undefined): string[] {
  if (!element) return [];
  const found: string[] = [];
  let parts: string[] = [];
  const close = () => {
    const text = parts.join('').replace(/\s+/g, ' ').trim();
    if (text !== '') found.push(text);
    parts = [];
  };
  const waiting: Array<XmlNode | typeof end> = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === end) close();
    else if (!isElement(next)) parts.push(next);
    else if (next.name === 'break') parts.push(' ');
    else {
      if (apart.has(next.name)) {
        close();
        waiting.push(end);
      }
      for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!);
    }
  }
  close();
  return found;
}

const end = Symbol('end of a paragraph');
