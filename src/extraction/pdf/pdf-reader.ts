import path from 'node:path';
import type { z } from 'zod';
import type { DocumentReject } from '../../contracts/document/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { RawBox, RawPage } from '../layout/raw-page.ts';
import { type Helper, startHelper } from '../process/start-helper.ts';
import { drawnSchema, openedSchema, pageAnswerSchema, type Question, replyOf } from './protocol.ts';

export type PdfLimits = { openMs: number; pageMs: number; memoryMiB: number };

export type Reason = DocumentReject['reason'];
export type Asked<Answer> = { ok: Answer } | { reason: Reason };
export type Drawn = z.output<typeof drawnSchema>;

/** A PDF file open in a process of its own. One page that ends the process costs that page: the
 *  next is read by a new one. */
export type PdfReader = {
  pages: number;
  title: string | null;
  readPage(page: number): Promise<Asked<RawPage>>;
  /** Regions of the page once it is turned clockwise. */
  draw(page: number, scale: number, regions: RawBox[], degrees: number): Promise<Asked<Drawn>>;
  close(): void;
};

const entry = path.join(import.meta.dirname, 'child', 'main.ts');

/** No book has more. Each page that is not read is a reject, and a lie would make a billion. */
const mostPages = 200_000;

export async function openPdfReader(file: string, limits: PdfLimits): Promise<PdfReader> {
  let helper: Helper | undefined;
  const { pages, title } = await open();

  async function open(): Promise<z.output<typeof openedSchema>> {
    helper = startHelper(entry);
    const question: Question = { ask: 'open', file };
    const asked = { timeoutMs: limits.openMs, memoryMiB: limits.memoryMiB };
    const reply = await helper
      .ask(question, asked)
      .then(answer => replyOf(openedSchema).safeParse(answer).data)
      .catch((error: unknown) => {
        throw explain(error, file);
      });
    if (reply && 'answer' in reply && reply.answer.pages <= mostPages) return reply.answer;
    helper.end();
    if (reply && 'answer' in reply)
      throw pdfError('pdf-over-limit', 'the PDF file says that it has millions of pages', file);
    throw reply?.failed === 'encrypted' ? encrypted(file) : unreadable(file);
  }

  async function ask<Schema extends z.ZodType>(
    question: Question,
    schema: Schema,
  ): Promise<Asked<z.output<Schema>>> {
    try {
      if (!helper || helper.hasEnded()) await open();
      const answer = await helper!.ask(question, {
        timeoutMs: limits.pageMs,
        memoryMiB: limits.memoryMiB,
      });
      const reply = replyOf(schema).safeParse(answer).data;
      if (reply && 'answer' in reply) return { ok: reply.answer as z.output<Schema> };
      const overLimit = reply && 'failed' in reply && reply.failed === 'over-limit';
      return { reason: overLimit ? 'page-over-limit' : 'page-unreadable' };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  }

  return {
    pages,
    title,
    readPage: page => ask({ ask: 'read', page }, pageAnswerSchema),
    draw: (page, scale, regions, degrees) =>
      ask({ ask: 'draw', page, scale, regions, degrees }, drawnSchema),
    close: () => helper?.end(),
  };
}

function reasonOf(error: unknown): Reason {
  const code = error instanceof SpinemedError ? error.code : '';
  if (code.endsWith('over-time')) return 'page-over-time';
  return code.endsWith('over-memory') ? 'page-over-memory' : 'page-unreadable';
}

function explain(error: unknown, file: string): SpinemedError {
  const code = error instanceof SpinemedError ? error.code : '';
  if (code === 'helper-over-time')
    return pdfError('pdf-over-time', 'the PDF file could not be opened in time', file);
  if (code === 'helper-over-memory')
    return pdfError('pdf-over-memory', 'the PDF file took too much memory to open', file);
  return unreadable(file);
}

function encrypted(file: string): SpinemedError {
  const hint = 'Save a copy without the password.';
  return pdfError('pdf-encrypted', 'the PDF file asks for a password', file, hint);
}

function unreadable(file: string): SpinemedError {
  const hint = 'It may be cut short: get it again, or save it anew from a PDF viewer.';
  return pdfError('pdf-unreadable', 'the PDF file cannot be read', file, hint);
}

function pdfError(code: string, message: string, place: string, hint?: string): SpinemedError {
  return new SpinemedError({ code, mender: 'user', message, place, hint });
}
