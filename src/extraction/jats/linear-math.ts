import { isElement, textOf, type XmlElement } from '../../xml/index.ts';

/** MathML on one line, as it would be read out: `(a + b)/c`, `x^2`, `sqrt(y)`. */
export function linearMath(math: XmlElement): string {
  return write(math).replace(/\s+/g, ' ').trim();
}

function write(node: XmlElement): string {
  const parts = node.children.filter(isElement);
  const [first, second, third] = parts;
  const of = (part: XmlElement | undefined) => (part ? write(part) : '');
  switch (node.name) {
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return textOf(node);
    case 'mo':
      return operator(textOf(node));
    case 'mspace':
      return ' ';
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'semantics':
      return of(first);
    case 'mfrac':
      return `${grouped(of(first))}/${grouped(of(second))}`;
    case 'msup':
      return `${of(first)}^${grouped(of(second))}`;
    case 'msub':
    case 'munder':
      return `${of(first)}_${grouped(of(second))}`;
    case 'mover':
      return `${of(first)}^${grouped(of(second))}`;
    case 'msubsup':
    case 'munderover':
      return `${of(first)}_${grouped(of(second))}^${grouped(of(third))}`;
    case 'msqrt':
      return `sqrt(${parts.map(write).join('')})`;
    case 'mroot':
      return `root(${of(first)}, ${of(second)})`;
    case 'mfenced':
      return `${node.attributes.open ?? '('}${parts.map(write).join(', ')}${node.attributes.close ?? ')'}`;
    case 'mtr':
      return `${parts.map(write).join(', ')}; `;
    default:
      return parts.length > 0 ? parts.map(write).join('') : textOf(node);
  }
}

function operator(sign: string): string {
  return /^[=<>≤≥≈≠+\-−±×·÷→∈]$/.test(sign) ? ` ${sign} ` : sign;
}

function grouped(text: string): string {
  const bare = text.trim();
  return /^[\p{L}\p{N}.]*$/u.test(bare) ? bare : `(${bare})`;
}
