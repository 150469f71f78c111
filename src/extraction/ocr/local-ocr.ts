import { createRequire } from 'node:module';
import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import type { RawPage } from '../layout/raw-page.ts';
import { type Helper, startHelper } from '../process/start-helper.ts';
import type { OcrEngine, OcrRequest } from './ocr-engine.ts';
import { type OcrQuestion, ocrAnswerSchema } from './protocol.ts';
import { toRawPage } from './to-raw-page.ts';

const entry = path.join(import.meta.dirname, 'child', 'main.ts');
const pageMs = 120_000;
const memoryMiB = 3072;
const maxPixels = 100_000_000;

/** PP-OCRv4 in a process of its own, English and Chinese, without any network. */
export function openLocalOcr(): OcrEngine {
  let helper: Helper | undefined;
  return {
    name: 'pp-ocr-v4',
    version: versionOf('@gutenye/ocr-node'),
    async read(request: OcrRequest): Promise<RawPage> {
      const { picture, frame = 0 } = request;
      if (!helper || helper.hasEnded()) helper = startHelper(entry, { ORT_DISABLE_TELEMETRY: '1' });
      const question: OcrQuestion = { ask: 'read', picture, frame, maxPixels };
      const reply = await helper.ask(question, { timeoutMs: pageMs, memoryMiB });
      const answer = ocrAnswerSchema.safeParse((reply as { answer?: unknown }).answer);
      if (answer.success) return toRawPage(answer.data, request);
      throw new SpinemedError({
        code: 'ocr-failed',
        mender: 'user',
        message: 'the picture of the page cannot be read',
      });
    },
    close: () => helper?.end(),
  };
}

/** The package keeps its description to itself. */
function versionOf(name: string): string {
  const { version } = createRequire(import.meta.url)('../../../package-lock.json').packages[
    `node_modules/${name}`
  ] as { version: string };
  return version;
}
