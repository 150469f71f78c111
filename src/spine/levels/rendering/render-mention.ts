import { JUNCTIONS } from '../junctions.ts';
import type { Level, LevelMention, LevelSide } from '../level.ts';
import { hasRegionSign, isChinese, type LevelNotation, renderLevel } from './render-level.ts';
import { renderDisc, renderRange } from './render-levels.ts';

const CHINESE_SIDE: Readonly<Record<LevelSide, string>> = {
  left: '左侧',
  right: '右侧',
  bilateral: '双侧',
  central: '中央型',
};

/** A mention as a phrase with its side and its kind's noun, for reports and for showing what was read. */
export function renderMention(
  mention: Pick<LevelMention, 'kind' | 'levels' | 'name' | 'side'>,
  notation: LevelNotation = 'letter',
): string {
  const phrase = renderPhrase(mention, notation);
  if (mention.side === null) return phrase;
  return isChinese(notation) ? CHINESE_SIDE[mention.side] + phrase : `${mention.side} ${phrase}`;
}

function renderPhrase(
  { kind, levels, name }: Pick<LevelMention, 'kind' | 'levels' | 'name'>,
  notation: LevelNotation,
): string {
  const [first, last] = [levels[0] as Level, levels.at(-1) as Level];
  switch (kind) {
    case 'vertebra':
      return renderVertebra(first, notation);
    case 'disc':
      return renderDisc(first, last, notation);
    case 'range':
      return renderRange(first, last, notation);
    case 'root':
      return renderRoots(first, last, notation);
    case 'region':
      return renderRegionName(name, notation);
  }
}

function renderVertebra(level: Level, notation: LevelNotation): string {
  const phrase = renderLevel(level, notation);
  if (level === 'Co' || !hasRegionSign(notation)) return phrase;
  return phrase + (isChinese(notation) ? '椎体' : ' vertebra');
}

function renderRoots(first: Level, last: Level, notation: LevelNotation): string {
  const isOne = first === last;
  const plain = isChinese(notation) ? 'chinese' : /^english/.test(notation) ? 'letter' : notation;
  const roots = isOne
    ? renderLevel(first, plain)
    : `${renderLevel(first, plain)}-${renderLevel(last, plain)}`;
  return isChinese(notation) ? `${roots}神经根` : `${roots} nerve ${isOne ? 'root' : 'roots'}`;
}

function renderRegionName(name: string, notation: LevelNotation): string {
  const junction = JUNCTIONS.find(candidate => candidate.name === name);
  return isChinese(notation) && junction ? junction.nameZh : `${name} junction`;
}
