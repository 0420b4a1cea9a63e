import { checkHarness, harnessImage } from '../cluster/source/harnessImage.ts';
import { containerTestbeds } from '../measure/containerTestbeds.ts';
import { withTestbed, type Testbed } from '../measure/testbed.ts';
import { HARNESS_SCHEMA, type Called, type HarnessResult } from '../model/harness.ts';
import type { WorkContext } from '../platform/context.ts';
import { ensureEngine } from '../platform/engine/engine.ts';
import { harnessReport } from '../report/build/harness/harnessReport.ts';
import type { Report } from '../report/model.ts';
import { openResults, type Results } from '../results/results.ts';
import { ganetiText } from '../settings/ganetiSource.ts';
import type { HarnessSettings } from '../settings/settings.ts';

/** What calls of one function cost. */
export interface CalledFunction {
  readonly result: HarnessResult;
  readonly report: Report;
  readonly files: Results['files'];
}

/** So often each of two is called: a machine that slows down meanwhile shows in both. */
const TURNS = 2;

/**
 * `harness`: calls one function of Ganeti's Haskell many times on a configuration that Ganeti made, and says what a call
 * costs. Everything it started is gone when it returns or throws.
 *
 * @throws PerfError (exit 2) when there is no such harness, (exit 3) when it cannot be built, (exit 4) when it fails
 */
export async function callFunction(
  settings: HarnessSettings,
  context: WorkContext,
): Promise<CalledFunction> {
  const { name, ganeti, against, buildCache, repeat, out } = settings;
  await checkHarness(name);
  const results = await openResults(out, { events: false });
  await ensureEngine(context);
  const build = ({ folder }: HarnessSettings['ganeti']): Promise<string> =>
    harnessImage(name, { folder, buildCache }, context);
  const image = await build(ganeti);
  const other = against && { ganeti: against, image: await build(against) };
  return withTestbed(containerTestbeds, settings, context, async (testbed) => {
    const call = (of: Testbed, program: string, which: string): Promise<Called> => {
      const harness = { name, image: program, samples: repeat };
      return context.log.phase(`call ${name}${which}`, () => of.callHarness(harness, context));
    };
    const beside =
      other &&
      (await testbed.openBeside(
        { ...settings, ganeti: other.ganeti, overlay: undefined },
        context,
      ));
    const turns = { head: [] as Called[], against: [] as Called[] };
    for (let turn = 1; turn <= (other ? TURNS : 1); turn++) {
      const number = other ? ` (turn ${turn} of ${TURNS})` : '';
      turns.head.push(await call(testbed, image, number));
      if (!other || !beside) continue;
      const which = `${number}, ${ganetiText(other.ganeti)}`;
      turns.against.push(await call(beside, other.image, which));
    }
    const result: HarnessResult = {
      ...{ schema: HARNESS_SCHEMA, name, ...testbed.facts, ...merged(turns.head) },
      ...(beside && { against: { ganeti: beside.facts.ganeti, ...merged(turns.against) } }),
    };
    await results.writeHarness(result);
    const report = harnessReport(result);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}

const merged = (turns: readonly Called[]): Called => ({
  configBytes: turns[0]?.configBytes ?? 0,
  samples: turns.flatMap(({ samples }) => samples),
});
