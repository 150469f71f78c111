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
  if (!element) return '';
  const parts: string[] = [];
  const waiting: XmlNode[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next)) parts.push(next);
    else for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
