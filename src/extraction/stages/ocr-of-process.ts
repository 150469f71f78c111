import { openLocalOcr } from '../ocr/local-ocr.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';

let engine: OcrEngine | undefined;

/** One engine for the process, started by the first scan and kept for the next. */
export function ocrOfProcess(): OcrEngine {
  engine ??= openLocalOcr();
  return engine;
}
