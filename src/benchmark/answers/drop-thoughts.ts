const closings =
  /<\/(?:think|thinking|thought|reasoning|reflection)>|◁\/think▷|^[#* ]{0,8}(?:final response|最终回答|最终回复)[*: ：]{0,4}$/gim;
const opening = /<(?:think|thinking|thought|reasoning|reflection)>|◁think▷/i;

/** What a model says once it has thought, or before it began to. Where it says nothing, thoughts
 *  that were ended are all there is; broken off, they are `unfinished` and no answer. */
export function dropThoughts(response: string): { said: string; unfinished: boolean } {
  let end = 0;
  for (const closing of response.matchAll(closings)) end = closing.index + closing[0].length;
  const rest = response.slice(end);
  const open = opening.exec(rest);
  const said = open === null ? rest : rest.slice(0, open.index);
  if (/[\p{L}\p{N}]/u.test(said)) return { said, unfinished: false };
  return { said: open === null ? response : '', unfinished: open !== null || end > 0 };
}
