import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  exec,
  getExecOutput,
  getState,
  info,
  warning
} from "./chunks/chunk-FKADNPDV.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/action/cleanup.ts
async function cleanUp() {
  Reflect.deleteProperty(process.env, "INPUT_TOKEN");
  const runId = getState("run");
  if (!/^[0-9a-z-]{1,40}$/.test(runId)) return;
  const filter = `label=ganeti-perf.run=${runId}`;
  const found = await remove(["ps", "--all", "--quiet"], ["rm", "--force", "--volumes"], filter);
  if (found) {
    const { detachLeft } = await import("./chunks/leftVolumes-3MNPS63Z.js");
    await detachLeft();
  }
  await remove(["volume", "ls", "--quiet"], ["volume", "rm", "--force"], filter);
  await remove(["network", "ls", "--quiet"], ["network", "rm"], filter);
}
async function remove(list, rm, filter) {
  const quiet = { ignoreReturnCode: true, silent: true };
  const { stdout } = await getExecOutput("docker", [...list, "--filter", filter], quiet);
  const found = stdout.split("\n").filter((id) => id !== "");
  if (found.length === 0) return false;
  info(`removing what the run left: docker ${rm.join(" ")} ${found.join(" ")}`);
  await exec("docker", [...rm, ...found], { ignoreReturnCode: true });
  return true;
}
try {
  await cleanUp();
} catch (error) {
  warning(`could not clean up: ${error instanceof Error ? error.message : String(error)}`);
}
