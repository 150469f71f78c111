import type { RunScores } from '../../../benchmark/index.ts';
import { table } from '../../table.ts';

/** A run's figures for people: a row a part, and the total. */
export function describeScores(scores: RunScores): string {
  const { text, image, report } = scores.parts;
  const rows = [
    ...choiceRow('text', text),
    ...choiceRow('image', image),
    ...(report
      ? [['report', report.n, report.scored, '', number(report.score), range(report.interval)]]
      : []),
    ['total', '', '', '', number(scores.total), range(scores.totalResampled.interval)],
  ];
  const head = ['part', 'n', 'answered', 'right', 'score', '95 % interval'];
  const classical = [
    scores.method && `answered by ${scores.method}: a classical method, not a model`,
    ...scores.judges.map(
      ({ name, method }) =>
        report && method && `judged by ${name}, ${method}: a classical method, not a model`,
    ),
    ...(report ? scores.judges : []).map(
      ({ name, judgements, of, score }) =>
        `judge ${name}: ${judgements} of ${of} judgements, ${number(score)} by itself`,
    ),
  ].filter(Boolean);
  return [
    `${scores.benchmark}: ${scores.model}`,
    table(
      head,
      rows.map(row => row.map(String)),
    ),
    ...tasks(scores),
    ...classical,
  ].join('\n');
}

/** Where a benchmark asks for one option and for several, as the second SpineBench does. */
function tasks({ tasks: { mcq, 'mcq-multi': multi } }: RunScores): string[] {
  if (!multi) return [];
  const of = ({ right, answered, accuracy }: NonNullable<typeof mcq>) =>
    `${right} of ${answered} exactly right, ${number(accuracy)}`;
  const rates = [multi.precision, multi.recall, multi.f1].map(number);
  return [
    ...(mcq ? [`one right option (mcq): ${of(mcq)}`] : []),
    `several right options (mcq-multi): ${of(multi)}; precision ${rates[0]}, recall ${rates[1]}, F1 ${rates[2]}`,
  ];
}

function choiceRow(name: string, part: RunScores['parts']['text']) {
  if (!part) return [];
  const { n, answered, right, accuracy, interval } = part;
  return [[name, n, answered, right, number(accuracy), range(interval)]];
}

const number = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

const range = (interval: readonly [number, number] | null): string =>
  interval === null ? '-' : `${number(interval[0])} to ${number(interval[1])}`;
