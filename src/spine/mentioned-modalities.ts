import { foldHan } from './fold-han.ts';
import type { ImagingModalityId } from './modalities.ts';

// Order matters: a hybrid or a contrast study is taken out before its parts are looked for.
const mentions: readonly (readonly [ImagingModalityId, RegExp])[] = [
  [
    'NM',
    /\b(?:pet|spect)(?:[\s/-]{0,2}(?:ct|mri?))?\b|scintigra\w*|bone scan\w*|骨扫描|骨显像|核医学|(?<![a-z])ect(?![a-z])/gi,
  ],
  [
    'DXA',
    /\bde?xa\b|dual[\s-]?energy x[\s-]?ray|densitometry|bone mineral density|骨密度|双能 ?x ?线/gi,
  ],
  [
    'CT',
    /\bct[\s-]?myelogra\w*|(?<![a-z])(?:cb)?cta?(?![a-z])|(?<![a-z])ctm(?![a-z])|\bcat scans?\b|computed tomogra\w*|计算机(?:断层|体层)/gi,
  ],
  ['MRI', /(?<![a-z])mr[ia]?(?![a-z])|magnetic resonance|核磁|磁共振/gi],
  ['US', /ultraso\w*|sonogra\w*|超声|彩超|b超/gi],
  [
    'XR',
    /(?<![a-z])x[\s-]?rays?(?![a-z])|(?<![a-z])(?:xr|eos)(?![a-z])|(?<![a-z])[cd]r(?= ?[片检])|radiogra\w*|plain films?|fluoroscop\w*|myelogra\w*|x ?[线光]|x ?射线|平片|透视|脊髓造影/gi,
  ],
];

/** The imaging methods that a heading or a cell names, each once, in the taxonomy's order. */
export function mentionedModalities(text: string): ImagingModalityId[] {
  let rest = foldHan(text.normalize('NFKC'));
  const found: ImagingModalityId[] = [];
  for (const [id, pattern] of mentions) {
    const without = rest.replace(pattern, ' ');
    if (without !== rest) found.push(id);
    rest = without;
  }
  const order: readonly ImagingModalityId[] = ['XR', 'CT', 'MRI', 'US', 'NM', 'DXA'];
  return order.filter(id => found.includes(id));
}
