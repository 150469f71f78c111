import path from 'node:path';
import { type ConfinedWorker, type News, startConfinedWorker } from '../../processes/index.ts';
import {
  decoderCrashed,
  pictureOverMemory,
  pictureTimedOut,
  pictureUnreadable,
} from './decode-errors.ts';
import { type DecodeRequest, decoderNewsSchema, type PixelPicture } from './protocol.ts';

export function startDecoder(): ConfinedWorker<DecodeRequest, PixelPicture> {
  return startConfinedWorker({
    script: path.join(import.meta.dirname, 'child', 'main.ts'),
    allow: ['--allow-addons'],
    understand,
    overMemory: pictureOverMemory,
    timedOut: pictureTimedOut,
    crashed: decoderCrashed,
  });
}

function understand(message: unknown): News<PixelPicture> | undefined {
  const { data: news } = decoderNewsSchema.safeParse(message);
  if (news?.type === 'decoded') return { type: 'answer', answer: news.picture };
  if (news?.type === 'unreadable') return { type: 'failed', error: pictureUnreadable() };
  return news;
}
