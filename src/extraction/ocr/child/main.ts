// The process that reads pictures of pages. It has no network, and ends with its parent.
import { serveParent } from '../../process/serve-parent.ts';
import { ocrQuestionSchema } from '../protocol.ts';
import { cutRegions, decodePage, measurePage } from './decode-page.ts';
import { findLines } from './find-lines.ts';
import { findPictures } from './find-pictures.ts';
import { findRules } from './find-rules.ts';
import { inkOf, wipe } from './ink-of.ts';
import { readMissed } from './read-missed.ts';
import { openRecogniser } from './recognise.ts';
import { openSessions } from './sessions.ts';
import { setUpright } from './set-upright.ts';

/** Below it the letters are guessed. */
const leastConfidence = 0.5;

let sessions: ReturnType<typeof openSessions> | undefined;

serveParent(async message => {
  const question = ocrQuestionSchema.parse(message);
  if (question.ask === 'measure') return measurePage(question);
  if (question.ask === 'cut') return cutRegions(question, question.regions, question.degrees);
  sessions ??= openSessions();
  const { detector, recogniser, letters } = await sessions;
  const recognise = openRecogniser(recogniser, letters);
  const decoded = await decodePage(question);
  const { page, boxes, degrees } = await setUpright(decoded, {
    findLines: of => findLines(of, detector),
    recognise,
  });
  const lines = [];
  for (const box of boxes) {
    const line = await recognise(page, box);
    if (line.confidence >= leastConfidence && line.text.trim() !== '') lines.push({ box, ...line });
  }
  const ink = inkOf(page);
  const rules = findRules(ink, page.width, page.height);
  wipe(ink, page.width, rules);
  lines.push(...(await readMissed(page, { ink, lines, least: leastConfidence }, recognise)));
  return {
    width: page.width,
    height: page.height,
    turned: { degrees, width: decoded.width, height: decoded.height },
    lines,
    rules,
    pictures: findPictures({ ink, width: page.width, height: page.height }, lines),
  };
});
