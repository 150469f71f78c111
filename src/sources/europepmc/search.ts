import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';
import type { Service } from './open-service.ts';
import { serviceError } from './service-error.ts';
import type { Settings } from './settings.ts';

const pageSchema = z.object({
  hitCount: z.int().min(0),
  nextCursorMark: z.string().nullish(),
  resultList: z.object({ result: z.array(z.unknown()) }).nullish(),
});

const pageBytes = 256 * 1024 * 1024;
const mostEmptyPages = 3;

/** Counts of the service are off by a few; more than so large a part is a fault. */
const tolerated = 0.01;

/** What a query finds, page after page; in the end, how many fewer that were than the service
 *  says there are. An empty page that leads no further is the service's end, however it counts.
 *  Far fewer is an error elsewhere: a cursor that stands still at records must not pass for one. */
export async function* search(
  service: Service,
  settings: Settings,
): AsyncGenerator<unknown, number> {
  let cursor = '*';
  let given = 0;
  let announced = 0;
  let emptyPages = 0;
  const seen = new Set<string>();
  while (!seen.has(cursor)) {
    seen.add(cursor);
    const page = await readPage(service, settings, cursor);
    const records = page.resultList?.result ?? [];
    for (const record of records) {
      if (given === settings.limit) return 0;
      given++;
      yield record;
    }
    announced = Math.min(page.hitCount, settings.limit);
    if (given >= announced) return 0;
    emptyPages = records.length === 0 ? emptyPages + 1 : 0;
    const leadsOn = page.nextCursorMark && page.nextCursorMark !== cursor;
    if (records.length === 0 && !leadsOn && given > 0) return announced - given;
    if (!page.nextCursorMark || emptyPages >= mostEmptyPages) break;
    cursor = page.nextCursorMark;
  }
  if (announced - given <= announced * tolerated) return announced - given;
  throw serviceError('europepmc-incomplete', `search, after ${given} records`);
}

async function readPage(service: Service, settings: Settings, cursor: string) {
  const path = `search?${new URLSearchParams({
    query: settings.query,
    resultType: 'core',
    format: 'json',
    pageSize: String(Math.min(settings.pageSize, settings.limit)),
    cursorMark: cursor,
  })}`;
  // It ends: the service's patience turns a failure that lasts into one that the user must mend.
  for (;;) {
    try {
      const answer = await service.read(path, pageBytes);
      if (answer.is !== 'here') throw serviceError('europepmc-refused', 'search');
      return pageSchema.parse(JSON.parse(answer.body.toString('utf8')));
    } catch (error) {
      if (error instanceof SpinemedError && error.mender === 'retry') continue;
      if (error instanceof SyntaxError || error instanceof z.ZodError) {
        const useless = service.mistrust('search');
        if (useless.mender === 'retry') continue;
        throw useless;
      }
      throw error;
    }
  }
}
