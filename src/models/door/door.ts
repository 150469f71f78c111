import type { RoleName } from '../../contracts/models/index.ts';
import type { Patience } from '../limits/patience.ts';
import type { CallLog, LoggedAnswer } from '../log/call-log.ts';
import type { ModelSpec } from '../model-spec.ts';
import type { openedModels } from './opened-models.ts';

/** What one door keeps while it is open. */
export type Door = {
  /** Who plays a role, the next in line where one gave up; or the one that was named. */
  modelsFor(role: RoleName, named: string | undefined): ModelSpec[];
  log: CallLog;
  opened: ReturnType<typeof openedModels>;
  patience: Patience;
  hasSpendCap: boolean;
  readPicture(sha256: string): Promise<Buffer>;
  /** Calls under way: whoever asks the same meanwhile gets the same answer. */
  underWay: Map<string, Promise<Obtained>>;
};

/** What came of asking a model, before anybody has read the answer. */
export type Obtained =
  | { status: 'answered'; answer: LoggedAnswer; requests: number }
  | {
      status: 'failed';
      reason: 'gave-up' | 'request-rejected' | 'egress-refused' | 'form-unknown';
      code: string;
      requests: number;
    };
