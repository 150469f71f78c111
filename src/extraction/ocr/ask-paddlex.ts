import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';
import type { Connections } from '../../models/index.ts';
import { layoutToRawPage } from './layout-to-raw-page.ts';
import type { OcrEngine, OcrRequest } from './ocr-engine.ts';

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** As much of the answer as is needed; servers of several versions add to it. */
const answerSchema = z.object({
  errorCode: z.literal(0),
  result: z.object({
    layoutParsingResults: z
      .array(
        z.object({
          prunedResult: z.object({
            width: z.number().positive().nullish(),
            height: z.number().positive().nullish(),
            parsing_res_list: z
              .array(
                z.object({
                  block_bbox: box,
                  block_label: z.string(),
                  block_content: z.string().nullish(),
                }),
              )
              .max(5_000),
            overall_ocr_res: z
              .object({
                rec_texts: z.array(z.string()),
                rec_boxes: z.array(box),
                rec_scores: z.array(z.number()).nullish(),
              })
              .nullish(),
          }),
        }),
      )
      .length(1),
  }),
});

export type LayoutAnswer = z.output<typeof answerSchema>['result']['layoutParsingResults'][number];

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
      const answer = answerSchema.safeParse(body);
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
