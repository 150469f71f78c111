import path from 'node:path';
import { type SourceFile, usualRedistribution } from '../../contracts/source/index.ts';
import type { Source } from '../../store/index.ts';
import { nameClinical } from './name-clinical.ts';
import { originOf } from './origin-of.ts';

/** The source that the files of a folder come from, whoever collects them. */
export function sourceOfFolder(
  folder: string,
  stated: Partial<SourceFile> & Pick<SourceFile, 'class'>,
  workspaceFolder: string,
): Source {
  const redistribution = stated.redistribution ?? usualRedistribution(stated.class);
  const kind = 'folder';
  if (stated.class === 'clinical') {
    const origin = nameClinical(workspaceFolder).folder(folder);
    return { ...stated, redistribution, kind, title: origin, origin };
  }
  const origin = originOf(folder, workspaceFolder);
  return { ...stated, redistribution, kind, title: stated.title ?? path.basename(folder), origin };
}
