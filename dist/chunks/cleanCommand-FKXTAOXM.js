import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  removeLabelled
} from "./chunk-FAXXC353.js";
import {
  LABEL,
  docker
} from "./chunk-JQ64J7FM.js";
import "./chunk-LFXBMTSD.js";
import "./chunk-4XPSXIGN.js";
import {
  EXIT
} from "./chunk-HSULD6WJ.js";
import "./chunk-6MX2ZWUR.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cli/cleanCommand.ts
async function clean(settings, context) {
  const sparesOthers = !settings.allUsers;
  const { containers, networks, volumes } = await removeLabelled([LABEL], { sparesOthers });
  const others = await othersContainers();
  const gone = [`${containers} containers`, `${networks} networks`, `${volumes} volumes`];
  if (settings.images && others === 0) gone.push(`${await removeImages()} images`);
  context.print(`removed ${gone.join(", ")}
`);
  if (others > 0) {
    const what = settings.images ? "and the images " : "";
    context.print(`${others} containers of other users ${what}stay; --all-users takes all
`);
  }
  return EXIT.ok;
}
async function othersContainers() {
  const { stdout } = await docker(["ps", "--all", "--quiet", "--filter", `label=${LABEL}`]);
  return stdout.split("\n").filter(Boolean).length;
}
async function removeImages() {
  const { stdout } = await docker(["images", "--all", "--format", "{{.Repository}}:{{.Tag}}"]);
  const ours = stdout.split("\n").filter((image) => image.startsWith(`${LABEL}/`));
  if (ours.length === 0) return 0;
  await docker(["image", "rm", "--force", ...ours], { timeout: 3e5 });
  return ours.length;
}
export {
  clean
};
