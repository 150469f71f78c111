export type StepRow = {
  step: number;
  stage: string;
  version: number;
  takes: string | null;
  makes: readonly string[];
};

/** Steps along the way of the data: what takes a kind stands after all that first make it,
 *  whoever brought the steps in and when. A stage that a newer version stands in for is left out:
 *  all it was given was given to that one. A collector is not, for what it brought stays. */
export function orderSteps<Row extends StepRow>(rows: readonly Row[]): Row[] {
  const newest = new Map<string, number>();
  for (const { stage, version } of rows)
    newest.set(stage, Math.max(version, newest.get(stage) ?? 0));
  const current = rows.filter(row => row.takes === null || row.version === newest.get(row.stage));
  const depth = depthsOf(current);
  return current.toSorted((a, b) => depth.get(a)! - depth.get(b)! || a.step - b.step);
}

function depthsOf<Row extends StepRow>(rows: readonly Row[]): Map<Row, number> {
  const depths = new Map<Row, number>();
  const depthOf = (row: Row): number => {
    const known = depths.get(row);
    if (known !== undefined) return known;
    // Until it is known: a stage that takes and makes one kind does not stand after itself.
    depths.set(row, 0);
    const makers = rows.filter(
      other => other !== row && row.takes !== null && other.makes.includes(row.takes),
    );
    const depth = row.takes === null ? 0 : 1 + Math.max(0, ...makers.map(depthOf));
    depths.set(row, depth);
    return depth;
  };
  rows.forEach(depthOf);
  return depths;
}
