import type { DocumentReject } from '../../contracts/document/index.ts';
import type { LaidDocument } from '../layout/lay-document.ts';

/** A caption says that there is a figure: one that was not found is told with its place. */
export function rejectLost(lost: LaidDocument['lost']): DocumentReject[] {
  return lost.map(({ page, box }) => ({
    page,
    place: `caption, box ${box.map(Math.round).join(' ')}`,
    reason: 'caption-without-figure',
  }));
}
