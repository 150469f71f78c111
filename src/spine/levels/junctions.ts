import type { Level } from './level.ts';

/** A place that is named after the two parts of the spine that meet there. */
export type Junction = {
  readonly name: string;
  readonly nameZh: string;
  /** The vertebrae that meet: the narrowest reading, so that a score never rewards a vague word for a level. */
  readonly levels: readonly Level[];
};

export const JUNCTIONS = [
  { name: 'craniocervical', nameZh: '颅颈交界', levels: ['C1', 'C2'] },
  { name: 'cervicothoracic', nameZh: '颈胸段', levels: ['C7', 'T1'] },
  { name: 'thoracolumbar', nameZh: '胸腰段', levels: ['T12', 'L1'] },
  { name: 'lumbosacral', nameZh: '腰骶段', levels: ['L5', 'S1'] },
  { name: 'sacrococcygeal', nameZh: '骶尾段', levels: ['S5', 'Co'] },
] as const satisfies readonly Junction[];

export type JunctionName = (typeof JUNCTIONS)[number]['name'];
