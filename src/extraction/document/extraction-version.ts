/** Raised whenever the same file would give another document. */
export const extractionVersion = '3';
