import { parentPort } from 'node:worker_threads';
import type { CaseJob, CaseNews } from './case-job.ts';
import { makeCase } from './make-case.ts';

parentPort!.on('message', async (job: CaseJob) => {
  const news: CaseNews = await makeCase(job).then(
    () => ({}),
    ({ message, code, path }: NodeJS.ErrnoException) => ({
      error: { message, ...(code !== undefined && { code }), ...(path !== undefined && { path }) },
    }),
  );
  parentPort!.postMessage(news);
});
