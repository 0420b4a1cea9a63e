import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  harnessReport
} from "./chunk-ST6ZBEBS.js";
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
  readCheckout,
  withStage
} from "./chunk-THMOR72H.js";
import "./chunk-FAXXC353.js";
import "./chunk-CKIKNP4S.js";
import {
  ensureImage
} from "./chunk-JQ64J7FM.js";
import {
  openResults
} from "./chunk-OEKFHLQH.js";
import "./chunk-Y3XO2ACU.js";
import "./chunk-2QQN34D2.js";
import "./chunk-AVMGVZHM.js";
import "./chunk-H3G7KOFV.js";
import "./chunk-4VL4X2MK.js";
import "./chunk-XW5CLFQN.js";
import "./chunk-OQH6SHCG.js";
import "./chunk-J572PHDR.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-NLPLDUTU.js";
import "./chunk-KGUNOPRW.js";
import "./chunk-PK3XEFPR.js";
import "./chunk-CVHPNJED.js";
import "./chunk-SAMDT5C3.js";
import {
  ganetiText
} from "./chunk-L3PENX4O.js";
import "./chunk-4XPSXIGN.js";
import "./chunk-LAUIYLMP.js";
import {
  HARNESS_SCHEMA
} from "./chunk-SOFWC5QX.js";
import "./chunk-SHGZJK5N.js";
import "./chunk-RZGKQOWJ.js";
import "./chunk-OHF2BV36.js";
import "./chunk-TSNSTRFB.js";
import {
  EXIT,
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cluster/source/harnessImage.ts
import { readdir } from "node:fs/promises";
import { join } from "node:path";
async function checkHarness(name) {
  const names = (await readdir(folderOfHarnesses())).filter((file) => file.endsWith(".hs")).map((file) => file.slice(0, -3));
  if (names.includes(name)) return;
  throw usageError(`there is no harness '${name}' in harnesses/, but ${names.sort().join(", ")}`);
}
async function harnessImage(name, { folder, buildCache }, context) {
  const checkout = await readCheckout(folder, context.signal);
  const { suite, regex, version } = checkout;
  const compiled = await compiledHaskell(checkout, buildCache, context);
  const modules = await ensureImage(
    {
      name: "modules",
      title: `compile the modules of Ganeti ${version} that harnesses call`,
      context: "modules",
      base: await compilerImage(suite, regex, context),
      buildArgs: { HASKELL: compiled, REGEX: regex },
      network: "none"
    },
    context
  );
  const recipe = join(projectRoot(), "images", "harness");
  return withStage(recipe, folderOfHarnesses(), [`${name}.hs`], async (path) => {
    const title = `link the harness ${name}`;
    const linked = { name: "harness", title, context: path, base: modules.reference };
    const image = await ensureImage({ ...linked, network: "none" }, context);
    await markUsed([modules.reference, image.reference], context.signal);
    return image.reference;
  });
}
var folderOfHarnesses = () => join(projectRoot(), "harnesses");

// src/usecases/harness.ts
var TURNS = 2;
async function callFunction(settings, context) {
  const { name, ganeti, against, buildCache, repeat, out } = settings;
  await checkHarness(name);
  const results = await openResults(out, { events: false });
  await ensureEngine(context);
  const build = ({ folder }) => harnessImage(name, { folder, buildCache }, context);
  const image = await build(ganeti);
  const other = against && { ganeti: against, image: await build(against) };
  return withTestbed(containerTestbeds, settings, context, async (testbed) => {
    const call = (of, program, which) => {
      const harness2 = { name, image: program, samples: repeat };
      return context.log.phase(`call ${name}${which}`, () => of.callHarness(harness2, context));
    };
    const beside = other && await testbed.openBeside(
      { ...settings, ganeti: other.ganeti, overlay: void 0 },
      context
    );
    const turns = { head: [], against: [] };
    for (let turn = 1; turn <= (other ? TURNS : 1); turn++) {
      const number = other ? ` (turn ${turn} of ${TURNS})` : "";
      turns.head.push(await call(testbed, image, number));
      if (!other || !beside) continue;
      const which = `${number}, ${ganetiText(other.ganeti)}`;
      turns.against.push(await call(beside, other.image, which));
    }
    const result = {
      ...{ schema: HARNESS_SCHEMA, name, ...testbed.facts, ...merged(turns.head) },
      ...beside && { against: { ganeti: beside.facts.ganeti, ...merged(turns.against) } }
    };
    await results.writeHarness(result);
    const report = harnessReport(result);
    await results.writeReport(report);
    return { result, report, files: results.files };
  });
}
var merged = (turns) => ({
  configBytes: turns[0]?.configBytes ?? 0,
  samples: turns.flatMap(({ samples }) => samples)
});

// src/cli/harnessCommand.ts
async function harness(settings, context) {
  const { result, report, files } = await callFunction(settings, context);
  context.print(settings.json ? renderJson(result) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.harness)}, and the reports beside it`);
  return EXIT.ok;
}
export {
  harness
};
