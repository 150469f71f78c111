import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Converter } from '../../contracts/kinds/index.ts';

export type SideFile = {
  role: 'content-list' | 'meta' | 'docling' | 'layout';
  name: string;
  bytes: Buffer;
};
export type Recognised = { converter: Converter; side: SideFile[] };

const largestBytes = 64 * 2 ** 20;

/** Who wrote a Markdown file, told by what lies beside it and by how it names its pictures. */
export async function recogniseConverter(
  markdownFile: string,
  pictures: readonly string[],
): Promise<Recognised> {
  const side = await readSide(markdownFile);
  return { converter: fromSide(side) ?? fromPictures(pictures), side };
}

function fromSide(side: readonly SideFile[]): Converter | undefined {
  const of = { 'content-list': 'mineru', meta: 'marker', docling: 'docling', layout: 'paddleocr' };
  return side[0] && (of[side[0].role] as Converter);
}

function fromPictures(pictures: readonly string[]): Converter {
  const some = (pattern: RegExp) => pictures.some(src => pattern.test(src));
  if (some(/(^|\/)imgs\/img_in_\w+_box_/)) return 'paddleocr';
  if (some(/(^|\/)_page_\d+_(Figure|Picture)_\d+\.\w+$/)) return 'marker';
  if (some(/^images\/[0-9a-f]{64}\.\w+$/)) return 'mineru';
  return some(/_artifacts\/image_\d+_[0-9a-f]{64}\.\w+$/) ? 'docling' : 'unknown';
}

/** MinerU's list and Marker's page data are known by name, the others by what they say. */
async function readSide(markdownFile: string): Promise<SideFile[]> {
  const stem = path.basename(markdownFile).replace(/\.[^.]+$/, '');
  const candidates: Array<[role: SideFile['role'], name: string, says: RegExp]> = [
    ['content-list', `${stem}_content_list.json`, /"type"\s*:/],
    ['content-list', 'content_list.json', /"type"\s*:/],
    ['meta', `${stem}_meta.json`, /"(table_of_contents|page_stats|languages)"/],
    ['docling', `${stem}.json`, /"schema_name"\s*:\s*"DoclingDocument"/],
    ['layout', `${stem}_res.json`, /"parsing_res_list"/],
    ['layout', `${stem}.json`, /"parsing_res_list"/],
  ];
  const side: SideFile[] = [];
  for (const [role, name, says] of candidates) {
    if (side.some(file => file.role === role)) continue;
    const bytes = await readSmall(path.join(path.dirname(markdownFile), name));
    if (bytes && says.test(bytes.toString('utf8'))) side.push({ role, name, bytes });
  }
  return side;
}

async function readSmall(file: string): Promise<Buffer | undefined> {
  try {
    // A link may lead out of the folder.
    const status = await lstat(file);
    return status.isFile() && status.size <= largestBytes ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
