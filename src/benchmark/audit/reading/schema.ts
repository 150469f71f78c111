import { z } from 'zod';
import { figureSchema } from './figure.ts';

const name = z.string().min(1, 'expected a name');
const cells = z.array(figureSchema);

/** Named rows of figures under shared columns; notes (text) may stand among the rows. */
const gridSchema = z
  .object({ columns: z.array(name) })
  .catchall(z.union([cells, z.string()], 'expected a row of figures (a list) or a note (text)'))
  .superRefine((grid, context) => {
    for (const [row, values] of Object.entries(grid)) {
      if (row === 'columns' || typeof values === 'string') continue;
      if (values.length === grid.columns.length) continue;
      context.addIssue({
        code: 'custom',
        path: [row],
        message: `${grid.columns.length} columns, but ${values.length} figures in this row`,
      });
    }
  });

const shareSchema = z.array(z.tuple([name, figureSchema, figureSchema]));

const resultSchema = z.object({
  model: name,
  size: z.string().nullish(),
  text: figureSchema,
  image: figureSchema,
  qa_average: figureSchema,
  sections: z.record(z.string(), figureSchema).nullish(),
  report_sum: figureSchema,
  average: figureSchema,
});

/** What a model was trained on stands in as many yes/no keys as the table has. */
const ablationSchema = z.looseObject({
  model: name,
  text: figureSchema,
  image: figureSchema,
  average: figureSchema,
});

const dimensionsSchema = z
  .object({
    columns: z.array(name),
    rows: z.array(z.object({ model: name, scores: cells })),
  })
  .superRefine(({ columns, rows }, context) => {
    rows.forEach(({ scores }, index) => {
      if (scores.length === columns.length) return;
      context.addIssue({
        code: 'custom',
        path: ['rows', index, 'scores'],
        message: `${columns.length} columns, but ${scores.length} figures in this row`,
      });
    });
  });

const imageBenchmarkSchema = z.object({
  datasets: z.array(z.tuple([name, z.string(), z.string(), z.string(), figureSchema])).optional(),
  diseases: z.record(z.string(), z.string()).optional(),
  library_images_per_disease: figureSchema,
  hard_negatives: figureSchema,
  options: z.string().optional(),
});

/** The shape of a file of published tables. Every table may be missing. */
export const tablesSchema = z.looseObject({
  table1_datasets: z.array(z.object({ name, scale: z.string().nullish() })).optional(),
  table2_sources: gridSchema.optional(),
  table3_tasks: gridSchema.optional(),
  table4_report_sections: z.record(z.string(), z.array(name)).optional(),
  table5_curriculum: z
    .array(
      z.object({
        stage: figureSchema,
        datasets: z.array(z.string()).optional(),
        note: z.string().nullish(),
      }),
    )
    .optional(),
  table6_results: z.array(resultSchema).optional(),
  table7_ablation: z.array(ablationSchema).optional(),
  table8_compliance: z.array(z.object({ category: name, scale: figureSchema })).optional(),
  table9_dimensions: dimensionsSchema.optional(),
  table10_subspecialties: shareSchema.optional(),
  table11_test_sources: shareSchema.optional(),
  orthopaedic_categories: z.array(z.string()).optional(),
  human_agreement: z
    .object({
      pearson_min: figureSchema,
      pearson_max: figureSchema,
      lowest_dimension: z.string().nullish(),
      note: z.string().nullish(),
    })
    .optional(),
  spinebench_mm: imageBenchmarkSchema.optional(),
});
export type TablesFile = z.infer<typeof tablesSchema>;

export const tableNames = Object.keys(tablesSchema.shape);
