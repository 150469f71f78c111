/** A file that was looked at before it is read. */
export type KnownFile = { path: string; name: string; sha256: string; bytes: number };
