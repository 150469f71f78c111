// The process that a local model runs in. It serves one request after the other, and ends with
// its parent.
import type { HostAnswer, HostMessage, HostNews, HostRequest, HostSettings } from '../protocol.ts';
import { configureRuntime } from './configure-runtime.ts';
import { embedPictures } from './embed-pictures.ts';
import { asFailure } from './explain-failure.ts';
import { generateText, newStop } from './generate-text.ts';
import { loadLanguage } from './load-language.ts';
import { loadVision } from './load-vision.ts';
import { once } from './once.ts';

const settings: HostSettings = JSON.parse(process.argv[2] ?? '');
const options = configureRuntime(settings);
const vision = once(() => loadVision(settings.model, options));
const language = once(() => loadLanguage(settings.model, options));
let stop = newStop();

const say = (news: HostNews) => process.send?.(news);

async function serve(request: HostRequest): Promise<HostAnswer> {
  if (request.type === 'embed') {
    return { type: 'embedded', results: await embedPictures(await vision(), request.pictures) };
  }
  stop = newStop();
  const onText = (delta: string) => say({ type: 'text', delta });
  return { type: 'generated', ...(await generateText(await language(), request, stop, onText)) };
}

process.on('message', (message: HostMessage) => {
  if (message.type === 'cancel') stop.interrupt();
  else {
    serve(message).then(say, error => say({ type: 'failed', ...asFailure(error) }));
  }
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group; when to end is the parent's to say.
process.on('SIGINT', () => {});

if (settings.reportMemory) {
  const report = () => say({ type: 'memory', residentMiB: process.memoryUsage.rss() / 2 ** 20 });
  setInterval(report, 500).unref();
}
