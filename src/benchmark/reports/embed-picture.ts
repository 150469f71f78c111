import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type PictureFolders, pictureFile } from '../run/picture-files.ts';
import { both, type Html, html, trusted } from './html.ts';

const mostSide = 560;
/** In the page's own pixels; on a fine screen it is still sharp. */
const mostHeight = 280;

/** A picture small enough to stand in the page. A stranger's file is decoded where it can be
 *  ended; one that is gone or broken, or is not what the models were shown, is said to be.
 *  `shown`: hashes of what they were shown of the item; empty where nobody was asked. */
export async function embedPicture(
  folders: PictureFolders,
  image: string,
  shown: ReadonlySet<string>,
): Promise<Html> {
  try {
    // Loaded here alone: whoever runs or scores a benchmark shows no picture.
    const { decodePicture } = await import('../../imaging/index.ts');
    const { default: sharp } = await import('sharp');
    const bytes = await readFile(pictureFile(folders, image));
    if (shown.size > 0 && !shown.has(hash('sha256', bytes, 'hex')))
      return html`<span class="wrong">${both('a picture that was changed since it was asked about: not shown', '图像在作答之后被更换：不予显示')}</span>`;
    const size = { width: mostSide, height: mostSide, fit: 'inside' } as const;
    const { width, height, channels, pixels } = await decodePicture(bytes, { size });
    const webp = await sharp(pixels, { raw: { width, height, channels } })
      .webp({ quality: 72 })
      .toBuffer();
    const scale = Math.min(1, mostHeight / height);
    const [w, h] = [width, height].map(side => Math.max(1, Math.round(side * scale)));
    return html`<img loading="lazy" alt="" width="${w}" height="${h}" src="${trusted(`data:image/webp;base64,${webp.toString('base64')}`)}">`;
  } catch {
    return html`<span class="soft">${both('a picture that cannot be shown', '图像无法显示')}</span>`;
  }
}
