import { z } from 'zod';
import { boundDocument, boundPicture, documentText } from '../../contracts/kinds/index.ts';
import { defineStage, made, type Outcome, reject } from '../../store/index.ts';
import { unboundReasons } from '../picture-context/index.ts';
import { bindWithCaptions } from '../side-captions/bind-with-captions.ts';

/** Gives every picture of a document the text that is about it. One that nothing is bound to, or
 *  that is not at hand, is a reject of its own, unless whoever lost it has said so already. */
export const bind = defineStage({
  name: 'bind',
  version: 4,
  takes: documentText,
  makes: [boundDocument, boundPicture],
  settings: z.object({}),
  rejects: ['picture-missing', ...unboundReasons],
  batch: 20,
  async each({ data }, { blobs }) {
    const { origin, title, language, markdown } = data;
    const text = (await blobs.get(markdown)).toString('utf8');
    const pictures = new Map(data.pictures.map(({ src, sha256 }) => [src, sha256]));
    const absent = new Set(data.absent);
    const said = new Map(data.captions?.map(each => [each.src, each]));
    const shown = bindWithCaptions(
      text,
      origin,
      new Map(data.captions?.map(each => [each.src, each.text])),
    );
    const present = shown.filter(({ picture }) => !absent.has(picture.src));
    const outcomes = present.map((binding): Outcome => {
      const { src, line } = binding.picture;
      const place = `${origin}:${line}`;
      const sha256 = pictures.get(src);
      if (!sha256) return reject('picture-missing', { place });
      if (binding.status === 'unbound')
        return reject(binding.reason ?? 'no-caption-near', { place });
      const { label, context, isFromSide } = binding;
      const file = isFromSide ? said.get(src)?.file : undefined;
      const caption = binding.caption && { ...binding.caption, ...(file && { file }) };
      return made(
        boundPicture,
        { origin, language, src, sha256, label, caption, context },
        { blobs: file ? [sha256, file] : [sha256] },
      );
    });
    const bound = outcomes.filter(outcome => 'kind' in outcome).length;
    const counts = { pictures: shown.length, bound, absent: shown.length - present.length };
    return [
      made(boundDocument, { origin, language, title, markdown, ...counts }, { blobs: [markdown] }),
      ...outcomes,
    ];
  },
});
