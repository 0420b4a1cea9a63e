import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  LABEL,
  docker,
  removeLabelled
} from "./chunk-GG6MSI2F.js";
import "./chunk-2IR3XKQ5.js";
import {
  EXIT
} from "./chunk-ULI3DSBC.js";
import "./chunk-YKIAVSG6.js";
import "./chunk-5XWL5JNG.js";

// src/cli/cleanCommand.ts
async function clean(settings, context) {
  const { containers, networks, volumes } = await removeLabelled(LABEL);
  const gone = [`${containers} containers`, `${networks} networks`, `${volumes} volumes`];
  if (settings.images) gone.push(`${await removeImages()} images`);
  context.print(`removed ${gone.join(", ")}
`);
  return EXIT.ok;
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
