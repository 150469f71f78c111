/** Told to the client with 400, in its dialect. Names fields, never what they hold. */
export class BadRequest extends Error {}
