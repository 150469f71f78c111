import { z } from 'zod';
import { boundPicture, checkedPicture } from '../../contracts/kinds/index.ts';
import { failureReasons } from '../../contracts/models/index.ts';
import { languageOfText } from '../../spine/index.ts';
import { defineStage, made, reject } from '../../store/index.ts';
import { checkConsistency } from './check-consistency.ts';
import { type ConsistencyInput, isQuoted } from './consistency.ts';

/** Does the text that was bound to a picture fit what it shows? What does not is rejected with the
 *  reason; what cannot be told goes on and says so. */
export const holdAgainstPicture = defineStage({
  name: 'check-consistency',
  version: 1,
  takes: boundPicture,
  makes: [checkedPicture],
  settings: z.object({}),
  rejects: ['inconsistent', 'evidence-not-quoted', ...failureReasons],
  batch: 20,
  parallel: 16,
  async each({ id, class: dataClass, data }, { models, signal }) {
    const caption = data.caption?.text.trim() || null;
    const context = data.context.map(({ text }) => text).filter(text => /\S/.test(text));
    const place = `${data.origin}, ${data.label ?? data.src}`;
    const language = data.language ?? languageOfText(`${caption} ${context.join(' ')}`) ?? 'en';
    const input: ConsistencyInput = { picture: data.sha256, caption, context, language };
    const outcome = await models.ask(checkConsistency, {
      input,
      class: dataClass,
      from: [id],
      signal,
    });
    if (outcome.status === 'failed') return reject(outcome.reason, { place, code: outcome.code });
    const { verdict, evidence, reason } = outcome.answer;
    if (verdict === 'inconsistent') return reject('inconsistent', { place, code: reason! });
    if (evidence !== '' && !isQuoted(input, outcome.answer)) {
      return reject('evidence-not-quoted', { place });
    }
    const { name, offline, method } = outcome.by;
    return made(
      checkedPicture,
      { ...data, verdict, evidence, reason, by: { name, offline, method } },
      { blobs: [data.sha256], from: [outcome.call] },
    );
  },
});
