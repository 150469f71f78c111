import { isLevel } from '../../../spine/index.ts';

/** `C3 top left` is the upper left corner of C3 as one sees it. */
export function readLabel(label: string) {
  const [first = '', ...words] = label.trim().split(/[\s_-]+/);
  const vertebra = first.toUpperCase();
  const level = isLevel(vertebra) ? vertebra : null;
  const rest = (level ? words : [first, ...words]).join(' ').toLowerCase();
  const corner = /^(top|bottom|upper|lower) (left|right)$/.exec(rest);
  const upper = /^(top|upper)/.test(rest) ? 'upper' : 'lower';
  if (corner) return { level, name: `${upper}-${corner[2]}-corner` };
  const isCentre = /^cent(roid|re|er)$/.test(rest);
  return { level, name: isCentre ? 'body-centre' : rest.replaceAll(' ', '-') || 'keypoint' };
}
