/** jsdom lays nothing out. Until the returned function is called, every element is this many pixels wide. */
export function layOut(width: number): () => void {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: width });
  globalThis.ResizeObserver = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
  return () => Reflect.deleteProperty(HTMLElement.prototype, 'clientWidth');
}
