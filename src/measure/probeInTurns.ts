import type { TestbedSettings } from '../cluster/containerTestbed.ts';
import { mergeProbed } from '../model/mergeProbed.ts';
import type { Probed, ProbedGaneti } from '../model/probe.ts';
import type { WorkContext } from '../platform/context.ts';
import { ganetiText } from '../settings/ganetiSource.ts';
import type { ProbeRequest } from './probeRequests.ts';
import type { Testbed } from './testbed.ts';

/** So often each of two is asked: a machine that slows down meanwhile shows in both. */
const TURNS = 2;

/**
 * Sends a request to the cluster of a testbed; where there is a second Ganeti, to both in turns.
 *
 * @param against the second Ganeti
 */
export async function probeInTurns(
  testbed: Testbed,
  request: ProbeRequest,
  against: TestbedSettings | undefined,
  context: WorkContext,
): Promise<{ readonly head: Probed; readonly against?: ProbedGaneti }> {
  const what = `probe ${request.channel} ${request.method}`;
  const once = (of: Testbed, which: string): Promise<Probed> =>
    context.log.phase(`${what}${which}`, () => of.probeOnce(request, context));
  if (against === undefined) return { head: await once(testbed, '') };
  const other = await testbed.openBeside(against, context);
  const turns = { head: [] as Probed[], against: [] as Probed[] };
  for (let turn = 1; turn <= TURNS; turn++) {
    const number = `turn ${turn} of ${TURNS}`;
    turns.head.push(await once(testbed, ` (${number})`));
    turns.against.push(await once(other, ` (${number}, ${ganetiText(against.ganeti)})`));
  }
  const beside = { ganeti: other.facts.ganeti, ...mergeProbed(turns.against) };
  return { head: mergeProbed(turns.head), against: beside };
}
