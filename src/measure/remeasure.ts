import type { Repeat } from './evaluate.ts';
import type { WorkContext } from '../platform/context.ts';
import { PerfError } from '../platform/errors.ts';

/**
 * Takes a repeat, and takes it once more when what was seen of it is not whole or two observers of it
 * disagree. What they disagree about outside the marks costs nothing, and is said in the log.
 *
 * @param what the log calls it
 * @throws PerfError (exit 4) when the second one is not valid either
 */
export async function remeasured(
  what: string,
  { log }: Pick<WorkContext, 'log'>,
  measure: () => Promise<Repeat>,
): Promise<Repeat> {
  const once = async (): Promise<Repeat> => {
    const repeat = await measure();
    for (const remark of repeat.remarks) {
      log.warn(`${what}: outside the marks, where nothing is counted: ${remark}`);
    }
    return repeat;
  };
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof PerfError) || !error.remeasure) throw error;
    log.warn(`${what}: ${error.message}; measuring it once more`);
    return await once();
  }
}
