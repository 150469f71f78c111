import { SpinemedError } from '../../errors/index.ts';
import type { OpenItems } from './open-items.ts';
import { type PictureFolders, pictureFile, pictureFiles } from './picture-files.ts';
import { readAnswers } from './read-answers.ts';

/** A run that goes on shows the pictures that it showed before, or it is another run. */
export async function checkSamePictures(
  answers: string,
  items: OpenItems,
  folders: PictureFolders,
): Promise<void> {
  const shown = await picturesShown(answers);
  if (shown.size === 0) return;
  // Its own: what was answered is not sent again, and would fill what the run keeps.
  const pictures = pictureFiles(folders);
  for (const place of items.ids.keys()) {
    const before = shown.get(items.ids[place]!);
    if (!before) continue;
    const { id, images } = await items.get(place);
    const now = await pictures.hashesOf(images);
    const at = now.findIndex(sha256 => !before.has(sha256));
    if (at >= 0) throw changed(pictureFile(folders, images[at]!), id);
  }
}

/** Hashes of what each item was asked with. */
async function picturesShown(answers: string): Promise<Map<string, Set<string>>> {
  const shown = new Map<string, Set<string>>();
  for await (const { id, step, status, request } of readAnswers(answers)) {
    if (step !== 'answer' || status !== 'answered') continue;
    for (const { parts } of request.prompt?.messages ?? [])
      for (const part of parts) {
        if (part.type !== 'picture') continue;
        const own = shown.get(id) ?? new Set();
        shown.set(id, own.add(part.sha256));
      }
  }
  return shown;
}

function changed(place: string, item: string): SpinemedError {
  return new SpinemedError({
    code: 'picture-changed',
    mender: 'user',
    message: `a picture of the benchmark (item ${item}) is another than the one that was answered`,
    place,
    hint: 'Bring it back as it was to go on, or start anew with another --out.',
  });
}
