/**
 * The day that a key moves to, out of `count`; null puts the cursor away, undefined leaves it and the key alone.
 * From nowhere, the arrows enter at their own end.
 */
export function dayAfterKey(key: string, day: number | null, count: number): number | null | undefined {
  if (key === 'Escape') return day === null ? undefined : null;
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, (day ?? -1) + 1);
    case 'ArrowLeft':
      return Math.max(0, (day ?? count) - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The day whose step holds `x`, out of `count` over `width` pixels; null when there are none. */
export function dayAtPixel(x: number, width: number, count: number): number | null {
  if (count === 0 || width <= 0) return null;
  return Math.min(count - 1, Math.max(0, Math.floor((x / width) * count)));
}
