import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  heapAreas,
  profileReport
} from "./chunk-AT3LMRNU.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-B3RS54OA.js";
import "./chunk-57UWAAKY.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-ZKSI3MZH.js";
import "./chunk-XZNUYU44.js";
import "./chunk-Q3QPQ3DE.js";
import "./chunk-UI5CF7BL.js";
import "./chunk-GLGAEHXX.js";
import {
  openResults
} from "./chunk-PHYKBHBR.js";
import "./chunk-BUFK6K3F.js";
import "./chunk-BYV4SAQP.js";
import "./chunk-K5RZR3QV.js";
import "./chunk-O5FRELDM.js";
import "./chunk-MDPG2TBJ.js";
import "./chunk-SDCAMG6H.js";
import "./chunk-WBLOP3OH.js";
import {
  loadDriven
} from "./chunk-NPJHJBF7.js";
import {
  checkNeeds
} from "./chunk-5RKWOOQI.js";
import "./chunk-2LMAZ52R.js";
import "./chunk-366KZEUV.js";
import "./chunk-SAMDT5C3.js";
import {
  ganetiText
} from "./chunk-UOLCFZP2.js";
import "./chunk-5WYHEIGI.js";
import {
  PROFILE_SCHEMA
} from "./chunk-DTGSO662.js";
import "./chunk-D5SREWDV.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-FOCAHIEL.js";
import "./chunk-OHF2BV36.js";
import "./chunk-OCSF6W6H.js";
import "./chunk-5XWL5JNG.js";

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
  const { result, report, files } = await profileDaemon(settings, context);
  context.print(settings.json ? renderJson(result) : `
${forTerminal(report)}
`);
  context.log.info(`written: ${shortPath(files.page)}, and beside it all that was sampled`);
  return EXIT.ok;
}
export {
  profile
};
