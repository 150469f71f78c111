import { SpinemedError } from '../../errors/index.ts';
import type { Connections } from '../../models/index.ts';
import { layoutAnswerSchema } from './layout-answer.ts';
import { layoutToRawPage } from './layout-to-raw-page.ts';
import type { OcrEngine, OcrRequest } from './ocr-engine.ts';

const path = 'layout-parsing';

/** A PaddleX server with PP-StructureV3. A page is sent by itself, so that as many pages come back
 *  as were sent: of a longer file the server would read the first ten. */
export function openPaddlex(baseUrl: string, { fetch, close }: Connections): OcrEngine {
  const url = new URL(path, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  return {
    name: 'paddlex-layout-parsing',
    version: 'server',
    async read(request: OcrRequest) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          file: Buffer.from(request.picture).toString('base64'),
          fileType: 1,
          useDocOrientationClassify: false,
          useDocUnwarping: false,
          visualize: false,
        }),
      });
      const body: unknown = response.ok ? await response.json() : await drop(response);
      const answer = layoutAnswerSchema.safeParse(body);
      if (!answer.success) throw failed();
      return layoutToRawPage(answer.data.result.layoutParsingResults[0]!, request);
    },
    close: () => void close(),
  };
}

async function drop(response: Response): Promise<undefined> {
  await response.body?.cancel();
}

function failed(): SpinemedError {
  return new SpinemedError({
    code: 'ocr-failed',
    mender: 'retry',
    message: 'the layout server gave no reading of the page',
    hint: 'Look at the log of the server.',
  });
}
