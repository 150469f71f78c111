import { Logger } from 'graphile-worker';

/** graphile-worker's own log lines can carry payloads and stranger's messages; what matters
 *  of them reaches us as events and errors. */
export const quietGraphile = { logger: new Logger(() => () => {}) };
