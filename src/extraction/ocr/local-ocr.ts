import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
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
      const read = z.object({ answer: ocrAnswerSchema }).safeParse(reply);
      if (read.success) return toRawPage(read.data.answer, request);
      throw new SpinemedError({
        code: 'ocr-failed',
        mender: 'user',
        message: 'the picture of the page cannot be read',
      });
    },
    close: () => helper?.end(),
  };
}

/** The package exports its code alone; its description lies beside it. */
function versionOf(name: string): string {
  const code = createRequire(import.meta.url).resolve(name);
  const description: unknown = JSON.parse(
    readFileSync(path.join(path.dirname(code), '..', 'package.json'), 'utf8'),
  );
  return z.object({ version: z.string() }).parse(description).version;
}
