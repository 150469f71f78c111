/** Whether a label's key is the one that counts up from another's. */
export function numberFollows(first: string, second: string): boolean {
  const number = /\d+$/;
  const [before, after] = [number.exec(first), number.exec(second)];
  return (
    before !== null &&
    after !== null &&
    first.replace(number, '') === second.replace(number, '') &&
    Number(after[0]) === Number(before[0]) + 1
  );
}
