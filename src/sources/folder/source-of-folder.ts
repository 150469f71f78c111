import path from 'node:path';
import { type SourceFile, usualRedistribution } from '../../contracts/source/index.ts';
import type { Source } from '../../store/index.ts';
import { originOf } from './origin-of.ts';

/** The source that the files of a folder come from, whoever collects them. */
export function sourceOfFolder(
  folder: string,
  stated: Partial<SourceFile> & Pick<SourceFile, 'class'>,
  workspaceFolder: string,
): Source {
  return {
    ...stated,
    redistribution: stated.redistribution ?? usualRedistribution(stated.class),
    kind: 'folder',
    title: stated.title ?? path.basename(folder),
    origin: originOf(folder, workspaceFolder),
  };
}
