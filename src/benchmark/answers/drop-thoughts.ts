const closings =
  /<\/(?:think|thinking|thought|reasoning|reflection)>|◁\/think▷|^[#* ]{0,8}(?:final response|最终回答|最终回复)[*: ：]{0,4}$/gim;
const opening = /<(?:think|thinking|thought|reasoning|reflection)>|◁think▷/i;

/** What a model says once it has thought. Where nothing follows its thoughts, those are all there
 *  is; they count, as `unfinished`, for an explicit statement only. */
export function dropThoughts(response: string): { said: string; unfinished: boolean } {
  let end = 0;
  for (const closing of response.matchAll(closings)) end = closing.index + closing[0].length;
  const said = response.slice(end);
  if (end > 0 && !/[\p{L}\p{N}]/u.test(said)) return { said: response, unfinished: true };
  return { said, unfinished: opening.test(said) };
}
