/** Characters that the tables of JATS, NLM and HTML name. They are built in, since no DTD is
 *  ever read: each stands for one character, so they cannot grow. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave ' +
  'Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN ' +
  'szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave ' +
  'iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ' +
  'ucirc uuml yacute thorn yuml';

const capitals =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho';
const capitalsAfterRho = 'Sigma Tau Upsilon Phi Chi Psi Omega';
const smalls =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho ' +
  'sigmaf sigma tau upsilon phi chi psi omega';

const others: Record<string, number> = {
  OElig: 0x152,
  oelig: 0x153,
  Scaron: 0x160,
  scaron: 0x161,
  Ccaron: 0x10c,
  ccaron: 0x10d,
  Zcaron: 0x17d,
  zcaron: 0x17e,
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  hairsp: 0x200a,
  hyphen: 0x2010,
  dash: 0x2010,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  dagger: 0x2020,
  Dagger: 0x2021,
  bull: 0x2022,
  hellip: 0x2026,
  permil: 0x2030,
  prime: 0x2032,
  Prime: 0x2033,
  euro: 0x20ac,
  trade: 0x2122,
  angst: 0x212b,
  larr: 0x2190,
  uarr: 0x2191,
  rarr: 0x2192,
  darr: 0x2193,
  harr: 0x2194,
  minus: 0x2212,
  lowast: 0x2217,
  radic: 0x221a,
  infin: 0x221e,
  ang: 0x2220,
  asymp: 0x2248,
  ap: 0x2248,
  sim: 0x223c,
  ne: 0x2260,
  le: 0x2264,
  ge: 0x2265,
  les: 0x2a7d,
  ges: 0x2a7e,
  sum: 0x2211,
  part: 0x2202,
  isin: 0x2208,
  fflig: 0xfb00,
  filig: 0xfb01,
  fllig: 0xfb02,
  ohm: 0x2126,
  half: 0xbd,
  equals: 0x3d,
  plus: 0x2b,
  lowbar: 0x5f,
  num: 0x23,
  percnt: 0x25,
  lpar: 0x28,
  rpar: 0x29,
  ast: 0x2a,
  verbar: 0x7c,
  semi: 0x3b,
  colon: 0x3a,
};

function numbered(names: string, first: number): Array<[string, string]> {
  return names.split(' ').map((name, at) => [name, String.fromCodePoint(first + at)]);
}

export const namedCharacters: ReadonlyMap<string, string> = new Map([
  ...numbered(latin1, 0xa0),
  ...numbered(capitals, 0x391),
  ...numbered(capitalsAfterRho, 0x3a3),
  ...numbered(smalls, 0x3b1),
  ...Object.entries(others).map(([name, code]) => [name, String.fromCodePoint(code)] as const),
]);
