/** Told to the client with 404, in its dialect. */
export class NotFound extends Error {}
