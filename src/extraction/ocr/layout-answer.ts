import { z } from 'zod';

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** As much of the answer as is needed; servers of several versions add to it. */
export const layoutAnswerSchema = z.object({
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

export type LayoutAnswer = z.output<
  typeof layoutAnswerSchema
>['result']['layoutParsingResults'][number];
