/**
 * What waits on one signal shares one listener. Node takes more than ten listeners of an AbortSignal for a leak
 * and says so on stderr, and a cluster of twenty nodes has as many processes under way at once, all of them
 * ended by the same signal.
 */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `callback` when the signal fires; at once when it has.
 *
 * @returns the function that ends this; without it the signal keeps the callback as long as it lives
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => undefined;
  }
  const callbacks = waiting.get(signal) ?? listen(signal);
  // Two waits may have the same function, and each ends its own.
  const own = (): void => callback();
  callbacks.add(own);
  return () => {
    if (!callbacks.delete(own) || callbacks.size > 0) return;
    signal.removeEventListener('abort', fire);
    waiting.delete(signal);
  };
}

/**
 * Waits, in milliseconds.
 *
 * @throws the signal's reason when it fires
 */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason as Error);
    const timer = setTimeout(() => {
      release?.();
      resolve();
    }, milliseconds);
    const release =
      signal &&
      onAbort(signal, () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
  });
}

function listen(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  waiting.set(signal, callbacks);
  signal.addEventListener('abort', fire, { once: true });
  return callbacks;
}

function fire(this: AbortSignal): void {
  const callbacks = [...(waiting.get(this) ?? [])];
  waiting.delete(this);
  for (const callback of callbacks) callback();
}
