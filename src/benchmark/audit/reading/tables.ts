import type { Printed } from '../figures/printed.ts';

export type Cell = Printed | null;

/** Counts by split (rows) and by source or task (columns). */
export type Grid = {
  table: string;
  columns: string[];
  rows: { name: string; cells: Cell[] }[];
};

export type ResultRow = {
  label: string;
  model: string;
  size: string | null;
  text: Cell;
  image: Cell;
  qaAverage: Cell;
  sections: Map<string, Cell>;
  reportScore: Cell;
  average: Cell;
};

type AblationRow = {
  label: string;
  model: string;
  /** What it was trained on. */
  training: Map<string, boolean>;
  text: Cell;
  image: Cell;
  average: Cell;
};

export type DimensionRow = { label: string; model: string; scores: Map<string, Cell> };

export type ShareRow = { label: string; count: Cell; percent: Cell };

/** Counts with the percentage each makes up; `total` is the closing row, if there is one. */
export type ShareTable = { table: string; rows: ShareRow[]; total: ShareRow | null };

export type ImageBenchmark = {
  datasets: { label: string; modality: string; dimension: string; disease: string; count: Cell }[];
  diseases: string[];
  libraryPerDisease: Cell;
  hardNegatives: Cell;
  options: string | null;
};

export type Tables = {
  datasets: { label: string; name: string; scale: string | null }[];
  sources: Grid | null;
  tasks: Grid | null;
  reportSections: Map<string, string[]>;
  curriculum: { label: string; stage: Cell; datasets: string[]; note: string | null }[];
  results: ResultRow[];
  ablation: AblationRow[];
  compliance: { label: string; scale: Cell }[];
  dimensions: { columns: string[]; rows: DimensionRow[] } | null;
  shares: ShareTable[];
  agreement: {
    min: Cell;
    max: Cell;
    lowestDimension: string | null;
    note: string | null;
  } | null;
  imageBenchmark: ImageBenchmark | null;
  /** Keys of the file that no rule reads. */
  unread: string[];
};

/** Keys in the file, as findings name their table. */
export const TABLE = {
  datasets: 'table1_datasets',
  sources: 'table2_sources',
  tasks: 'table3_tasks',
  reportSections: 'table4_report_sections',
  curriculum: 'table5_curriculum',
  results: 'table6_results',
  ablation: 'table7_ablation',
  compliance: 'table8_compliance',
  dimensions: 'table9_dimensions',
  subspecialties: 'table10_subspecialties',
  testSources: 'table11_test_sources',
  agreement: 'human_agreement',
  imageBenchmark: 'spinebench_mm',
} as const;
