import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  costFlames,
  costsReport,
  heapAreas,
  profileReport
} from "./chunk-L45TFR3E.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-75V6EXLZ.js";
import "./chunk-57UWAAKY.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-GSLCWZCF.js";
import {
  compiledHaskell,
  compilerImage,
  ensureEngine,
  markUsed,
  readCheckout
} from "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import "./chunk-CKIKNP4S.js";
import {
  ensureImage,
  findImage,
  withLocalLock
} from "./chunk-JQ64J7FM.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-2QQN34D2.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import {
  COST_CENTRES_SCHEMA
} from "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import {
  loadDriven
} from "./chunk-RXPND74W.js";
import {
  checkNeeds
} from "./chunk-NLPLDUTU.js";
import "./chunk-PK3XEFPR.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
import {
  ganetiText
} from "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import {
  PROFILE_SCHEMA
} from "./chunk-SOFWC5QX.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import {
  EXIT,
  usageError
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cluster/source/profiledImage.ts
async function profiledImage({ folder, buildCache }, context) {
  const checkout = await readCheckout(folder, context.signal);
  const { suite, regex, version } = checkout;
  const compiled = await compiledHaskell(checkout, buildCache, context);
  const compiler = await ensureImage(
    {
      name: `profiling-${suite}`,
      context: "profiling",
      base: await compilerImage(suite, regex, context)
    },
    context
  );
  const daemons = {
    name: "profiled",
    title: `compile the daemons of Ganeti ${version} so that they count their costs`,
    context: "profiled",
    base: compiler.reference,
    buildArgs: { HASKELL: compiled, REGEX: regex },
    network: "none"
  };
  const { reference } = await findImage(daemons, context) ?? // As of all builds one at a time: what one removes behind it may be a step of another's.
  await withLocalLock("building Ganeti", context, () => ensureImage(daemons, context));
  await markUsed([reference], context.signal);
  return reference;
}

// src/usecases/costCentres.ts
async function costCentresOfDaemon(settings, context) {
  const { daemon, ganeti, against, buildCache, out } = settings;
  const [workload] = await loadDriven([settings.workload]);
  if (!workload) throw new Error(`no workload of the name '${settings.workload}' was loaded`);
  checkNeeds(workload, settings);
  const results = await openResults(out, { events: false });
  await ensureEngine(context);
  const build = (source) => profiledImage({ folder: folderOf(source), buildCache }, context);
  const image = await build(ganeti);
  const other = against && { ganeti: against, image: await build(against) };
  const take = async (of, program, which, before) => {
    const title = `profile the costs of ${daemon} during ${workload.name}${which}`;
    const taken = await context.log.phase(
      title,
      () => of.costCentresOnce(workload, { daemon, image: program }, context)
    );
    for (const [name, content] of taken.files) await results.writeRaw(`${before}${name}`, content);
    const { costs, processorSeconds } = taken;
    return { costs: { ganeti: of.facts.ganeti, costs }, processorSeconds };
  };
  const takeBeside = async (testbed, { ganeti: ganeti2, image: image2 }) => {
    const beside2 = await testbed.openBeside({ ...settings, ganeti: ganeti2, overlay: void 0 }, context);
    return take(beside2, image2, ` (${ganetiText(ganeti2)})`, "against-");
  };
  return withTestbed(containerTestbeds, settings, context, async (testbed) => {
    const plain = await context.log.phase(
      `${workload.name} without counting`,
      () => testbed.processorTime(workload, daemon, context)
    );
    const { costs, processorSeconds } = await take(testbed, image, "", "");
    const result = {
      ...{ schema: COST_CENTRES_SCHEMA, daemon, workload: workload.name, ...testbed.facts },
      ...costs,
      processorSeconds: { profiled: processorSeconds, plain },
      ...other && { against: (await takeBeside(testbed, other)).costs }
    };
    await results.writeCostCentres(result);
    await results.writeFlames("allocated", costFlames(result, "allocated"));
    await results.writeFlames("ticks", costFlames(result, "ticks"));
    const report = costsReport(result);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}
function folderOf(source) {
  if (source.kind === "source") return source.folder;
  throw usageError(`--cost-centres needs source:DIR, got '${ganetiText(source)}'`);
}

// src/usecases/profile.ts
async function profileDaemon(settings, context, testbeds = containerTestbeds) {
  const { daemon, against } = settings;
  const [workload] = await loadDriven([settings.workload]);
  if (!workload) throw new Error(`no workload of the name '${settings.workload}' was loaded`);
  checkNeeds(workload, settings);
  const results = await openResults(settings.out, { events: false });
  const take = async (testbed, which, folder) => {
    const title = `profile ${daemon} during ${workload.name}${which}`;
    const taken = await context.log.phase(
      title,
      () => testbed.profileOnce(workload, daemon, context)
    );
    for (const [name, content] of taken.files) await results.writeRaw(`${folder}${name}`, content);
    return taken;
  };
  return withTestbed(testbeds, settings, context, async (testbed) => {
    const { profiled } = await take(testbed, "", "");
    const result = {
      ...{ schema: PROFILE_SCHEMA, daemon, workload: workload.name, ...testbed.facts },
      ...profiled,
      ...against && {
        against: await beside(
          // Of the Ganeti under test alone is the overlay: so a patch can be held against what it patches.
          await testbed.openBeside({ ...settings, ganeti: against, overlay: void 0 }, context),
          (other) => take(other, ` (${ganetiText(against)})`, "against-")
        )
      }
    };
    await results.writeProfile(result);
    const report = profileReport(result);
    await results.writePicture(heapAreas(result));
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}
async function beside(other, take) {
  return { ganeti: other.facts.ganeti, ...(await take(other)).profiled };
}

// src/cli/profileCommand.ts
async function profile(settings, context) {
  const { result, report, files } = await (settings.costCentres ? costCentresOfDaemon(settings, context) : profileDaemon(settings, context));
  context.print(settings.json ? renderJson(result) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.page)}, and beside it all that was sampled`);
  return EXIT.ok;
}
export {
  profile
};
