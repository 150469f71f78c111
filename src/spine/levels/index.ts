/**
 * Vertebral levels: what they are called, how they lie to each other, how clinicians write them, and a
 * reader that finds them in English and Chinese text. docs/levels.md says what it takes for a level and
 * what not.
 *
 * A mention's offsets cover the level as written and not its noun ("L4-5" in "L4-5 disc", "S1" in "S1
 * nerve root"), except where the noun is part of the name ("fourth lumbar vertebra", 第四腰椎). Its name is
 * canonical whatever the notation: vertebra `L4`, disc or motion segment `L4/L5`, range `L2-S1`, root
 * `S1` (or `C5-T1`, which includes C8), region `lumbosacral`. A region involves the two vertebrae that
 * meet in it. Each member of a list is a mention of its own.
 */
export {
  areAdjacent,
  compareLevels,
  isLevel,
  levelDistance,
  levelIndex,
  levelOverlap,
  levelsBetween,
  regionOf,
} from './arithmetic.ts';
export { JUNCTIONS, type Junction, type JunctionName } from './junctions.ts';
export {
  LEVEL_KINDS,
  LEVEL_SIDES,
  LEVELS,
  type Level,
  type LevelKind,
  type LevelMention,
  type LevelSide,
  type RootLevel,
  SPINAL_REGIONS,
  type SpinalRegion,
} from './level.ts';
export { DISCS, discLevels, nameDisc, nameRange } from './naming.ts';
export { readLevels } from './reader/read-levels.ts';
export { LEVEL_NOTATIONS, type LevelNotation, renderLevel } from './rendering/render-level.ts';
export {
  LEVEL_JOINS,
  type LevelJoin,
  renderDisc,
  renderLevelSet,
  renderRange,
} from './rendering/render-levels.ts';
export { renderMention } from './rendering/render-mention.ts';
