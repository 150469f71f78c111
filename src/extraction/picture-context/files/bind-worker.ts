import { readFileSync, statSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { bindPictures } from '../bind-pictures.ts';
import type { Answer, Failure, Task } from './messages.ts';

const largestBytes = 256 * 2 ** 20;
const partChars = 1 << 20;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

parentPort!.on('message', (task: Task) => {
  const answer = bindFile(task);
  const parts = 'parts' in answer ? answer.parts.map(part => part.buffer) : [];
  parentPort!.postMessage(answer, parts);
});

function bindFile({ index, name, file }: Task): Answer {
  const read = readText(file);
  if (typeof read !== 'string') return { index, failure: read.failure };
  try {
    const bindings = bindPictures(read, name);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let lines = '';
    let bound = 0;
    for (const binding of bindings) {
      lines += `${JSON.stringify(binding)}\n`;
      if (binding.status === 'bound') bound++;
      if (lines.length < partChars) continue;
      parts.push(encoder.encode(lines));
      lines = '';
    }
    if (lines !== '') parts.push(encoder.encode(lines));
    return { index, parts, pictures: bindings.length, bound };
  } catch {
    return { index, failure: 'binding-failed' };
  }
}

function readText(file: string): string | { failure: Failure } {
  let bytes: Buffer;
  try {
    if (statSync(file).size > largestBytes) return { failure: 'file-too-large' };
    bytes = readFileSync(file);
  } catch {
    return { failure: 'file-unreadable' };
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return { failure: 'not-utf8' };
  }
}
