/** "(a)", "B." or "c 术后": what stands under one panel of a figure. */
export function isPanelMark(text: string): boolean {
  return text.length <= 80 && /^\W{0,5}[A-Ha-h]\d?(?:[\W_](?![a-z])|$)/.test(text);
}
