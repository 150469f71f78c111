import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canReadMemory, forkConfined } from '../../../processes/index.ts';
import type { HostSettings } from './protocol.ts';

/** What the process may know of our environment: no key and no password is in it. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'LANG', 'OMP_NUM_THREADS'];
const passedOnToDownload = [
  ...['HF_ENDPOINT', 'HF_TOKEN', 'NODE_EXTRA_CA_CERTS'],
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'NODE_USE_ENV_PROXY'],
];

/** Starts the process that the model runs in. It may read files, and nothing else unless a
 *  download was asked for: no network, no writing, no further processes. */
export function forkHost(settings: HostSettings): ChildProcess {
  const { allowDownload, cacheFolder } = settings;
  if (allowDownload) mkdirSync(cacheFolder, { recursive: true });
  const names = allowDownload ? [...passedOn, ...passedOnToDownload] : passedOn;
  const child = forkConfined(path.join(import.meta.dirname, 'host', 'main.ts'), {
    args: [JSON.stringify(settings)],
    environment: {
      ...Object.fromEntries(names.map(name => [name, process.env[name]])),
      // The native library reports home unless told not to.
      ORT_DISABLE_TELEMETRY: '1',
    },
    allow: [
      '--allow-addons',
      ...(allowDownload ? ['--allow-net', `--allow-fs-write=${cacheFolder}`] : []),
    ],
  });
  if (canReadMemory && child.pid) preferToLose(child.pid);
  return child;
}

/** Where memory ends, the kernel shall end the model and not the database. */
function preferToLose(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, '900');
  } catch {
    // Some containers forbid it, and then the kernel chooses.
  }
}
