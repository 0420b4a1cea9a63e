import { onAbort } from './abort.ts';
import type { WorkContext } from '../context.ts';

/**
 * Does several things at once. When one fails the others are told to stop, and they have stopped when this
 * throws what the first one did: nothing goes on behind the caller's back.
 */
export async function together<T extends readonly unknown[]>(
  context: WorkContext,
  works: { readonly [K in keyof T]: (context: WorkContext) => Promise<T[K]> },
): Promise<T> {
  const failed = new AbortController();
  const { signal } = context;
  const letGo = signal && onAbort(signal, () => failed.abort(signal.reason));
  const linked = { ...context, signal: failed.signal };
  let first: { readonly error: unknown } | undefined;
  const running = works.map(async (work) => {
    try {
      return await work(linked);
    } catch (error) {
      first ??= { error };
      failed.abort(error);
      throw error;
    }
  });
  const ended = await Promise.allSettled(running);
  letGo?.();
  if (first) throw first.error;
  return ended.map((end) => (end.status === 'fulfilled' ? end.value : undefined)) as unknown as T;
}
