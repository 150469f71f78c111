import { foldName } from '../../../spine/index.ts';

export type Token = {
  /** Folded to one form a word, whatever its inflection. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
};

const wordPattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Words, and Chinese characters one by one. */
export function toTokens(text: string): Token[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    word: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

const lemmas: ReadonlyMap<string, string> = new Map(
  Object.entries({
    herniation: 'herniated herniate herniating hnp',
    bulge: 'bulging bulged',
    protrusion: 'protruded protruding protrude',
    extrusion: 'extruded extruding extrude',
    sequestration: 'sequestered sequestrated sequestrum',
    prolapse: 'prolapsed',
    narrowing: 'narrowed narrow narrower',
    stenosis: 'stenotic stenosed stenose stenosing',
    degeneration: 'degenerated degenerative degenerate degenerating',
    desiccation: 'desiccated dessicated dehydrated dehydration',
    disc: 'disk discal',
    slip: 'slipped slippage',
    collapse: 'collapsed',
    compression: 'compressed compressive compressing compress compresse',
    fracture: 'fractured',
    hypertrophy: 'hypertrophic hypertrophied',
    thickening: 'thickened',
    indentation: 'indented indent indenting',
    effacement: 'effaced efface effacing',
    impingement: 'impinged impinging impinge',
    foraminal: 'foramen foramina neuroforamen neuroforamina neuroforaminal foraminally',
    vertebral: 'vertebra vertebrae',
    osteophyte: 'osteophytic',
    spur: 'spurring',
    displacement: 'displaced displace displacing',
    flattening: 'flattened flatten',
    dislocation: 'dislocated',
    ossification: 'ossified',
    straightening: 'straightened',
    loosening: 'loosened loose',
    arthropathy: 'arthrosis arthritis arthritic arthropathic osteoarthritis',
    edema: 'edematous',
    change: 'changed',
    tear: 'torn',
    anterolisthesis: 'anterolisthesed',
    kyphosis: 'kyphotic',
    scoliosis: 'scoliotic',
    tumor: 'tumour neoplastic',
    facet: 'facetal',
  }).flatMap(([lemma, forms]) => forms.split(' ').map(form => [form, lemma] as const)),
);

/** Texts repeat their words; folding one anew costs more than looking it up. Bounded, as texts are not. */
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;
const LONGEST_WORD = 40;

function foldWord(word: string): string {
  if (word.length > LONGEST_WORD) return '';
  const known = folded.get(word);
  if (known !== undefined) return known;
  const plain = foldName(word);
  const lemma = lemmas.get(plain) ?? plain;
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(word, lemma);
  return lemma;
}
