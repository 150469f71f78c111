import type { RawPage } from '../layout/raw-page.ts';

export type OcrRequest = {
  /** An encoded picture of the page. */
  picture: Uint8Array;
  /** Which page of a picture file that has several, from 0. */
  frame?: number;
  page: number;
  /** Of the page in points, which the answer is given in. */
  width: number;
  height: number;
};

/** Reads the picture of a page. It throws where it cannot. */
export type OcrEngine = {
  name: string;
  version: string;
  read(request: OcrRequest): Promise<RawPage>;
  close(): void;
};
