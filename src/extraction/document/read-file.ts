import type { DocumentPage, DraftDocument } from '../../contracts/document/index.ts';

/** What reading the pages of a file gives; what is known of the file itself is added by whoever
 *  gave it. */
export type ReadFile = Pick<
  DraftDocument,
  'software' | 'title' | 'language' | 'blocks' | 'figures' | 'furniture' | 'rejects'
> & { pages: DocumentPage[]; pagesIn: number };
