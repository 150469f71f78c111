import { z } from 'zod';
import type { SideFile } from './recognise-converter.ts';

const contentListSchema = z.array(
  z.looseObject({ img_path: z.string().optional().catch(undefined) }),
);

/** The pictures that MinerU's list names and its Markdown may not: tables and formulas. */
export function picturesInSide(side: readonly SideFile[]): string[] {
  return side.flatMap(({ role, bytes }) => {
    if (role !== 'content-list') return [];
    try {
      const entries = contentListSchema.parse(JSON.parse(bytes.toString('utf8')));
      return entries.flatMap(entry => entry.img_path || []);
    } catch {
      // It is kept as it is; whoever reads it later says what is wrong with it.
      return [];
    }
  });
}
