/** Whether a sign stands anywhere in a stretch of the text. Asked with stretches that only move
 *  forward, a whole document costs one search however many stretches it has. */
export type Cues = (start: number, end: number) => boolean;

export function cuesOf(text: string, sign: RegExp | string): Cues {
  const next = typeof sign === 'string' ? seekString(text, sign) : seekPattern(text, sign);
  let at = next(0);
  return (start, end) => {
    if (at < start) at = next(start);
    return at < end;
  };
}

type Seek = (from: number) => number;

function seekString(text: string, sign: string): Seek {
  return from => {
    const found = text.indexOf(sign, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
}

function seekPattern(text: string, sign: RegExp): Seek {
  const pattern = new RegExp(sign.source, [...new Set(`${sign.flags}g`)].join(''));
  return from => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  };
}
