import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RUN_LABEL,
  RUN_VARIABLE,
  USER_LABEL,
  detachLeft,
  docker,
  pause,
  userLabel
} from "./chunk-JQ64J7FM.js";
import {
  EXIT,
  PerfError,
  invalidError
} from "./chunk-HSULD6WJ.js";

// src/cluster/nodes.ts
var SHARED_DIR = "/srv/ganeti/shared-file-storage";
var execOn = (node, command, options = {}) => {
  const stdin = options.input === void 0 ? [] : ["--interactive"];
  return docker(["exec", ...stdin, node.container, ...command], options);
};
async function inBatches(items, size, work) {
  const queue = [...items];
  const errors = [];
  const worker = async () => {
    for (let item = queue.shift(); item !== void 0; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        errors.push(error);
        queue.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, worker));
  if (errors.length > 0) throw errors[0];
}

// src/cluster/orphans.ts
import { readdir, readFile } from "node:fs/promises";
async function killProcesses(runId) {
  const entry = `${RUN_VARIABLE}=${runId}`;
  let ended = 0;
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    if (!await belongs(pid, entry)) continue;
    try {
      process.kill(Number(pid), "SIGKILL");
      ended++;
    } catch {
    }
  }
  return ended;
}
async function belongs(pid, entry) {
  try {
    const environment = await readFile(`/proc/${pid}/environ`, "utf8");
    return environment.split("\0").includes(entry);
  } catch {
    return false;
  }
}

// src/model/chunks.ts
function chunks(items, size) {
  return Array.from(
    { length: Math.ceil(items.length / size) },
    (_, k) => items.slice(k * size, (k + 1) * size)
  );
}

// src/platform/process/until.ts
async function until(what, look, { deadline, sinceChange = false, interval = 200, signal }) {
  let end = performance.now() + deadline;
  let before;
  for (; ; ) {
    signal?.throwIfAborted();
    const seen = await look();
    if (seen === true) return;
    if (sinceChange && seen !== before) end = performance.now() + deadline;
    before = seen;
    if (performance.now() > end) {
      throw invalidError(`${what}: not after ${deadline / 1e3} s; last seen: ${seen}`);
    }
    await pause(interval, signal);
  }
}

// src/cluster/remove.ts
var REMOVE_CONTAINERS = ["rm", "--force", "--volumes"];
var GHOSTS = 3e4;
var GHOST = /has active endpoints/;
var REMEDY = "; where no container is left, restart the engine, and the next run removes it";
async function removeLabelled(labels, { deadline = 3e5, sparesOthers = false } = {}) {
  const own = userLabel();
  const filters = labels.flatMap((label) => ["--filter", `label=${label}`]);
  const list = async (...args) => {
    const id = args[0] === "volume" ? "{{.Name}}" : "{{.ID}}";
    const format = `${id} {{.Label "${USER_LABEL}"}}`;
    const { stdout } = await docker([...args, ...filters, "--format", format]);
    return stdout.split("\n").flatMap((line) => {
      const [name = "", user = ""] = line.split(" ");
      const isSpared = sparesOthers && user !== "" && `${USER_LABEL}=${user}` !== own;
      return name === "" || isSpared ? [] : [name];
    });
  };
  const remove = async (listed, removal, atOnce, within = deadline, again) => {
    const ids = await list(...listed);
    await inBatches(
      chunks(ids, atOnce),
      8,
      (some) => removeSurely(
        removal,
        some,
        async () => (await list(...listed)).filter((id) => some.includes(id)),
        within,
        again
      )
    );
    return ids.length;
  };
  const removeContainers = () => remove(["ps", "--all"], REMOVE_CONTAINERS, 4);
  let containers = await removeContainers();
  const removeLate = async () => {
    containers += await removeContainers();
  };
  await detachLeft();
  const volume = ["volume", "rm", "--force"];
  const volumes = await remove(["volume", "ls"], volume, 100, deadline, removeLate);
  const patience = Math.min(deadline, GHOSTS);
  const networks = await remove(["network", "ls"], ["network", "rm"], 100, patience, removeLate);
  return { containers, networks, volumes };
}
var RESTART = 3e4;
async function removeRun(runId, deadline) {
  const remove = () => removeLabelled([`${RUN_LABEL}=${runId}`], { deadline });
  try {
    return await remove();
  } catch (error) {
    const ended = await killProcesses(runId);
    const isBack = isLostEngine(error) && await comesBack();
    if (isBack) return remove();
    if (ended === 0) throw error;
    return { containers: ended, networks: 0, volumes: 0 };
  }
}
var isLostEngine = (error) => error instanceof PerfError && error.exitCode === EXIT.environment;
var comesBack = () => until("the engine to be back", answers, { deadline: RESTART, interval: 500 }).then(
  () => true,
  () => false
);
async function answers() {
  const { exitCode } = await docker(["version"], { timeout: 1e4, reject: false }).catch(() => ({
    exitCode: 1
  }));
  return exitCode === 0 || "no answer";
}
async function removeContainer(name) {
  await docker([...REMOVE_CONTAINERS, name], { reject: false });
}
async function removeNodes({ nodes, volume }) {
  const containers = nodes.map((node) => node.container);
  await inBatches(
    chunks(containers, 2),
    8,
    (some) => removeSurely(REMOVE_CONTAINERS, some, async () => {
      const names = some.flatMap((name) => ["--filter", `name=^/?${name}$`]);
      const { stdout } = await docker(["ps", "--all", "--quiet", ...names]);
      return stdout.split("\n").filter(Boolean);
    })
  );
  await detachLeft();
  await docker(["volume", "rm", "--force", volume]);
}
async function removeSurely(removal, names, listLeft, deadline = 3e5, again) {
  const look = async () => {
    const options = { reject: false };
    const { exitCode, stderr } = await docker([...removal, ...names], options);
    if (exitCode === 0 || (await listLeft()).length === 0) return true;
    await again?.();
    return `${stderr.trim().replaceAll("\n", "; ")}${GHOST.test(stderr) ? REMEDY : ""}`;
  };
  await until(`the removal of ${names.join(" and ")}`, look, { deadline });
}

export {
  until,
  SHARED_DIR,
  execOn,
  inBatches,
  chunks,
  removeLabelled,
  removeRun,
  removeContainer,
  removeNodes
};
