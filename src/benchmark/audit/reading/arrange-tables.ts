import type { Figure } from './figure.ts';
import { uniqueLabels } from './names.ts';
import { printColumns } from './precision.ts';
import { roles } from './roles.ts';
import { type TablesFile, tableNames } from './schema.ts';
import { type Cell, type Grid, type ShareTable, TABLE, type Tables } from './tables.ts';

/** From the file's shape to the tables as the rules speak of them: figures with the size of
 *  their last digit, rows with unique labels. */
export function arrangeTables(file: TablesFile): Tables {
  const datasets = file.table1_datasets ?? [];
  const datasetLabels = uniqueLabels(datasets.map(row => row.name));
  return {
    datasets: datasets.map(({ name, scale }, at) => ({
      label: datasetLabels[at]!,
      name,
      scale: scale ?? null,
    })),
    sources: arrangeGrid(TABLE.sources, file.table2_sources),
    tasks: arrangeGrid(TABLE.tasks, file.table3_tasks),
    reportSections: new Map(Object.entries(file.table4_report_sections ?? {})),
    curriculum: arrangeCurriculum(file.table5_curriculum ?? []),
    results: arrangeResults(file.table6_results ?? []),
    ablation: arrangeAblation(file.table7_ablation ?? []),
    compliance: arrangeCompliance(file.table8_compliance ?? []),
    dimensions: arrangeDimensions(file.table9_dimensions),
    shares: [
      ...arrangeShares(TABLE.subspecialties, file.table10_subspecialties),
      ...arrangeShares(TABLE.testSources, file.table11_test_sources),
    ],
    agreement: arrangeAgreement(file.human_agreement),
    imageBenchmark: arrangeImageBenchmark(file.spinebench_mm),
    unread: Object.keys(file).filter(key => !tableNames.includes(key) && key !== 'about'),
  };
}

type Rows<Key extends keyof TablesFile> = NonNullable<TablesFile[Key]>;

function arrangeGrid(table: string, grid: TablesFile['table2_sources']): Grid | null {
  if (!grid) return null;
  const rows = Object.entries(grid).flatMap(([name, values]) =>
    name === 'columns' || typeof values === 'string'
      ? []
      : [{ name, figures: values as (Figure | null)[] }],
  );
  const cells = printColumns(rows.map(row => row.figures));
  return {
    table,
    columns: uniqueLabels(grid.columns),
    rows: rows.map(({ name }, at) => ({ name, cells: cells[at]! })),
  };
}

function arrangeResults(rows: Rows<'table6_results'>): Tables['results'] {
  const labels = uniqueLabels(rows.map(row => row.model));
  const [text, image, qaAverage, reportScore, average] = printColumns([
    rows.map(row => row.text),
    rows.map(row => row.image),
    rows.map(row => row.qa_average),
    rows.map(row => row.report_sum),
    rows.map(row => row.average),
  ]);
  const ofRow = rows.map(row => new Map(Object.entries(row.sections ?? {})));
  const names = [...new Set(ofRow.flatMap(sections => [...sections.keys()]))];
  const sections = printColumns(names.map(name => ofRow.map(row => row.get(name) ?? null)));
  return rows.map((row, at) => ({
    label: labels[at]!,
    model: row.model,
    size: row.size ?? null,
    text: text![at]!,
    image: image![at]!,
    qaAverage: qaAverage![at]!,
    sections: new Map(names.map((name, column) => [name, sections[column]![at]!])),
    reportScore: reportScore![at]!,
    average: average![at]!,
  }));
}

function arrangeAblation(rows: Rows<'table7_ablation'>): Tables['ablation'] {
  const training = rows.map(
    row =>
      new Map(
        Object.entries(row).filter((entry): entry is [string, boolean] => {
          return typeof entry[1] === 'boolean';
        }),
      ),
  );
  const labels = uniqueLabels(
    rows.map((row, at) => {
      const used = [...training[at]!].flatMap(([key, value]) => (value ? [key] : []));
      return `${row.model} (${used.join(' + ') || 'no training'})`;
    }),
  );
  const [text, image, average] = printColumns([
    rows.map(row => row.text),
    rows.map(row => row.image),
    rows.map(row => row.average),
  ]);
  return rows.map((row, at) => ({
    label: labels[at]!,
    model: row.model,
    training: training[at]!,
    text: text![at]!,
    image: image![at]!,
    average: average![at]!,
  }));
}

function arrangeDimensions(table: TablesFile['table9_dimensions']): Tables['dimensions'] {
  if (!table) return null;
  const { columns, rows } = table;
  const labels = uniqueLabels(rows.map(row => row.model));
  const printed = printColumns(columns.map((_, at) => rows.map(row => row.scores[at] ?? null)));
  return {
    columns,
    rows: rows.map((row, at) => ({
      label: labels[at]!,
      model: row.model,
      scores: new Map(columns.map((column, index) => [column, printed[index]![at]!])),
    })),
  };
}

function arrangeShares(table: string, rows: TablesFile['table10_subspecialties']): ShareTable[] {
  if (!rows) return [];
  const labels = uniqueLabels(rows.map(row => row[0]));
  const [counts] = printColumns([rows.map(row => row[1])]);
  const [percents] = printColumns([rows.map(row => row[2])]);
  const all = rows.map((_, at) => ({
    label: labels[at]!,
    count: counts![at]!,
    percent: percents![at]!,
  }));
  const total = all.find(row => roles.total.test(row.label)) ?? null;
  return [{ table, rows: all.filter(row => row !== total), total }];
}

function arrangeCompliance(rows: Rows<'table8_compliance'>): Tables['compliance'] {
  const labels = uniqueLabels(rows.map(row => row.category));
  const [scale] = printColumns([rows.map(row => row.scale)]);
  return rows.map((_, at) => ({ label: labels[at]!, scale: scale![at]! }));
}

function arrangeCurriculum(rows: Rows<'table5_curriculum'>): Tables['curriculum'] {
  const [stages] = printColumns([rows.map(row => row.stage)]);
  const labels = uniqueLabels(rows.map((row, at) => `stage ${row.stage?.value ?? at + 1}`));
  return rows.map((row, at) => ({
    label: labels[at]!,
    stage: stages![at]!,
    datasets: row.datasets ?? [],
    note: row.note ?? null,
  }));
}

function arrangeAgreement(agreement: TablesFile['human_agreement']): Tables['agreement'] {
  if (!agreement) return null;
  const [values] = printColumns([[agreement.pearson_min, agreement.pearson_max]]);
  return {
    min: values![0]!,
    max: values![1]!,
    lowestDimension: agreement.lowest_dimension ?? null,
    note: agreement.note ?? null,
  };
}

function arrangeImageBenchmark(table: TablesFile['spinebench_mm']): Tables['imageBenchmark'] {
  if (!table) return null;
  const one = (figure: Figure | null): Cell => printColumns([[figure]])[0]![0]!;
  const datasets = table.datasets ?? [];
  const labels = uniqueLabels(datasets.map(row => row[0]));
  const [counts] = printColumns([datasets.map(row => row[4])]);
  return {
    datasets: datasets.map(([, modality, dimension, disease], at) => ({
      label: labels[at]!,
      modality,
      dimension,
      disease,
      count: counts![at]!,
    })),
    diseases: Object.values(table.diseases ?? {}),
    libraryPerDisease: one(table.library_images_per_disease),
    hardNegatives: one(table.hard_negatives),
    options: table.options ?? null,
  };
}
