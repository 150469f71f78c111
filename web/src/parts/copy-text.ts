/** Puts text on the clipboard. A page served inside a house without TLS has no clipboard
 *  interface, so there the text's own element is selected and copied the old way. */
export async function copyText(text: string, element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(element);
    return document.execCommand('copy');
  }
}
