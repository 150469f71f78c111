/** An answer that ends at a number of bytes, whatever it was packed into: a few kilobytes on the
 *  wire unpack to gigabytes. One that says its size and is not packed is bounded by that. */
export function boundAnswer(answer: Response, mostBytes: number): Response {
  const { body, headers, status, statusText } = answer;
  const isPacked = headers.has('content-encoding');
  const said = Number(headers.get('content-length') ?? Number.NaN);
  if (!body || (!isPacked && said <= mostBytes)) return answer;
  let seen = 0;
  const bounded = body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        seen += chunk.length;
        if (seen > mostBytes) controller.error(new AnswerTooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(bounded, { status, statusText, headers });
}

export class AnswerTooLarge extends Error {
  readonly code = 'answer-too-large';
}
