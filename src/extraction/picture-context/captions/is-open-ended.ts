const terminal = /[.。!！?？:：;；)）\]】”"’…]$/;
const openWord =
  /(?:[,，、(（[【;-]|\b(?:in|see|by|and|of|from|to|with|as|the|our|also|both|on|at|or|than|for|per|between|cf\.?|e\.g\.|i\.e\.)|[见如和与及在由据从至的参])$/i;

/** Whether a sentence goes on behind this line: what follows it is no beginning of a caption. */
export function isOpenEnded(line: string): boolean {
  return openWord.test(line.slice(-12));
}

export function isClosed(line: string): boolean {
  return terminal.test(line) && !isOpenEnded(line);
}
