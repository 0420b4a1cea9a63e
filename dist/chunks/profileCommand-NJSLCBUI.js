import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  heapAreas,
  profileReport
} from "./chunk-MKBNNDRM.js";
import {
  shortPath
} from "./chunk-5SBC55WS.js";
import {
  forTerminal,
  renderJson
} from "./chunk-DPXHKXIP.js";
import "./chunk-57UWAAKY.js";
import {
  containerTestbeds,
  withTestbed
} from "./chunk-YPIOXBNF.js";
import "./chunk-OHE57BG6.js";
import "./chunk-7AGJR5YQ.js";
import "./chunk-UI5CF7BL.js";
import "./chunk-GLGAEHXX.js";
import {
  openResults
} from "./chunk-SJ46P4UY.js";
import "./chunk-R2WCBQY6.js";
import "./chunk-UJV7G4UM.js";
import "./chunk-XBXI5JZW.js";
import "./chunk-I3FLOG7W.js";
import "./chunk-J4BYQ2V6.js";
import "./chunk-26TE6ZOB.js";
import "./chunk-WBLOP3OH.js";
import {
  loadDriven
} from "./chunk-3BN5HSGH.js";
import {
  checkNeeds
} from "./chunk-FG33HFSF.js";
import "./chunk-GB3BGDVR.js";
import "./chunk-24JLUGNP.js";
import {
  ganetiText
} from "./chunk-H5B6HATQ.js";
import "./chunk-5WYHEIGI.js";
import {
  PROFILE_SCHEMA
} from "./chunk-ZQIFQCMM.js";
import "./chunk-F6DOSCOQ.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-G2KZW3ZY.js";
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
