export {
  type Block,
  type BlockType,
  type Box,
  blockTypes,
  boxSchema,
  type Citation,
  type DocumentFigure,
  type DocumentPage,
  type DocumentReject,
  type DraftBlock,
  type DraftDocument,
  documentRejectReasons,
  documentRejectSchema,
  documentSchema,
  type SpineDocument,
} from './document.ts';
export { escapeInline, escapeParagraph } from './escape-inline.ts';
export { renderDocument } from './render-document.ts';
export { renderTable } from './render-table.ts';
