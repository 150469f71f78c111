import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RoleName, readModelSettings } from '../config/index.ts';
import type { Models } from '../contracts/models/index.ts';
import {
  type DoorOptions,
  findModel,
  type ModelSpec,
  openFileLog,
  openModels,
} from '../models/index.ts';

export type OpenedModel = { models: Models; spec: ModelSpec; close(): Promise<void> };

type Wish = {
  baseUrl?: string | undefined;
  config?: string | undefined;
  patience?: DoorOptions['patience'];
  timeoutMs?: number;
  /** Where calls are logged, and answers found again; else nowhere for longer than they take. */
  logFile?: string | undefined;
  /** Where the role looks at pictures. */
  readPicture?: DoorOptions['readPicture'];
};

/** One model in one role, for a command without a workspace. */
export async function openModelFor(
  role: RoleName,
  name: string,
  { baseUrl, config, patience, timeoutMs, logFile, readPicture }: Wish,
): Promise<OpenedModel> {
  const settings = readModelSettings(config);
  const found = findModel(name, { models: settings.models, baseUrl });
  const spec: ModelSpec = {
    ...found,
    mode: 'live',
    timeoutMs: Math.min(found.timeoutMs, timeoutMs ?? found.timeoutMs),
  };
  const folder = logFile ? undefined : mkdtempSync(path.join(tmpdir(), 'spinemed-calls-'));
  const log = await openFileLog(logFile ?? path.join(folder!, 'calls.jsonl'), {
    capUsd: settings.spendCapUsd ?? null,
  });
  const models = openModels({
    settings,
    log,
    readPicture: readPicture ?? (async () => Buffer.alloc(0)),
    players: { [role]: spec },
    ...(patience ? { patience } : {}),
  });
  return {
    models,
    spec,
    async close() {
      await models.close();
      await log.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
