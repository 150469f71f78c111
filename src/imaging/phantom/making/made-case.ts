import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../../config/index.ts';
import { SpinemedError } from '../../../errors/index.ts';
import { spineSchema } from '../truth/spine.ts';
import type { CaseJob } from './case-job.ts';

/** Raised when the same seed would give other pictures. */
const version = 2;

/** What is kept of a case until its dataset's tables are written, and so that it is not made
 *  again: its rows in them, and the truth. */
const madeCaseSchema = z.object({
  version: z.literal(version),
  seed: z.int(),
  resolutionMm: z.number(),
  rows: z.record(z.string(), z.array(z.array(z.union([z.string(), z.number()])))),
  spine: spineSchema,
});
export type MadeCase = z.output<typeof madeCaseSchema>;

type Place = Pick<CaseJob, 'root' | 'number' | 'layout'>;

const nameOf = ({ number }: Place) => `case-${String(number + 1).padStart(4, '0')}`;

export const caseFolder = (place: Place) => path.join(place.root, nameOf(place));

function fileOf(place: Place): string {
  if (place.layout === null) return path.join(caseFolder(place), 'truth.json');
  return path.join(place.root, '.phantom', `${nameOf(place)}.json`);
}

/** Another's is never written over: it may be all that there is of it. */
export function isMade(job: CaseJob): boolean {
  const made = readMade(job);
  if (!made) return false;
  if (made.seed === job.seed && made.resolutionMm === job.resolutionMm) return true;
  throw anotherIsThere(fileOf(job));
}

export function readMade(place: Place): MadeCase | undefined {
  const file = fileOf(place);
  if (!existsSync(file)) return undefined;
  try {
    return madeCaseSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    // Cut off in the middle: it is made again.
    return undefined;
  }
}

/** Last of all, and in one step: what has it is whole. */
export function keepMade(place: Place, made: Omit<MadeCase, 'version'>): void {
  const file = fileOf(place);
  makeFolder(path.dirname(file), 0o755);
  writeFileSync(`${file}.part`, `${JSON.stringify({ version, ...made })}\n`);
  renameSync(`${file}.part`, file);
}

function anotherIsThere(place: string): SpinemedError {
  return new SpinemedError({
    code: 'phantom-of-another-seed',
    mender: 'user',
    message: 'a case of another seed or resolution is there already',
    place,
    hint: 'Give another --out, or the seed and resolution that it was made with.',
  });
}
