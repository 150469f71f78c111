/** Something that is not as the rules say, and where. */
export type Finding = { check: string; subject: string; message: string };
