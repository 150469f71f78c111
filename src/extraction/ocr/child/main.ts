// The process that reads pictures of pages. It has no network, and ends with its parent.
import { serveParent } from '../../process/serve-parent.ts';
import { ocrQuestionSchema } from '../protocol.ts';
import { cutRegions, decodePage, measurePage } from './decode-page.ts';
import { findLines } from './find-lines.ts';
import { findPictures } from './find-pictures.ts';
import { openRecogniser } from './recognise.ts';
import { openSessions } from './sessions.ts';

/** Below it the letters are guessed. */
const leastConfidence = 0.5;

let sessions: ReturnType<typeof openSessions> | undefined;

serveParent(async message => {
  const question = ocrQuestionSchema.parse(message);
  if (question.ask === 'measure') return measurePage(question);
  if (question.ask === 'cut') return cutRegions(question, question.regions);
  sessions ??= openSessions();
  const { detector, recogniser, letters } = await sessions;
  const page = await decodePage(question);
  const recognise = openRecogniser(recogniser, letters);
  const lines = [];
  for (const box of await findLines(page, detector)) {
    const line = await recognise(page, box);
    if (line.confidence >= leastConfidence && line.text.trim() !== '') lines.push({ box, ...line });
  }
  const boxes = lines.map(({ box }) => box);
  return {
    width: page.width,
    height: page.height,
    lines,
    pictures: findPictures(page, boxes),
  };
});
