import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { isWithin } from './read-source-file.ts';

/** Folders of a workspace that have a collector of their own. Who collects the folder around them
 *  leaves them to it: a patient's file is not taken for a book, and nothing is collected twice. */
export const ownFolders = {
  questions: 'sources/question-bank',
  cases: 'sources/hospital-cases',
  datasets: 'sources/datasets',
} as const;

const commands = {
  questions: 'collect questions PATH',
  cases: 'collect cases PATH',
  datasets: 'collect dataset NAME PATH',
} as const satisfies Record<keyof typeof ownFolders, string>;

/** Where a walk does not go; an error where it was asked to start. */
export function leaveOwnFolders(root: string, workspaceFolder: string): string[] {
  return (Object.keys(ownFolders) as Array<keyof typeof ownFolders>).map(holds => {
    const place = path.join(workspaceFolder, ownFolders[holds]);
    if (!isWithin(place, root)) return place;
    throw new SpinemedError({
      code: 'folder-of-another-collector',
      mender: 'user',
      message: `this folder of the workspace is for ${holds}`,
      place: root,
      hint: `Collect it with \`./spinemed ${commands[holds]}\`, or put the files elsewhere.`,
    });
  });
}
