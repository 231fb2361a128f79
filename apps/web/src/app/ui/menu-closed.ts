/**
 * A dialog remembers what had the focus when it was opened. An item of a menu that opens one waits until the menu has
 * given the focus back to its button: the item itself is gone by the time the dialog closes.
 */
export function menuClosed(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
