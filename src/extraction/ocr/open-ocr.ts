import { SpinemedError } from '../../errors/index.ts';
import { onsiteAddresses, openConnections } from '../../models/index.ts';
import { openPaddlex } from './ask-paddlex.ts';
import { openLocalOcr } from './local-ocr.ts';
import type { OcrEngine } from './ocr-engine.ts';

const answerMs = 300_000;

/** A layout server of the house where one is named, else the engine that comes along. Nobody says
 *  of a scan whether it is a patient's: it goes to an onsite server only, whatever its name. */
export function openOcr(settings: {
  paddlex: string | undefined;
  onsite: readonly string[];
}): OcrEngine {
  const { paddlex, onsite } = settings;
  if (paddlex === undefined) return openLocalOcr();
  if (!/^https?:$/.test(URL.parse(paddlex)?.protocol ?? '')) {
    throw new SpinemedError({
      code: 'paddlex-address-invalid',
      mender: 'user',
      message: 'the address of the layout server is no web address',
      hint: 'Give one such as http://127.0.0.1:8080.',
    });
  }
  const guard = onsiteAddresses(onsite);
  return openPaddlex(paddlex, openConnections({ guard, timeoutMs: answerMs }));
}
