/**
 * Puts a text on the clipboard. Where that is not allowed, it is shown after an element in a field, selected, for its
 * reader to copy. Gives whether it was copied.
 */
export async function copyText(text: string, after: HTMLElement, label: string): Promise<boolean> {
  const old = after.nextElementSibling;
  if (old instanceof HTMLTextAreaElement) old.remove();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    Object.assign(field, { value: text, readOnly: true, rows: text.split('\n').length + 1, ariaLabel: label });
    after.after(field);
    field.focus();
    field.select();
    return false;
  }
}
