// The process that reads PDF files of strangers. It serves one file, and ends with its parent.
import { serveParent } from '../../process/serve-parent.ts';
import { questionSchema } from '../protocol.ts';
import { countRemoved } from './count-removed.ts';
import { drawRegions } from './draw-regions.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { readPage } from './read-page.ts';

let open: OpenPdf | undefined;
const removed = countRemoved();

serveParent(async message => {
  const question = questionSchema.parse(message);
  if (question.ask === 'open') {
    open = await openPdf(question.file);
    return { pages: open.pages, title: open.title };
  }
  if (!open) throw new Error('nothing is open');
  const page = await open.pdf.getPage(question.page);
  try {
    return question.ask === 'read'
      ? await readPage(page, question.page, removed)
      : await drawRegions(page, question);
  } finally {
    page.cleanup();
  }
});
