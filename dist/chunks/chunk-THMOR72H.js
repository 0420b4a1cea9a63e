import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SHARED_DIR,
  chunks,
  execOn,
  inBatches,
  removeLabelled,
  removeNodes,
  removeRun,
  until
} from "./chunk-FAXXC353.js";
import {
  AS_GIT_KEEPS_AND_SETUID,
  KEPT_LABEL,
  LABEL,
  OWNER_LABEL,
  RUN_LABEL,
  aptInstall,
  buildImage,
  containerOptions,
  deniedError,
  detachLeft,
  diskCommand,
  disksInUse,
  docker,
  engineMark,
  ensureBaseImage,
  ensureImage,
  findImage,
  findProgram,
  hashContext,
  imageId,
  imageReference,
  labels,
  newRunId,
  nodeRights,
  onAbort,
  pause,
  prefixed,
  readBlockNumbers,
  refuseFullDisk,
  rootPrefix,
  run,
  spawn,
  userLabel,
  withArchive,
  withLocalLock
} from "./chunk-JQ64J7FM.js";
import {
  topologyFor,
  topologyOf
} from "./chunk-AVMGVZHM.js";
import {
  parseCalibration
} from "./chunk-OQH6SHCG.js";
import {
  grouped
} from "./chunk-CVHPNJED.js";
import {
  sourceName
} from "./chunk-L3PENX4O.js";
import {
  ProcessError,
  lastWords,
  tailLines
} from "./chunk-4XPSXIGN.js";
import {
  explainIssue,
  seen,
  validated
} from "./chunk-LAUIYLMP.js";
import {
  array,
  boolean,
  candidatesOf,
  hasVolumes,
  int,
  literal,
  looseObject,
  object,
  record,
  string,
  tuple,
  union,
  unknown
} from "./chunk-SHGZJK5N.js";
import {
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf
} from "./chunk-TSNSTRFB.js";
import {
  environmentError,
  invalidError,
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";

// src/platform/process/disposal.ts
async function takeDown(disposal, log) {
  const dispose = () => disposal.dispose();
  await (disposal.isEmpty() ? dispose() : log.phase("take everything down", dispose));
}
var DEFAULT_TIMEOUT = 5 * 6e4;
function createDisposal(log, initial = []) {
  const stack = [...initial];
  const failures = [];
  let disposed = false;
  let draining;
  const drain = async () => {
    for (let next = stack.pop(); next !== void 0; next = stack.pop()) {
      try {
        await within(next);
      } catch (error) {
        failures.push({ name: next.name, error });
        log.warn(`could not undo ${next.name}: ${sentence(error)}`);
      }
    }
  };
  const dispose = async () => {
    disposed = true;
    draining ??= drain().finally(() => draining = void 0);
    await draining;
    return failures;
  };
  return {
    add(name, disposer, timeout = DEFAULT_TIMEOUT) {
      stack.push({ name, dispose: disposer, timeout });
      if (disposed) void dispose();
    },
    dispose,
    move: () => createDisposal(log, stack.splice(0)),
    isEmpty: () => stack.length === 0
  };
}
async function within({ dispose, timeout }) {
  let timer;
  const late = new Promise((_, reject) => {
    const tooLate = () => reject(new Error(`not done after ${timeout / 1e3} s`));
    timer = setTimeout(tooLate, timeout);
  });
  try {
    await Promise.race([dispose(), late]);
  } finally {
    clearTimeout(timer);
  }
}
var sentence = (error) => error instanceof Error ? error.message : String(error);

// src/platform/engine/engineStart.ts
import { existsSync } from "node:fs";
import { readFile as readFile2 } from "node:fs/promises";

// src/platform/engine/engineProbe.ts
var PATIENCE = 6e4;
var FORMAT = "{{.Server.Version}}{{range .Server.Components}}|{{.Name}}{{end}}";
async function probeEngine(signal) {
  try {
    const args = ["version", "--format", FORMAT];
    const { stdout } = await run("docker", args, { timeout: PATIENCE, signal });
    const [version = "", ...components] = stdout.trim().split("|");
    if (version === "") return { kind: "silent", detail: "docker version names no server" };
    if (components.some((name) => PODMAN.test(name))) return { kind: "podman", version };
    return { kind: "ready", version };
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    return failedProbe(error, signal);
  }
}
var PODMAN = /^podman\b/i;
var OTHER_PROTOCOL = /client version \S+ is too (?:new|old)/i;
async function failedProbe(error, signal) {
  if (error.end.failure?.includes("ENOENT")) return { kind: "no-client" };
  if (OTHER_PROTOCOL.test(error.stderr)) return { kind: "refusing", detail: error.short };
  if (/permission denied/i.test(error.stderr)) return { kind: "denied", detail: error.short };
  const named2 = await run("docker", ["--version"], { timeout: PATIENCE, reject: false, signal });
  const [, podman] = /^podman version (\S+)/im.exec(named2.stdout) ?? [];
  if (podman !== void 0) return { kind: "podman", version: podman };
  return { kind: "silent", detail: error.short };
}

// src/platform/engine/engineRemains.ts
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
var PATHS = {
  enginePid: "/var/run/docker.pid",
  containerdPid: "/var/run/docker/containerd/containerd.pid",
  containerdSocket: "/var/run/docker/containerd/containerd.sock",
  systemContainerdSocket: "/run/containerd/containerd.sock"
};
async function runningEngine(paths = PATHS) {
  return ifRunning(await readPid(paths.enginePid), "dockerd");
}
async function clearRemains({ prefix, log, signal }, paths = PATHS) {
  const remains = [];
  if (await readPid(paths.enginePid) !== void 0) remains.push(paths.enginePid);
  const containerd = await readPid(paths.containerdPid);
  if (containerd !== void 0) {
    const orphan = await ifRunning(containerd, "containerd");
    if (orphan !== void 0) {
      log.info(`ending containerd (process ${orphan}), left behind by an engine that was killed`);
      await end(orphan, prefix, signal);
    }
    remains.push(paths.containerdPid, paths.containerdSocket);
  }
  if (await isDeaf(paths.systemContainerdSocket)) remains.push(paths.systemContainerdSocket);
  if (remains.length === 0) return;
  log.info(`removing what a killed engine left behind: ${remains.join(" ")}`);
  await asRoot(prefix, ["rm", "-f", "--", ...remains], signal);
}
async function end(pid, prefix, signal) {
  for (const [name, patience] of [["TERM", 5e3], ["KILL", 2e3]]) {
    await asRoot(prefix, ["kill", "-s", name, "--", String(pid)], signal);
    for (let waited = 0; waited < patience; waited += 100) {
      if (await ifRunning(pid, "containerd") === void 0) return;
      await sleep(100);
    }
  }
}
async function asRoot(prefix, command, signal) {
  await run(...prefixed(prefix, command), { timeout: 1e4, reject: false, signal });
}
async function readPid(path) {
  const content = await readFile(path, "utf8").catch(() => "");
  const pid = Number.parseInt(content, 10);
  return pid > 1 ? pid : void 0;
}
async function ifRunning(pid, name) {
  if (pid === void 0) return void 0;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const isName = /^Name:\t(.*)$/m.exec(status)?.[1] === name;
  return isName && !/^State:\t[ZX]/m.test(status) ? pid : void 0;
}
async function isDeaf(path) {
  const socket = createConnection(path);
  try {
    await once(socket, "connect");
    return false;
  } catch (error) {
    return error.code === "ECONNREFUSED";
  } finally {
    socket.destroy();
  }
}

// src/platform/engine/engineStart.ts
var ENGINE_LOG = "/var/log/ganeti-perf-dockerd.log";
var PATIENCE2 = 5 * 6e4;
async function startEngine({ log, signal }) {
  const prefix = await rootPrefix(signal);
  const systemd = existsSync("/run/systemd/system");
  if (prefix === void 0) {
    const command = systemd ? "sudo systemctl start docker" : "sudo dockerd &";
    throw environmentError(
      `Docker's engine does not run, and this user may not start it; run: ${command}`
    );
  }
  await log.phase("start Docker's engine", async () => {
    if (systemd && await startUnit(prefix, signal)) return awaitAnswer("systemd", signal);
    const running = await runningEngine();
    if (running !== void 0) {
      log.info(`dockerd runs already (process ${running}) but does not answer yet: waiting for it`);
      return awaitAnswer(running, signal);
    }
    await clearRemains({ prefix, log, signal });
    log.info(`starting dockerd in the background; its log: ${ENGINE_LOG}`);
    return awaitAnswer(await startInBackground(prefix, signal), signal);
  });
}
async function startUnit(prefix, signal) {
  try {
    const start = prefixed(prefix, ["systemctl", "start", "docker"]);
    await run(...start, { timeout: 2 * PATIENCE2, signal });
    return true;
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    if (/not found|not loaded/i.test(error.stderr)) return false;
    const journal = ["-u", "docker", "-n", "15", "--no-pager", "-o", "cat"];
    const { stdout } = await run("journalctl", journal, { reject: false, signal });
    const message = `systemd could not start Docker: ${error.short}; see: journalctl -u docker`;
    throw environmentError(withLines(message, stdout), { cause: error });
  }
}
async function startInBackground(prefix, signal) {
  const dockerd = findProgram("dockerd");
  if (dockerd === void 0) throw environmentError("Docker's engine 'dockerd' is nowhere in PATH");
  const script = 'PATH=$PATH:/usr/sbin:/sbin setsid "$1" >"$2" 2>&1 </dev/null & echo $!';
  const shell = prefixed(prefix, ["sh", "-c", script, "sh", dockerd, ENGINE_LOG]);
  const { stdout } = await run(...shell, { timeout: 12e4, signal });
  return Number(stdout);
}
async function awaitAnswer(engine, signal) {
  const until2 = performance.now() + PATIENCE2;
  let said = "it ended at once";
  while (performance.now() < until2) {
    const state = await probeEngine(signal);
    if (state.kind !== "silent" && state.kind !== "no-client") return;
    said = state.kind === "silent" ? state.detail : "there is no 'docker' command";
    const gone = engine !== "systemd" && !existsSync(`/proc/${engine}`);
    if (gone && await runningEngine() === void 0)
      throw await failed("dockerd ended at once; mend what it says, then try again");
    await pause(250, signal);
  }
  throw await failed(`Docker's engine does not answer after ${PATIENCE2 / 1e3} s (${said})`);
}
async function failed(message) {
  const written = await readFile2(ENGINE_LOG, "utf8").catch(() => "");
  return environmentError(withLines(`${message}; its log: ${ENGINE_LOG}`, written));
}
var withLines = (message, output) => [message, ...tailLines(output, 15).map((line) => `  ${line}`)].join("\n");

// src/platform/engine/engine.ts
async function ensureEngine({ log, signal }) {
  const found = await probeEngine(signal);
  if (found.kind === "ready") {
    log.debug(`Docker ${found.version} answers`);
    return;
  }
  refuseUnusable(found);
  refuseElsewhere(found);
  await withLocalLock("docker", { log, signal }, async () => {
    await installMissing({ log, signal });
    const now = await probeEngine(signal);
    refuseUnusable(now);
    if (now.kind !== "ready") await startEngine({ log, signal });
  });
  const state = await probeEngine(signal);
  refuseUnusable(state);
  if (state.kind !== "ready") {
    throw environmentError(
      `Docker was started but does not answer (${explain(state)}); see: docker version`
    );
  }
  log.info(`Docker ${state.version} is up`);
}
function refuseUnusable(state) {
  if (state.kind === "denied") throw deniedError(state.detail);
  if (state.kind === "refusing") {
    throw environmentError(
      `Docker's engine does not speak its client's version of the API (${state.detail}); ` + (process.env["DOCKER_API_VERSION"] ? "let them agree on one: unset DOCKER_API_VERSION" : "install a client and an engine of the same age; see: docker version")
    );
  }
  if (state.kind === "podman") {
    throw environmentError(
      `'docker' is podman ${state.version} here, and a cluster under tracing needs Docker's own engine; nothing was installed, as that could remove podman: use a machine with Docker, or put Docker's client first in PATH and its engine into DOCKER_HOST`
    );
  }
}
function refuseElsewhere(state) {
  for (const name of ["DOCKER_HOST", "DOCKER_CONTEXT"]) {
    const value = process.env[name];
    if (!value || value === "default") continue;
    throw environmentError(
      `${name} is '${value}', and no Docker engine answers there (${explain(state)}); start that engine, or use the one of this machine: unset ${name}`
    );
  }
}
async function installMissing(context) {
  if (findProgram("dockerd") === void 0) {
    await aptInstall(["docker.io", "iptables"], "Docker's engine is not installed", context);
  }
  if (findProgram("docker") === void 0) {
    await aptInstall(["docker-cli"], "Docker's command line is not installed", context);
  }
}
function explain(state) {
  if (state.kind === "no-client") return "there is no 'docker' command";
  return "version" in state ? `version ${state.version}` : state.detail;
}

// src/cluster/daemons.ts
import { cpus } from "node:os";

// src/cluster/luxi.ts
var LUXI_CLIENT = `import socket, sys
s = socket.socket(socket.AF_UNIX)
s.settimeout(int(sys.argv[1]))
s.connect("/var/run/ganeti/socket/ganeti-query")
for request in sys.argv[2:]:
    s.sendall(request.encode() + b"\\3")
    answer = b""
    while not answer.endswith(b"\\3"):
        part = s.recv(65536)
        if not part: sys.exit("luxid did not answer")
        answer += part
    print(answer[:-1].decode())
    if answer.startswith(b'{"success":false'): break`;
var luxiRequest = (method, args) => JSON.stringify({ method, args });
var AnswerSchema = object({ success: boolean(), result: unknown() });
async function askLuxid(master, requests, signal) {
  const command = ["python3", "-I", "-S", "-c", LUXI_CLIENT, "240", ...requests];
  const { stdout } = await execOn(master, command, { signal });
  const lines = stdout.split("\n").filter(Boolean);
  return requests.map((request, k) => {
    const answer = AnswerSchema.parse(JSON.parse(lines[k] ?? "null"));
    if (answer.success) return answer.result;
    throw invalidError(`luxid refuses ${request}: ${JSON.stringify(answer.result)}`);
  });
}

// src/cluster/daemons.ts
var DAEMON_UTIL = "/usr/lib/ganeti/daemon-util";
var ENSURE_DIRS = "/usr/lib/ganeti/ensure-dirs";
var QUEUE = "/var/lib/ganeti/queue";
var PREPARE = `set -e; ${ENSURE_DIRS}() { :; }; . ${DAEMON_UTIL} list-start-daemons > /dev/null; `;
var OWN_QUEUE = `for f in ${QUEUE}/lock ${QUEUE}/serial; do touch $f; chown --reference=${QUEUE}/version $f; chmod --reference=${QUEUE}/version $f; done; `;
var MASTER_ONLY = "ganeti-wconfd|ganeti-rapi|ganeti-luxid";
var START_ON_NODE = `${PREPARE}${OWN_QUEUE}start ganeti-noded & n=$!; for d in $(list_start_daemons); do case $d in ganeti-noded|${MASTER_ONLY}) ;; *) start "$d";; esac; done; wait $n`;
var look = (names) => {
  const script = 'ip -o addr; python3 -I -S -c "$1" 20 "$2"';
  const request = luxiRequest("QueryInstances", [names, ["name", "pnode", "oper_state"], false]);
  return ["sh", "-c", script, "sh", LUXI_CLIENT, request];
};
var START_ON_MASTER = `${PREPARE} ip addr replace "$1/32" dev eth0 label eth0:0; start ganeti-wconfd; start ganeti-rapi & r=$!; start ganeti-luxid; wait $r`;
var AnswerSchema2 = object({
  success: literal(true),
  result: array(tuple([string(), string(), boolean().nullable()]))
});
async function stopDaemons(plan, signal) {
  await settleConfiguration(plan, signal);
  await inBatches(plan.nodes, 8, (node) => execOn(node, [DAEMON_UTIL, "stop-all"], { signal }));
}
async function settleConfiguration({ master }, signal) {
  for (const verb of ["stop", "start"]) {
    await execOn(master, [DAEMON_UTIL, verb, "ganeti-wconfd"], { signal });
  }
  await execOn(master, ["gnt-debug", "wconfd", "flushconfig"], { signal });
}
var AT_ONCE = Math.max(2, cpus().length);
async function startDaemons(plan, signal, special = []) {
  const { nodes, master, clusterAddress } = plan;
  const options = { signal };
  const environmentOf = (node) => {
    const own = special.filter(({ everywhere }) => everywhere || node === master);
    return own.length > 0 ? ["env", ...own.map(argumentsOf)] : [];
  };
  await inBatches(
    nodes,
    AT_ONCE,
    (node) => execOn(node, [...environmentOf(node), "bash", "-c", START_ON_NODE], options)
  );
  const start = ["bash", "-c", START_ON_MASTER, "bash", clusterAddress];
  const onMaster = [...environmentOf(master), ...start];
  await execOn(master, onMaster, options);
  const wait = { deadline: 3e5, interval: 50, signal };
  await until("the cluster to come up", () => isUp(plan, signal), wait);
}
async function tellHeaps({ master }, args, signal) {
  const lines = args.map((name) => `${name}="$${name} +RTS -S -RTS"`);
  const script = 'for l; do printf "%s\\n" "$l"; done >> /etc/default/ganeti';
  if (lines.length > 0) await execOn(master, ["sh", "-c", script, "sh", ...lines], { signal });
}
async function startDaemon({ master }, name, signal) {
  const { exitCode, stdout, stderr } = await execOn(master, [DAEMON_UTIL, "start", name], {
    signal,
    reject: false
  });
  if (exitCode === 0) return;
  const said = `${stdout}
${stderr}`.trim().split("\n").at(-1) ?? "";
  throw invalidError(`${name} does not start on ${master.name} (exit status ${exitCode}): ${said}`);
}
async function stopDaemon({ master }, name, signal) {
  const script = `${PREPARE} start-stop-daemon --stop --quiet --retry TERM/120 --pidfile "$(_daemon_pidfile "ganeti-$1")" --name "ganeti-$1"`;
  const { exitCode } = await execOn(master, ["bash", "-c", script, "bash", name], {
    ...{ signal, timeout: 18e4, reject: false }
  });
  if (exitCode !== 0) throw invalidError(`${name} did not end within two minutes of its SIGTERM`);
}
var argumentsOf = ({ daemon, runtime }) => `EXTRA_${daemon.toUpperCase()}_ARGS=+RTS ${runtime.join(" ")} -RTS`;
async function makeProfiles({ master }, daemon, suffixes, signal) {
  const script = `${PREPARE} owner=$(_daemon_usergroup "$1"); shift; for f; do : > "$f"; chmod 600 "$f"; chown "$owner" "$f"; done`;
  const files = suffixes.map((suffix) => profileOf(daemon, suffix));
  await execOn(master, ["bash", "-c", script, "bash", daemon, ...files], { signal });
}
var profileOf = (daemon, suffix) => `/ganeti-${daemon}.${suffix}`;
async function isUp(plan, signal) {
  try {
    const { stdout } = await execOn(plan.master, look(asked(plan)), { signal, timeout: 3e4 });
    if (!stdout.includes(`${plan.clusterAddress}/`)) return "the master has no master address";
    const running = runningInstances(stdout.split("\n").at(-1) ?? "");
    if (running === void 0) return "luxid does not list the instances";
    const missing = plan.instances.find(({ name, primary }) => running.get(name) !== primary);
    return missing === void 0 || `${missing.name} is not running on ${missing.primary}`;
  } catch (error) {
    if (error instanceof ProcessError && !error.end.aborted) return error.short;
    throw error;
  }
}
var asked = ({ instances, configInstances }) => configInstances.length === 0 ? [] : [...instances.map(({ name }) => name), ...configInstances.slice(0, 1)];
function runningInstances(answer) {
  const parsed = AnswerSchema2.safeParse(tryJson(answer));
  if (!parsed.success) return void 0;
  return new Map(parsed.data.result.flatMap(([name, node, runs]) => runs ? [[name, node]] : []));
}
function tryJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

// src/cluster/containerTestbed.ts
import { arch, cpus as cpus2, release, totalmem } from "node:os";

// src/platform/process/together.ts
async function together(context, works) {
  const failed2 = new AbortController();
  const { signal } = context;
  const letGo = signal && onAbort(signal, () => failed2.abort(signal.reason));
  const linked = { ...context, signal: failed2.signal };
  let first;
  const running = works.map(async (work) => {
    try {
      return await work(linked);
    } catch (error) {
      first ??= { error };
      failed2.abort(error);
      throw error;
    }
  });
  const ended = await Promise.allSettled(running);
  letGo?.();
  if (first) throw first.error;
  return ended.map((end2) => end2.status === "fulfilled" ? end2.value : void 0);
}

// src/cluster/calibrate.ts
import { readFile as readFile3 } from "node:fs/promises";
import { join } from "node:path";
async function calibrate({ runId, image, labels: labels2 }, { log, signal }) {
  const input = await readFile3(join(projectRoot(), "probes", "calibrate.py"), "utf8");
  const { stdout, stderr, exitCode } = await docker(
    [
      // As the nodes are started, but for their network: how long a system call takes depends on it.
      ...["run", "--rm", "--interactive", "--init", "--pull", "never", "--network", "none"],
      ...["--ulimit", "nofile=1024:4096"],
      ...containerOptions(runId, labels2),
      ...[image, "python3", "-"]
    ],
    { input, signal, reject: false, maxBuffer: 64 * 1024 }
  );
  const calibration = exitCode === 0 ? parseCalibration(stdout) : void 0;
  if (calibration) return calibration;
  const [why = ""] = stderr.trim().split("\n").slice(-1);
  log.warn(
    `how fast this machine is could not be seen in the image '${image}' (exit status ${exitCode}${why === "" ? "" : `, ${why}`}): times will be shown without it`
  );
  return {};
}

// src/cluster/config/niceOrder.ts
var collator = new Intl.Collator("en", { numeric: true });
var niceOrder = (a, b) => collator.compare(a, b);

// src/cluster/config/ssconf.ts
var MAX_SSCONF = 128 * 1024;
function instanceListOf(names) {
  const text = linesOf(names.toSorted(niceOrder));
  if (text.length <= MAX_SSCONF) return text;
  throw usageError(
    `the names of ${names.length} instances take ${text.length} bytes, and Ganeti refuses a list of more than ${MAX_SSCONF}: take less of --config-instances or --instances`
  );
}
function nodeListsOf(configuration2) {
  const nodes = Object.values(configuration2.nodes).toSorted((a, b) => niceOrder(a.name, b.name));
  const lists = {
    node_list: nodes.map(({ name }) => name),
    node_primary_ips: nodes.map(({ name, primary_ip: address }) => `${name} ${address}`),
    node_secondary_ips: nodes.map(({ name, secondary_ip: address }) => `${name} ${address}`),
    // As Haskell shows a truth.
    node_vm_capable: nodes.map(({ name, vm_capable: is }) => `${name}=${is ? "True" : "False"}`),
    offline_nodes: nodes.filter(({ offline }) => offline).map(({ name }) => name),
    online_nodes: nodes.filter(({ offline }) => !offline).map(({ name }) => name),
    ssh_ports: nodes.map((node) => `${node.name}=${sshPortOf(node, configuration2)}`)
  };
  return new Map(
    Object.entries(lists).map(([name, lines]) => [`ssconf_${name}`, linesOf(lines)])
  );
}
var linesOf = (lines) => lines.map((line) => `${line}
`).join("");
function sshPortOf({ ndparams, group }, { nodegroups, cluster }) {
  const levels = [ndparams, nodegroups[group]?.ndparams, cluster.ndparams];
  return levels.map((params) => params?.ssh_port).find((port) => port !== void 0) ?? SSH_PORT;
}
var SSH_PORT = 22;

// src/cluster/config/identities.ts
import { createHash } from "node:crypto";
function copyUuid(uuid, index) {
  const digest = createHash("sha256").update(`${uuid} ${index}`).digest();
  digest[6] = 64 | (digest[6] ?? 0) & 15;
  digest[8] = 128 | (digest[8] ?? 0) & 63;
  return digest.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
function macAfter(mac, steps) {
  const bytes = mac.split(":");
  const suffix = (Number.parseInt(bytes.slice(3).join(""), 16) + steps) % 2 ** 24;
  const hex = suffix.toString(16).padStart(6, "0");
  return [...bytes.slice(0, 3), ...hex.match(/../g) ?? []].join(":");
}
function addressAfter(address, steps) {
  const bytes = address.split(".").map(Number);
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0) + steps;
  if (bytes.length !== 4 || !Number.isInteger(value) || value >= 2 ** 32) {
    throw new RangeError(`there is no IPv4 address ${steps} after '${address}'`);
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

// src/cluster/config/configNodes.ts
var changesOf = ({ isOffline }) => isOffline ? 2 : 1;
var changesOfNodes = (added) => added.reduce((sum, node) => sum + changesOf(node), 0);
function nodesLikeLast({ nodes, nodegroups }, added) {
  const template = Object.values(nodes).toSorted((a, b) => niceOrder(a.name, b.name)).at(-1);
  if (!template) throw new RangeError("the configuration has no node");
  const groupOf = ({ name, group }) => {
    if (group === void 0) return template.group;
    const [uuid] = Object.entries(nodegroups).find(([, one]) => one.name === group) ?? [];
    if (uuid === void 0) throw new RangeError(`there is no node group '${group}' for '${name}'`);
    return uuid;
  };
  return Object.fromEntries(
    added.map((node, k) => {
      const { name, address, isOffline } = node;
      const uuid = copyUuid(template.uuid, k + 1);
      const own = { name, uuid, primary_ip: address, secondary_ip: address, group: groupOf(node) };
      const state = { offline: isOffline, master_candidate: false, drained: false };
      return [uuid, { ...template, ...own, ...state, serial_no: changesOf(node) }];
    })
  );
}
var configNodes = (count, nameOf) => Array.from({ length: count }, (_, k) => ({
  name: nameOf(k + 1),
  address: addressAfter("198.18.0.0", k + 1),
  isOffline: true
}));

// src/cluster/config/configText.ts
function configText(value) {
  if (Array.isArray(value)) return `[${value.map(configText).join(",")}]`;
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return objectText(Object.entries(value).map(([key, one]) => [key, configText(one)]));
}
var objectText = (entries) => `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",")}}`;
var EXPONENT_FROM = 1e7;
var numberText = (value) => Number.isInteger(value) || Math.abs(value) < EXPONENT_FROM ? String(value) : value.toExponential().replace("e+", "e");

// src/cluster/config/schema.ts
var NodeParameters = looseObject({ ssh_port: int().optional() }).optional();
var ConfigurationSchema = looseObject({
  cluster: looseObject({ serial_no: int(), ndparams: NodeParameters }),
  nodegroups: record(string(), looseObject({ name: string(), ndparams: NodeParameters })),
  nodes: record(
    string(),
    looseObject({
      name: string(),
      uuid: string(),
      primary_ip: string(),
      secondary_ip: string(),
      group: string(),
      ndparams: NodeParameters,
      master_candidate: boolean(),
      offline: boolean(),
      drained: boolean(),
      vm_capable: boolean()
    })
  ),
  instances: record(
    string(),
    looseObject({
      name: string(),
      serial_no: int(),
      primary_node: string(),
      disks: array(union([string(), looseObject({})])),
      nics: array(
        looseObject({
          mac: string(),
          ip: string().nullish(),
          network: string().nullish()
        })
      )
    })
  ),
  disks: record(string(), looseObject({})).optional(),
  serial_no: int()
});
function parseConfiguration(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error;
    throw noConfiguration(
      `it is not whole JSON (${text.length} characters, ${seen(message)})`,
      error
    );
  }
  const read = validated(ConfigurationSchema, value);
  if (read.success) return value;
  const [issue] = read.error.issues;
  throw noConfiguration(issue ? explainIssue(issue, value) : "not what Ganeti writes", read.error);
}
var noConfiguration = (reason, cause) => invalidError(`the config.data that this Ganeti wrote cannot be read: ${reason}`, { cause });

// src/text/pattern.ts
var literalPattern = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// src/cluster/config/template.ts
var UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
function templateOf(configuration2, name, besides = []) {
  const { nodes, instances, disks = {} } = configuration2;
  const [uuid, instance] = Object.entries(instances).find(([, one]) => one.name === name) ?? [];
  if (uuid === void 0 || !instance) throw new RangeError(`there is no instance '${name}'`);
  refuseUnique(instance);
  const slots = slotsOf(configuration2, instance);
  const text = (value) => withSlots(configText(value), slots);
  const named2 = { instance: text(uuid), value: text(instance) };
  const ownDisks = instance.disks.flatMap((disk) => {
    if (typeof disk !== "string") return [];
    const value = disks[disk];
    if (!value) throw new RangeError(`the disk '${disk}' of '${name}' is not there`);
    return [{ key: text(disk), value: text(value) }];
  });
  const usable = placesFrom(nodes, instance.primary_node, new Set(besides));
  return {
    copies(names) {
      const copies = names.map((copyName, k) => {
        const primary = usable[(k + 1) % usable.length] ?? instance.primary_node;
        return { index: k + 1, name: copyName, primary };
      });
      const member = (key, value, copy) => [
        JSON.parse(key(copy)),
        value(copy)
      ];
      return {
        instances: copies.map((copy) => member(named2.instance, named2.value, copy)),
        disks: ownDisks.flatMap(({ key, value }) => copies.map((copy) => member(key, value, copy))),
        changes: instance.serial_no
      };
    }
  };
}
function refuseUnique(instance) {
  const { name, nics, network_port: port } = instance;
  if (nics.some(({ network }) => network)) {
    throw new RangeError(`'${name}' is in a network, whose addresses belong to one instance each`);
  }
  if (typeof port === "number") {
    throw new RangeError(`'${name}' has the port ${port}, which belongs to one instance`);
  }
}
function slotsOf({ nodes, disks = {} }, instance) {
  const { name, nics, primary_node: primary } = instance;
  const slots = /* @__PURE__ */ new Map();
  const own = [
    instance,
    ...instance.disks.map((disk) => typeof disk === "string" ? disks[disk] : disk)
  ];
  for (const uuid of new Set(configText(own).match(UUID))) {
    if (uuid === primary) continue;
    if (Object.hasOwn(nodes, uuid)) {
      throw new RangeError(`'${name}' has a disk on a second node, as DRBD, which is not copied`);
    }
    slots.set(uuid, ({ index }) => copyUuid(uuid, index));
  }
  slots.set(primary, (copy) => copy.primary);
  slots.set(`"name":${JSON.stringify(name)}`, (copy) => `"name":${JSON.stringify(copy.name)}`);
  slots.set(`/${name}/`, (copy) => `/${copy.name}/`);
  for (const { mac, ip } of nics) {
    slots.set(mac, ({ index }) => macAfter(mac, index));
    if (ip) slots.set(`"${ip}"`, ({ index }) => `"${addressAfter(ip, index)}"`);
  }
  return slots;
}
function withSlots(text, slots) {
  const literals = [...slots.keys()].map(literalPattern);
  const parts = text.split(new RegExp(`(${literals.join("|")})`)).map((part) => slots.get(part) ?? part);
  return (copy) => parts.map((part) => typeof part === "string" ? part : part(copy)).join("");
}
function placesFrom(nodes, first, besides) {
  const usable = Object.entries(nodes).filter(
    ([uuid, { offline, drained, vm_capable: capable }]) => capable && !drained && (!offline || besides.has(uuid))
  ).toSorted(([, a], [, b]) => niceOrder(a.name, b.name)).map(([uuid]) => uuid);
  const at = Math.max(usable.indexOf(first), 0);
  return [...usable.slice(at), ...usable.slice(0, at)];
}

// src/cluster/config/grow.ts
function growConfiguration(text, growth) {
  const before = parseConfiguration(text);
  try {
    return grown(before, growth);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalidError(`the config.data that this Ganeti wrote cannot grow: ${error.message}`, {
      cause: error
    });
  }
}
function grown(before, { template, instances: names = [], nodes: more = [] }) {
  const added = nodesLikeLast(before, more);
  const configuration2 = { ...before, nodes: { ...before.nodes, ...added } };
  const copies = template === void 0 ? { instances: [], disks: [], changes: 0 } : templateOf(configuration2, template, Object.keys(added)).copies(names);
  const all = [...Object.values(before.instances).map(({ name }) => name), ...names];
  return {
    config: grownText(before, added, changesOfNodes(more), copies),
    ssconf: new Map([
      ["ssconf_instance_list", instanceListOf(all)],
      ...more.length > 0 ? nodeListsOf(configuration2) : []
    ]),
    masterCandidates: Object.values(before.nodes).flatMap(
      (node) => node.master_candidate ? [node.name] : []
    )
  };
}
function grownText(before, added, nodeChanges, copies) {
  const { nodes, instances, disks, cluster, serial_no: serial } = before;
  const changes = nodeChanges + copies.instances.length * copies.changes;
  const addedTexts = Object.entries(added).map(([uuid, node]) => [uuid, configText(node)]);
  const changed = new Map([
    ["nodes", merged(nodes, addedTexts)],
    ["instances", merged(instances, copies.instances)],
    ...disks ? [["disks", merged(disks, copies.disks)]] : [],
    ["cluster", configText({ ...cluster, serial_no: cluster.serial_no + nodeChanges })],
    ["serial_no", configText(serial + changes)]
  ]);
  return objectText(
    Object.entries(before).map(([key, value]) => [key, changed.get(key) ?? configText(value)])
  );
}
function merged(there, added) {
  const texts = Object.entries(there).map(([uuid, one]) => [uuid, configText(one)]);
  return objectText([...texts, ...added].sort(([a], [b]) => a < b ? -1 : 1));
}

// src/cluster/storage.ts
var VG = "xenvg";
var HELPER = "/bin/true";
var STORAGE = "ganeti-perf-storage";
var DRBD_STATE = `${SHARED_DIR}/.ganeti-perf-drbd/drbd.json`;
var ENABLED = {
  sharedfile: "sharedfile,diskless",
  diskless: "diskless,sharedfile",
  file: "file,sharedfile,diskless",
  plain: "plain,sharedfile,diskless",
  drbd: "drbd,plain,sharedfile,diskless"
};
var storageOptions = (diskTemplate) => [
  ...["--enabled-disk-templates", ENABLED[diskTemplate]],
  ...hasVolumes(diskTemplate) ? ["--vg-name", VG] : [],
  ...diskTemplate === "drbd" ? ["--drbd-usermode-helper", HELPER] : []
];
var disksOf = (diskTemplate) => diskTemplate === "diskless" ? [] : [{ size: hasVolumes(diskTemplate) ? 128 : 4 }];
var isReal = ({ topology, storage }) => hasVolumes(topology.diskTemplate) && storage === "real";
async function withStorage(node, plan, context) {
  if (!hasVolumes(plan.topology.diskTemplate)) return node;
  const name = isReal(plan) ? "lvm" : "storage";
  const recipe = { name, context: name, base: node.reference, network: "none" };
  return { ...node, ...await ensureImage(recipe, context) };
}
var storageRights = async (plan) => isReal(plan) ? nodeRights() : [];
async function installStorage(plan, signal) {
  if (!hasVolumes(plan.topology.diskTemplate)) return;
  const engine = isReal(plan) ? await engineMark(signal) : void 0;
  await inBatches(
    plan.nodes,
    4,
    (node) => execOn(node, engine ? diskCommand("form", node, engine) : [STORAGE, "install"], { signal })
  );
}
async function bootStorage(plan, signal) {
  if (!hasVolumes(plan.topology.diskTemplate)) return () => [];
  if (!isReal(plan)) return () => [`${STORAGE} boot`];
  const engine = await engineMark(signal);
  return (node) => [diskCommand("restore", node, engine).join(" ")];
}
var storageAddresses = ({ topology }) => topology.diskTemplate === "drbd" ? [DRBD_STATE] : [];

// src/cluster/instances.ts
var USUAL_MEMORY = 64;
var LEAST_MEMORY = 4;
var ALL_MEMORY = 2048;
function memoryOf({ instances }) {
  const share = Math.floor(ALL_MEMORY / Math.max(1, instances) / LEAST_MEMORY) * LEAST_MEMORY;
  return Math.max(LEAST_MEMORY, Math.min(USUAL_MEMORY, share));
}
var FEW = 24;
var OF_A_JOB = 5;
function creation(plan) {
  const { instances, topology } = plan;
  const opcodes = instances.map((instance) => opcode(instance, topology));
  return chunks(opcodes, opcodes.length <= FEW ? 1 : OF_A_JOB);
}
var opcode = ({ name, primary, secondary }, topology) => ({
  OP_ID: "OP_INSTANCE_CREATE",
  reason: [],
  mode: "create",
  instance_name: name,
  pnode: primary,
  ...secondary !== void 0 && { snode: secondary },
  disk_template: topology.diskTemplate,
  disks: disksOf(topology.diskTemplate),
  nics: [],
  beparams: { minmem: LEAST_MEMORY, maxmem: memoryOf(topology) },
  os_type: "noop+default",
  name_check: false,
  ip_check: false
});

// src/cluster/waitForJobs.ts
var JobsSchema = array(tuple([int(), array(string()), array(string())]));
var FIELDS = ["id", "summary", "opstatus"];
var FINAL = /* @__PURE__ */ new Set(["success", "error", "canceled"]);
async function waitForJobs(master, signal, seen2) {
  const look2 = async () => {
    const [answer] = await askLuxid(master, [luxiRequest("QueryJobs", [null, FIELDS])], signal);
    const jobs = JobsSchema.parse(answer);
    const failed2 = jobs.find(([, , states]) => states.some((state) => /error|cancel/.test(state)));
    if (failed2) throw invalidError(`setting up, a job failed: ${failed2.flat().join(" ")}`);
    const open = jobs.flatMap(
      ([id, summary, states]) => states.filter((state) => !FINAL.has(state)).map((state) => `${id} ${summary.join(" ")} ${state}`)
    );
    seen2?.(open.length);
    return open.length === 0 || `${open.length} opcodes open, first of job ${open[0]}`;
  };
  await until("all jobs to finish", look2, { deadline: 36e5, interval: 300, signal });
}

// src/cluster/populate.ts
var AT_ONCE2 = 20;
async function populate(plan, signal, progress) {
  const all = plan.instances.length;
  const requests = creation(plan).map((opcodes) => luxiRequest("SubmitJob", [opcodes]));
  progress?.(`submitting ${all} instances`);
  for (const some of chunks(requests, AT_ONCE2)) await askLuxid(plan.master, some, signal);
  await waitForJobs(plan.master, signal, (open) => progress?.(`${all - open} of ${all} are there`));
  await archiveJobs(plan, signal);
}
async function addInstance({ master }, options, signal) {
  const add = [
    ...["gnt-instance", "add", "-B", `minmem=${LEAST_MEMORY}M,maxmem=64M`, "-o", "noop+default"],
    ...["--no-name-check", "--no-ip-check", ...options]
  ];
  await execOn(master, add, { signal });
}
async function archiveJobs({ master }, signal) {
  const [answer] = await askLuxid(master, [luxiRequest("QueryJobs", [null, ["id"]])], signal);
  const ids = array(tuple([int()])).parse(answer);
  await execOn(master, ["gnt-job", "archive", ...ids.map(String)], { signal });
}

// src/cluster/writeConfiguration.ts
var GANETI_FOLDER = "/var/lib/ganeti";
var HANDOVER = `${SHARED_DIR}/.ganeti-perf`;
var OVERWRITE = `set -e; for file in "$1"/*; do cat "$file" > "${GANETI_FOLDER}/\${file##*/}"; done`;
async function writeConfiguration({ master, nodes }, { config, ssconf, masterCandidates }, signal) {
  const forAll = `${HANDOVER}/all`;
  const forCandidates = `${HANDOVER}/candidates`;
  await execOn(master, ["mkdir", "-p", forAll, forCandidates], { signal });
  const write = (file, input) => execOn(master, ["sh", "-c", 'cat > "$0"', file], { input, signal });
  for (const [name, content] of ssconf) await write(`${forAll}/${name}`, content);
  await write(`${forCandidates}/config.data`, config);
  const candidates = new Set(masterCandidates);
  await inBatches(nodes, 4, async (node) => {
    const folders = candidates.has(node.name) ? [forAll, forCandidates] : [forAll];
    for (const folder of folders) {
      await execOn(node, ["sh", "-c", OVERWRITE, "sh", folder], { signal });
    }
  });
  await execOn(master, ["rm", "-r", HANDOVER], { signal });
}

// src/cluster/growCluster.ts
async function growCluster(plan, signal, progress) {
  const { master, configInstances, configNodes: configNodes2 } = plan;
  const [template, ...copies] = configInstances;
  if (template !== void 0) await createTemplate(template, plan, signal, progress);
  progress?.(`writing ${copies.length} copies of it and ${configNodes2.length} nodes`);
  const { stdout: before } = await execOn(master, ["cat", `${GANETI_FOLDER}/config.data`], {
    signal
  });
  const grown2 = growConfiguration(before, { template, instances: copies, nodes: configNodes2 });
  await writeConfiguration(plan, grown2, signal);
  if (configNodes2.length > 0) await startWithoutVotes(master, signal);
}
async function startWithoutVotes(master, signal) {
  const lines = ["LUXID", "WCONFD"].map(
    (name) => `${name}_ARGS="$${name}_ARGS --no-voting --yes-do-it"
`
  );
  const append = ["sh", "-c", "cat >> /etc/default/ganeti"];
  await execOn(master, append, { input: lines.join(""), signal });
}
async function createTemplate(name, plan, signal, progress) {
  const { master, topology } = plan;
  progress?.("starting Ganeti for the first of them");
  await startDaemons(plan, signal);
  await execOn(master, ["gnt-cluster", "modify", ...ANY_NUMBER], { signal });
  const devices = topology.configBare ? NO_DEVICES : DEVICES;
  await addInstance(plan, ["--no-start", ...devices, "-n", master.name, name], signal);
  await archiveJobs(plan, signal);
  await stopDaemons(plan, signal);
}
var ANY_NUMBER = ["--ipolicy-vcpu-ratio=100000", "--ipolicy-spindle-ratio=100000"];
var DEVICES = ["-t", "sharedfile", "--disk", "0:size=1M", "--net", "0:ip=10.128.0.1"];
var NO_DEVICES = ["-t", "diskless", "--no-nics"];

// src/cluster/neighbours.ts
var MANY = 12;
var TELL = '{ echo "link set dev eth0 address $1"; shift; while [ "$1" != -- ]; do echo "neigh replace $1 lladdr $2 dev eth0 nud permanent"; shift 2; done; } | ip -batch - && shift && while [ "$1" != -- ]; do shift 2; done; shift; exec "$@"';
function knowingNeighbours({ nodes }, node, command) {
  if (nodes.length < MANY) return [...command];
  const others = nodes.filter(({ index }) => index !== node.index);
  const pairs = others.flatMap(({ address }) => [address, hardwareAddress(address)]);
  return ["sh", "-c", TELL, "sh", hardwareAddress(node.address), ...pairs, "--", ...command];
}
var hardwareAddress = (address) => ["02:42", ...address.split(".").map((byte) => Number(byte).toString(16).padStart(2, "0"))].join(
  ":"
);

// src/cluster/shares.ts
var USUAL = 1024;
var TIMES = {
  node: () => 1,
  // It has a machine of its own, which does more than any other. Of two processors for eighty nodes it would get a fortieth of one, and
  // Ganeti gives up a connection that it could not make within five seconds (`RPC_CONNECT_TIMEOUT`).
  master: (quarter) => quarter,
  // None is to keep it from reading what the kernel has for it. It takes its share from nodes that are all busy: more than it needs would
  // make them slower for nothing.
  tracer: (quarter) => Math.min(8, quarter)
};
function cpuShares(role, nodes) {
  const quarter = Math.ceil(nodes / 4);
  return quarter <= 1 ? [] : ["--cpu-shares", String(USUAL * TIMES[role](quarter))];
}

// src/cluster/startNodes.ts
async function startNodes(plan, imageOf, options) {
  const { signal } = options;
  await docker(["volume", "create", ...labels(plan.runId, options.labels), plan.volume], {
    signal
  });
  const hosts = [...plan.nodes, { name: plan.clusterName, address: plan.clusterAddress }].flatMap(
    ({ name, address }) => ["--add-host", `${name}:${address}`]
  );
  const rights = await storageRights(plan);
  const start = (node) => docker(
    [
      ...["run", "--detach", "--init", "--pull", "never"],
      ...["--name", node.container, "--hostname", node.name],
      ...["--network", plan.network, "--ip", node.address, ...hosts],
      // The master's address is moved about with ip(8).
      ...["--cap-add", "NET_ADMIN"],
      ...rights,
      ...cpuShares(node === plan.master ? "master" : "node", plan.nodes.length),
      // With a huge soft limit, Ganeti <= 3.0 loops over every possible descriptor.
      ...["--ulimit", "nofile=1024:4096"],
      ...["--volume", `${plan.volume}:${SHARED_DIR}`],
      ...containerOptions(plan.runId, [`${ROLE}=node`, ...options.labels ?? []]),
      imageOf(node),
      ...knowingNeighbours(plan, node, SSHD)
    ],
    { signal }
  );
  await inBatches(plan.nodes, 8, start);
}
var SSHD = ["nice", "-n", "10", "/usr/sbin/sshd", "-D", "-e"];
var ROLE = "ganeti-perf.role";

// src/cluster/overlay.ts
import { readdir, stat } from "node:fs/promises";
import { join as join2, relative, resolve } from "node:path";
async function overlayHash(overlay) {
  if (overlay === void 0) return "";
  const found = await stat(overlay).catch(() => void 0);
  if (!found?.isDirectory()) {
    throw usageError(
      `--overlay '${overlay}' is not a folder; name one that holds, e.g., usr/share/ganeti/...`
    );
  }
  const names = await readdir(overlay);
  if (names.includes("configure.ac")) {
    throw usageError(
      `--overlay '${overlay}' is a checkout of Ganeti: measure it with --ganeti 'source:${overlay}', or put single files of it into a folder as usr/share/ganeti/...`
    );
  }
  const linked = LINKS.find((name) => names.includes(name));
  if (linked !== void 0) {
    throw usageError(
      `--overlay '${overlay}' has '${linked}', which is a link on a node: put what is in it into usr/${linked}`
    );
  }
  return hashContext(overlay, {}, "node");
}
var LINKS = ["bin", "lib", "lib64", "sbin"];
async function applyOverlay(plan, overlay, signal) {
  const folder = resolve(overlay);
  const paths = await contentOf(folder);
  const archived = { folder, paths, mode: AS_GIT_KEEPS_AND_SETUID };
  await inBatches(plan.nodes, 4, async ({ name, container }) => {
    const { stdout } = await withArchive(
      archived,
      (input) => docker([...INTO, container, ...UNPACK], { input, signal, timeout: 3e5 }),
      signal
    );
    const arrived = stdout.split("\n").filter(Boolean).length;
    if (arrived === paths.length) return;
    throw invalidError(`of ${paths.length} files of the overlay, ${arrived} reached ${name}`);
  });
}
var INTO = ["exec", "--interactive"];
var UNPACK = ["tar", "--extract", "--verbose", "--file=-", "--directory=/", "--no-overwrite-dir"];
async function contentOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }) => join2(parentPath, name);
  const filled = new Set(entries.map(({ parentPath }) => parentPath));
  return entries.filter((entry) => !entry.isDirectory() || !filled.has(pathOf(entry))).map((entry) => relative(folder, pathOf(entry))).sort();
}

// src/cluster/clusterPlan.ts
var DOMAIN = "perf.test";
var nodeName = (index) => `node${index}.${DOMAIN}`;
var groupName = (index) => index === 1 ? "default" : `group${index}`;
var instanceName = (index) => `inst${index}`;
var configInstanceName = (index) => `c${index}`;
var configNodeName = (index) => `offline${index}.${DOMAIN}`;
function planCluster(runId, subnet, topology, storage = "emulated") {
  const groups = blocks(topology);
  const nodes = groups.flatMap(
    (group, k) => group.map((index) => ({
      index,
      name: nodeName(index),
      container: `${LABEL_PREFIX}-${runId}-node${index}`,
      address: `${subnet}.${100 + index}`,
      ...groups.length > 1 && { group: groupName(k + 1) }
    }))
  );
  const [master] = nodes;
  if (!master) throw new RangeError("a cluster needs a node");
  return {
    topology,
    storage,
    runId,
    network: networkName(runId),
    volume: volumeName(runId),
    clusterName: `cluster.${DOMAIN}`,
    clusterAddress: `${subnet}.250`,
    master,
    nodes,
    instances: range(topology.instances).map((index) => {
      const primary = (index - 1) % topology.nodes + 1;
      return {
        name: instanceName(index),
        primary: nodeName(primary),
        ...topology.diskTemplate === "drbd" && { secondary: nodeName(nextIn(groups, primary)) }
      };
    }),
    configInstances: range(topology.configInstances ?? 0).map(configInstanceName),
    configNodes: configNodes(topology.configNodes ?? 0, configNodeName)
  };
}
var groupsToAdd = ({ nodes, master }) => [...new Set(nodes.flatMap(({ group }) => group ?? []))].filter((name) => name !== master.group);
function blocks({ nodes, nodeGroups = 1 }) {
  const startOf = (k) => Math.ceil(k * nodes / nodeGroups);
  return range(nodeGroups).map((k) => range(nodes).slice(startOf(k - 1), startOf(k)));
}
function nextIn(groups, index) {
  const group = groups.find((members) => members.includes(index)) ?? [];
  return group[(group.indexOf(index) + 1) % group.length] ?? index;
}
var withoutGrowth = (plan) => {
  const { nodes, instances, diskTemplate, candidatePool, nodeGroups } = plan.topology;
  const pool = candidatePool !== void 0 && { candidatePool };
  const groups = nodeGroups !== void 0 && { nodeGroups };
  const topology = { nodes, instances, diskTemplate, ...pool, ...groups };
  return { ...plan, topology, configInstances: [], configNodes: [] };
};
var nodesByAddress = (plan) => {
  const nodes = plan.nodes.flatMap(({ address, name, index }) => [
    [address, index],
    [name, index]
  ]);
  return new Map([...nodes, [plan.clusterAddress, plan.master.index]]);
};
var LABEL_PREFIX = "ganeti-perf";
var networkName = (runId) => `${LABEL_PREFIX}-${runId}`;
var volumeName = (runId) => `${LABEL_PREFIX}-${runId}`;
var tracerName = (runId) => `${LABEL_PREFIX}-${runId}-tracer`;
var range = (count) => Array.from({ length: count }, (_, i) => i + 1);

// src/cluster/config/diskFiles.ts
function diskFilesOf({ instances, disks = {} }, name) {
  const instance = Object.values(instances).find((one) => one.name === name);
  if (!instance) throw new RangeError(`there is no instance '${name}'`);
  return instance.disks.map((disk) => typeof disk === "string" ? disks[disk] : disk).flatMap((disk) => Array.isArray(disk?.["logical_id"]) ? disk["logical_id"] : []).filter((part) => typeof part === "string" && part.startsWith("/"));
}

// src/cluster/copyInstances.ts
import { basename } from "node:path";
var COPY_FILES = `set -ef; while read -r from to; do
  folder=\${to%/*}
  [ -d "$folder" ] || {
    mkdir "$folder"
    chmod --reference="\${from%/*}" "$folder"
    chown --reference="\${from%/*}" "$folder"
  }
  cp -a --sparse=always "$from" "$to"
done`;
var OF_RUNNING = ["fake-hypervisor", "instance-disks", "instance-reason", "bdev-cache"];
var MARK_RUNNING = `import json, os, shutil, sys
def named(text, names):
    for old, new in names.items():
        text = text.replace(old, new)
    return text
places = [(os.path.join("${HANDOVER}", folder), os.path.join("/run/ganeti", folder))
          for folder in ${JSON.stringify(OF_RUNNING)}]
for home, here in places:
    if not os.path.isdir(here):
        os.mkdir(here)
        shutil.copystat(home, here)
for names in json.load(sys.stdin):
    for home, here in places:
        for file in os.listdir(home):
            source, copy = os.path.join(home, file), os.path.join(here, named(file, names))
            if os.path.islink(source):
                os.symlink(named(os.readlink(source), names), copy)
                continue
            with open(source) as old, open(copy, "w") as new:
                new.write(named(old.read(), names))
            shutil.copystat(source, copy)
`;
async function copyInstances(plan, template, instances, disksOf2, signal) {
  const first = disksOf2(template);
  const pairs = (one) => disksOf2(one).flatMap((to, k) => first[k] === void 0 ? [] : [[first[k], to]]);
  const lines = instances.flatMap((one) => pairs(one).map(([from, to]) => `${from} ${to}
`));
  await execOn(plan.master, ["sh", "-c", COPY_FILES], { input: lines.join(""), signal });
  const nodes = new Map(plan.nodes.map((node) => [node.name, node]));
  const nodeOf2 = ({ primary }) => nodes.get(primary) ?? plan.master;
  const keep = `cd /run/ganeti && cp -a ${OF_RUNNING.join(" ")} ${HANDOVER}`;
  await execOn(nodeOf2(template), ["sh", "-c", keep], { signal });
  await inBatches([...grouped(instances, nodeOf2)], 8, async ([node, own]) => {
    const names = own.map(
      (one) => Object.fromEntries([
        [template.name, one.name],
        ...pairs(one).map(([from, to]) => [basename(from), basename(to)])
      ])
    );
    const input = JSON.stringify(names);
    await execOn(node, ["python3", "-c", MARK_RUNNING], { input, signal });
  });
}

// src/cluster/copyNodes.ts
var OF_A_NODE = [
  GANETI_FOLDER,
  ...["/etc/ganeti", "/run/ganeti", "/run/lock/ganeti-ssconf.lock", "/var/log/ganeti"]
];
var CERTIFICATES = `import os, sys
sys.path.insert(0, os.path.dirname(os.path.realpath("/usr/sbin/gnt-node")))
from ganeti import constants
from ganeti.tools import common
for name in sys.argv[2:]:
    common.GenerateClientCertificate(
        {constants.NDS_NODE_NAME: name}, RuntimeError, client_cert=os.path.join(sys.argv[1], name))
`;
var UNPACK2 = `tar -xpf ${HANDOVER}/node.tar -C / && cat "${HANDOVER}/$1" > ${GANETI_FOLDER}/client.pem`;
async function copyNodes(nodes, { nodes: there }, signal) {
  const like = there.at(-1);
  if (!like || nodes.length === 0) return;
  await execOn(like, ["tar", "-cpf", `${HANDOVER}/node.tar`, "-C", "/", ...OF_A_NODE], { signal });
  const names = nodes.map(({ name }) => name);
  await execOn(like, ["python3", "-c", CERTIFICATES, HANDOVER, ...names], { signal });
  await inBatches(
    nodes,
    8,
    (node) => execOn(node, ["sh", "-c", UNPACK2, "sh", node.name], { signal })
  );
}

// src/cluster/copyRest.ts
async function copyRest(plan, seed, signal, progress) {
  const [template] = seed.instances;
  const nodes = plan.nodes.slice(seed.nodes.length);
  const instances = template ? plan.instances.slice(seed.instances.length) : [];
  progress?.(`${nodes.length} nodes and ${instances.length} instances as copies`);
  const config = ["cat", `${GANETI_FOLDER}/config.data`];
  const before = (await execOn(plan.master, config, { signal })).stdout;
  const grown2 = growConfiguration(before, {
    template: template?.name,
    instances: instances.map(({ name }) => name),
    nodes: nodes.map(({ name, address, group }) => ({ name, address, group, isOffline: false }))
  });
  await writeConfiguration(seed, grown2, signal);
  await execOn(plan.master, ["mkdir", HANDOVER], { signal });
  await copyNodes(nodes, seed, signal);
  if (template) {
    const all = parseConfiguration(grown2.config);
    const disksOf2 = ({ name }) => diskFilesOf(all, name);
    await copyInstances(plan, template, instances, disksOf2, signal);
  }
  await execOn(plan.master, ["rm", "-r", HANDOVER], { signal });
}

// src/cluster/form.ts
var ANY_SIZE = "min:memory-size=1M,cpu-count=1,disk-count=0,disk-size=1M,nic-count=0,spindle-use=1/max:memory-size=1T,cpu-count=64,disk-count=16,disk-size=1T,nic-count=8,spindle-use=64";
async function formCluster(plan, nodes, signal, progress) {
  const at = (k, what = "") => progress?.(`${what}node ${k + 1} of ${nodes.length}`);
  await inBatches([...nodes.entries()], AT_ONCE3, async ([k, node]) => {
    at(k, "ssh to ");
    await sshAnswers(plan, node, signal);
  });
  at(0);
  await execOn(plan.master, ["sh", "-c", INIT, "sh", plan.clusterAddress, ...initCommand(plan)], {
    timeout: 6e5,
    signal
  });
  for (const group of groupsToAdd(plan)) {
    await execOn(plan.master, ["gnt-group", "add", group], { timeout: 6e5, signal });
  }
  const join9 = async ([k, node]) => {
    at(k);
    const add = ["gnt-node", "add", "--no-ssh-key-check", "--no-node-setup"];
    const group = node.group === void 0 ? [] : ["--node-group", node.group];
    await execOn(plan.master, [...add, ...group, node.name], { timeout: 6e5, signal });
  };
  const others = [...nodes.entries()].slice(1);
  const candidates = candidatesOf(plan.topology) - 1;
  await inBatches(others.slice(0, candidates), AT_ONCE3, join9);
  await inBatches(others.slice(candidates), AT_ONCE3, join9);
  await checkCandidates(plan, signal);
  await checkGroups({ ...plan, nodes }, signal);
}
async function checkCandidates(plan, signal) {
  const list = ["gnt-node", "list", "--no-headers", "--separator=:", "-o", "name,role"];
  const { stdout } = await execOn(plan.master, list, { signal });
  const found = candidatesIn(stdout);
  const planned = plan.nodes.slice(0, candidatesOf(plan.topology)).map(({ name }) => name);
  if (planned.every((name) => found.has(name)) && found.size === planned.length) return;
  throw invalidError(
    `the cluster has ${found.size} master candidates (${[...found].join(", ")}), and by its size the first ${planned.length} of its nodes are such`
  );
}
async function checkGroups(plan, signal) {
  const list = ["gnt-node", "list", "--no-headers", "--separator=:", "-o", "name,group"];
  const { stdout } = await execOn(plan.master, list, { signal });
  const initial = groupName(1);
  const found = new Set(stdout.split("\n").map((line) => line.trim()));
  const lost = plan.nodes.find(({ name, group = initial }) => !found.has(`${name}:${group}`));
  if (!lost) return;
  throw invalidError(
    `${lost.name} is not in the node group '${lost.group ?? initial}' of the cluster`
  );
}
var candidatesIn = (list) => new Set(
  list.split("\n").flatMap((line) => {
    const [name = "", role = ""] = line.trim().split(":");
    return role === "M" || role === "C" ? [name] : [];
  })
);
var AT_ONCE3 = 4;
var INIT = 'address=$1; shift; ip route add unreachable "$address/32"; "$@" & init=$!; while kill -0 $init 2>/dev/null && ! [ -e /var/lib/ganeti/config.data ]; do sleep 0.1; done; ip addr add "$address/32" dev eth0 label eth0:0; ip route del unreachable "$address/32"; wait $init';
var initCommand = (plan) => [
  ...["gnt-cluster", "init", "--no-ssh-init", "--no-etc-hosts"],
  ...["--master-netdev", "eth0", "--master-netmask", "32"],
  ...["--enabled-hypervisors", "fake", "--nic-parameters", "mode=routed,link=100"],
  ...storageOptions(plan.topology.diskTemplate),
  ...["--shared-file-storage-dir", SHARED_DIR, "--default-iallocator", "hail"],
  ...poolOptions(plan.topology),
  ...["--ipolicy-bounds-specs", ANY_SIZE, plan.clusterName]
];
var poolOptions = ({ candidatePool }) => candidatePool === void 0 ? [] : ["--candidate-pool-size", String(candidatePool)];
async function sshAnswers(plan, node, signal) {
  const knock = ["ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=5", node.name, "true"];
  const look2 = async () => {
    try {
      await execOn(plan.master, knock, { timeout: 6e4, signal });
      return true;
    } catch (error) {
      if (error instanceof ProcessError && !error.end.aborted) return error.short;
      throw error;
    }
  };
  await until(`ssh to ${node.name}`, look2, { deadline: 3e5, signal });
}

// src/cluster/snapshot.ts
import { createHash as createHash2 } from "node:crypto";

// src/cluster/pruneImages.ts
var IN_USE = 3 * 36e5;
function outlived(uses, kept, now) {
  return uses.toSorted((a, b) => b.lastUsed - a.lastUsed).slice(kept).filter(({ lastUsed }) => now - lastUsed > IN_USE);
}
async function markUsed(images, signal) {
  const tag = (image) => docker(["tag", image, image], { signal, reject: false });
  const ended = await Promise.all(images.map(tag));
  return ended.every(({ exitCode }) => exitCode === 0);
}
async function pruneImages(groups, kept, signal) {
  if (groups.length <= kept) return;
  const uses = await Promise.all(
    groups.map(async (images) => ({ images, lastUsed: await lastUse(images, signal) }))
  );
  const old = outlived(uses, kept, Date.now()).flatMap(({ images }) => images);
  if (old.length === 0) return;
  await docker(["image", "rm", ...old], { signal, reject: false, timeout: 12e4 });
}
async function lastUse(images, signal) {
  const args = ["image", "inspect", "--format", "{{.Metadata.LastTagTime.Unix}}", ...images];
  const { stdout } = await docker(args, { signal, reject: false });
  return Math.max(0, maxOf(stdout.split("\n").map(Number))) * 1e3;
}

// src/cluster/snapshot.ts
var RECIPE = 4;
var REPOSITORY = "ganeti-perf/snapshot";
var KEY_LABEL = "ganeti-perf.snapshot";
var FACTS_LABEL = "ganeti-perf.facts";
var DIGEST_LABEL = "ganeti-perf.digest";
var SHARED_COPY = "/var/cache/ganeti-perf/shared";
var DIGEST = `{ find /var/lib/ganeti -type f -exec sha256sum {} +; find ${SHARED_COPY} -type f -printf '%p %s %m\\n' 2>/dev/null; } | LC_ALL=C sort | sha256sum | cut -c1-64`;
var NOT_RUN = /* @__PURE__ */ new Set([125, 137]);
var KEPT = 8;
var FactsSchema = object({
  /** As `gnt-cluster version` tells it, e.g. `3.0.2`. */
  version: string(),
  /** The package's version; empty where Ganeti was not installed from a package. */
  revision: string(),
  python: string(),
  /** The subnet that is written into its configuration. */
  subnet: string()
});
function snapshotKey(nodeImageId, overlay, topology) {
  const memory = memoryOf(topology);
  const unusual = memory === USUAL_MEMORY ? [] : [memory];
  const all = JSON.stringify([RECIPE, nodeImageId, overlay, topology, ...unusual]);
  return createHash2("sha256").update(all).digest("hex").slice(0, 16);
}
async function findSnapshot(key, nodes, signal) {
  for (const [prefix, images] of await snapshots(`${KEY_LABEL}=${key}`, signal)) {
    if (images.length !== nodes || !await markUsed(images, signal)) continue;
    const image = `${REPOSITORY}:${prefix}-node1`;
    const facts = factsOf((await labelOf([image], FACTS_LABEL, signal))[0] ?? "");
    const imageOf = ({ index }) => `${REPOSITORY}:${prefix}-node${index}`;
    const inOrder = images.map((_, k) => imageOf({ index: k + 1 }));
    const digests = await labelOf(inOrder, DIGEST_LABEL, signal);
    if (facts) return { facts, imageOf, digests: digests.filter((one) => one !== "") };
  }
  return void 0;
}
async function labelOf(images, label, signal) {
  const format = `{{index .Config.Labels "${label}"}}`;
  const inspect = ["image", "inspect", "--format", format, ...images];
  return (await docker(inspect, { signal })).stdout.split("\n");
}
async function damagedNode(snapshot, plan, options, signal) {
  const damaged = [];
  const { digests } = snapshot;
  await inBatches(digests.length === 0 ? [] : plan.nodes, 8, async (node) => {
    const alone = ["run", "--rm", "--network", "none", "--pull", "never", ...options];
    const look2 = [...alone, "--entrypoint", "sh", snapshot.imageOf(node), "-c", DIGEST];
    const { stdout, stderr, exitCode } = await docker(look2, { signal, reject: false });
    if (exitCode === 0 && stdout.trim() === digests[node.index - 1]) return;
    if (NOT_RUN.has(exitCode)) {
      refuseFullDisk(stderr);
      throw environmentError(
        `the snapshot of ${node.name} could not be looked at: ${lastWords(stderr)}`
      );
    }
    damaged.push(node);
  });
  return damaged[0];
}
async function dropSnapshot(snapshot, plan) {
  const images = plan.nodes.map((node) => snapshot.imageOf(node));
  await docker(["image", "rm", "--force", ...images], { reject: false });
}
function factsOf(label) {
  try {
    return FactsSchema.parse(JSON.parse(Buffer.from(label, "base64").toString()));
  } catch {
    return void 0;
  }
}
async function takeSnapshot(key, plan, facts, signal) {
  await execOn(
    plan.master,
    ["sh", "-c", `mkdir -p ${SHARED_COPY} && cp -a --sparse=always ${SHARED_DIR}/. ${SHARED_COPY}`],
    { signal }
  );
  const prefix = `${key}-${plan.runId}`;
  const encoded = Buffer.from(JSON.stringify(facts)).toString("base64");
  const imageOf = (node) => `${REPOSITORY}:${prefix}-node${node.index}`;
  const digests = [];
  await inBatches(plan.nodes, 4, async (node) => {
    const empty = "find /var/log/ganeti -type f -exec truncate -s0 {} +";
    const { stdout } = await execOn(node, ["sh", "-c", `${empty}; ${DIGEST}`], { signal });
    const digest = stdout.trim();
    digests[node.index - 1] = digest;
    const change = `LABEL ${LABEL}=1 ${KEY_LABEL}=${key} ${FACTS_LABEL}=${encoded} ${DIGEST_LABEL}=${digest}`;
    const args = ["commit", "--change", change, node.container, imageOf(node)];
    await docker(args, { signal });
  });
  await pruneImages([...(await snapshots(KEY_LABEL, signal)).values()], KEPT, signal);
  return { facts, imageOf, digests };
}
async function unpackSnapshot(snapshot, plan, subnet, signal) {
  const unpack = `cp -a --sparse=always ${SHARED_COPY}/. ${SHARED_DIR}`;
  const move = moveSubnet(snapshot.facts.subnet, subnet);
  const bootOf = await bootStorage(plan, signal);
  const shared = storageAddresses(plan).map((file) => `${move} ${file}`);
  await inBatches(plan.nodes, 8, async (node) => {
    const isMoved = snapshot.facts.subnet !== subnet;
    const steps = [
      ...node === plan.master ? [unpack, ...isMoved ? shared : []] : [],
      ...isMoved ? [`${ADDRESSED} -exec ${move} {} +`] : [],
      ...bootOf(node)
    ];
    if (steps.length > 0) await execOn(node, ["sh", "-c", steps.join(" && ")], { signal });
  });
}
var ADDRESSED = "find /var/lib/ganeti -maxdepth 1 '(' -name config.data -o -name 'ssconf_*' ')'";
var moveSubnet = (from, to) => `sed -i 's/\\b${from.replaceAll(".", "\\.")}\\./${to}./g'`;
async function readFacts(plan, subnet, signal) {
  const ask = async (command) => (await execOn(plan.master, ["sh", "-c", command], { signal })).stdout.trim();
  return {
    version: await ask("gnt-cluster version | sed -n 's/^Software version: //p'"),
    revision: await ask("dpkg-query -W -f '${Version}' ganeti 2>/dev/null || true"),
    python: await ask("python3 -c 'import platform; print(platform.python_version())'"),
    subnet
  };
}
async function snapshots(label, signal) {
  const args = ["images", "--filter", `label=${label}`, "--format", "{{.Tag}}", REPOSITORY];
  const { stdout } = await docker(args, { signal });
  const images = stdout.split("\n").filter(Boolean).map((tag) => `${REPOSITORY}:${tag}`);
  return grouped(images, (image) => image.slice(REPOSITORY.length + 1).replace(/-node\d+$/, ""));
}

// src/cluster/makeCluster.ts
async function makeCluster(plan, seed, subnet, { log, signal }) {
  const create = (part) => log.phase(
    `create ${plural(part.instances.length, "instance")}`,
    (progress) => populate(part, signal, progress)
  );
  await log.phase(
    `form a cluster of ${seed.nodes.length} nodes`,
    (progress) => formCluster(plan, seed.nodes, signal, progress)
  );
  await create(seed);
  const facts = await readFacts(plan, subnet, signal);
  await stopDaemons(seed, signal);
  if (seed === plan) return facts;
  const { nodes, instances } = plan;
  const whole = `${nodes.length} nodes${seed.instances.length > 0 ? ` and ${instances.length} instances` : ""}`;
  await log.phase(`grow it to ${whole}`, (progress) => copyRest(plan, seed, signal, progress));
  if (seed.instances.length === 0 && instances.length > 0) {
    await startDaemons({ ...plan, instances: [] }, signal);
    await create(plan);
    await stopDaemons(plan, signal);
  }
  return facts;
}

// src/cluster/seed.ts
var BY_GANETI = { nodes: 12, instances: 24 };
var COPYABLE = ["sharedfile", "diskless"];
function seedOf(plan, limits = BY_GANETI) {
  const nodes = plan.nodes.slice(0, Math.max(limits.nodes, candidatesOf(plan.topology) + 1));
  const haveAllNodes = nodes.length === plan.nodes.length;
  if (haveAllNodes && plan.instances.length <= limits.instances) return plan;
  if (COPYABLE.includes(plan.topology.diskTemplate)) {
    return { ...plan, nodes, instances: plan.instances.slice(0, 1) };
  }
  return haveAllNodes ? plan : { ...plan, nodes, instances: [] };
}

// src/cluster/clusterAtRest.ts
async function clusterAtRest(filling, context) {
  const { plan, node } = filling;
  const overlay = await overlayHash(filling.overlay);
  const key = snapshotKey(node.id, overlay, topologyOf({ plan }));
  const found = await findSnapshot(key, plan.nodes.length, context.signal);
  if (found && await isWhole(found, filling, context)) return found;
  if (plan.configInstances.length + plan.configNodes.length === 0) {
    return formSnapshot(key, filling, context);
  }
  instanceListOf([...plan.instances.map(({ name }) => name), ...plan.configInstances]);
  const small = await clusterAtRest({ ...filling, plan: withoutGrowth(plan) }, context);
  return growSnapshot(key, small, filling, context);
}
async function isWhole(snapshot, { plan, labels: labels2 }, { log, signal }) {
  const damaged = await damagedNode(snapshot, plan, containerOptions(plan.runId, labels2), signal);
  if (damaged === void 0) return true;
  log.warn(
    `the snapshot of this cluster is damaged, what it has of ${damaged.name} is not what was kept: it is dropped, and the cluster formed anew`
  );
  await dropSnapshot(snapshot, plan);
  return false;
}
async function growSnapshot(key, small, { plan, subnet, labels: labels2 }, { log, signal }) {
  const { configInstances, configNodes: configNodes2 } = plan;
  const more = [
    ...configNodes2.length > 0 ? [plural(configNodes2.length, "node")] : [],
    ...configInstances.length > 0 ? [plural(configInstances.length, "instance")] : []
  ];
  return log.phase(`grow the configuration by ${more.join(" and ")}`, async (progress) => {
    await startNodes(plan, (node) => small.imageOf(node), { labels: labels2, signal });
    await unpackSnapshot(small, plan, subnet, signal);
    await growCluster(plan, signal, progress);
    progress("keeping the cluster as a snapshot");
    const snapshot = await takeSnapshot(key, plan, { ...small.facts, subnet }, signal);
    await removeNodes(plan);
    return snapshot;
  });
}
async function formSnapshot(key, { plan, subnet, labels: labels2, node, overlay }, context) {
  const { log, signal } = context;
  await log.phase(`start ${plan.nodes.length} nodes`, async () => {
    await startNodes(plan, () => node.reference, { labels: labels2, signal });
    if (overlay !== void 0) await applyOverlay(plan, overlay, signal);
    await installStorage(plan, signal);
  });
  const facts = await makeCluster(plan, seedOf(plan), subnet, context).catch(refuseBroken);
  return log.phase("keep the cluster as a snapshot", async () => {
    const snapshot = await takeSnapshot(key, plan, facts, signal);
    await removeNodes(plan);
    return snapshot;
  });
}
function refuseBroken(error) {
  if (!(error instanceof ProcessError) || error.end.exitCode === void 0) throw error;
  const said = error.message.replace(/^docker: /, "");
  throw invalidError(`this Ganeti forms no cluster: ${said}`, { cause: error });
}

// src/cluster/network.ts
var FIRST = 100;
var LAST = 254;
async function createNetwork(runId, extraLabels, signal) {
  const count = LAST - FIRST + 1;
  const start = Number.parseInt(runId, 16) % count;
  for (let attempt = 0; attempt < count; attempt++) {
    const subnet = `10.213.${FIRST + (start + attempt) % count}`;
    try {
      await docker(
        [
          "network",
          "create",
          "--internal",
          "--subnet",
          `${subnet}.0/24`,
          ...labels(runId, extraLabels)
        ].concat(networkName(runId)),
        { signal }
      );
      return subnet;
    } catch (error) {
      if (error instanceof ProcessError && /overlap/i.test(error.stderr)) continue;
      throw error;
    }
  }
  throw environmentError(
    `no subnet of 10.213.${FIRST}.0/24 to 10.213.${LAST}.0/24 is free; remove what earlier runs left with \`ganeti-perf clean\``
  );
}

// src/cluster/memory.ts
import { readFile as readFile4 } from "node:fs/promises";
var OF_A_NODE2 = 45;
var OF_THE_REST = 700;
var MANY2 = 12;
async function requireMemory(size) {
  if (size.nodes < MANY2) return;
  const text = await readFile4("/proc/meminfo", "utf8");
  refuseTooLittle(size, Number(/^MemAvailable:\s*(\d+) kB$/m.exec(text)?.[1] ?? Infinity) / 1024);
}
function refuseTooLittle(size, available) {
  const { nodes, instances } = size;
  const rest = OF_THE_REST + instances * memoryOf(size);
  const needed = rest + nodes * OF_A_NODE2;
  if (available >= needed) return;
  const fitting = Math.max(3, Math.floor((available - rest) / OF_A_NODE2));
  throw environmentError(
    `${nodes} nodes with ${plural(instances, "instance")} take about ${gib(needed)} GiB of memory, and ${gib(available)} GiB are available: end what else runs, take a larger machine, or at most --nodes ${fitting}`
  );
}
var gib = (mib) => (mib / 1024).toFixed(1);

// src/cluster/packagedImage.ts
async function packagedImage(suite, context) {
  const base = await ensureBaseImage(suite, context);
  return ensureImage({ name: `node-${suite}`, context: "node", base }, context);
}

// src/cluster/source/sourceImage.ts
import { join as join7 } from "node:path";

// src/cluster/source/checkout.ts
import { lstat, readFile as readFile5, readdir as readdir2, stat as stat2 } from "node:fs/promises";
import { join as join3, relative as relative2, resolve as resolve2 } from "node:path";

// src/platform/process/git.ts
var OFF = {
  "core.fsmonitor": "false",
  "core.hooksPath": "/dev/null"
};
async function askGit(folder, ask, signal) {
  const settings = [["safe.directory", folder], ...Object.entries(OFF)];
  const git = async (args, reject = true) => {
    const { stdout } = await run("git", ["-C", folder, ...args], {
      signal,
      reject,
      env: {
        ...configuration(settings),
        GIT_OPTIONAL_LOCKS: "0",
        GIT_NO_LAZY_FETCH: "1",
        GIT_ALLOW_PROTOCOL: "none"
      }
    });
    return stdout;
  };
  const keys = await git(["config", "--null", "--name-only", "--get-regexp", "^filter\\."], false);
  const filters = keys.split("\0").map((key) => /^(filter\.[^]*)\.[^.]+$/.exec(key)?.[1]);
  for (const filter of new Set(filters)) {
    if (filter === void 0) continue;
    settings.push([`${filter}.clean`, ""], [`${filter}.process`, ""], [`${filter}.required`, ""]);
  }
  return ask((...args) => git(args));
}
var configuration = (settings) => ({
  GIT_CONFIG_COUNT: String(settings.length),
  ...Object.fromEntries(
    settings.flatMap(([key, value], n) => [
      [`GIT_CONFIG_KEY_${n}`, key],
      [`GIT_CONFIG_VALUE_${n}`, value]
    ])
  )
});

// src/cluster/source/release.ts
function readRelease(configureAc, folder) {
  const part = (name) => {
    const pattern = new RegExp(`^m4_define\\(\\[gnt_version_${name}\\], \\[([\\w~.]*)\\]\\)$`, "m");
    const found = pattern.exec(configureAc)?.[1];
    if (found !== void 0) return found;
    throw usageError(
      `'source:${folder}' is no checkout of Ganeti: its configure.ac defines no gnt_version_${name}`
    );
  };
  const [major, minor] = [Number(part("major")), Number(part("minor"))];
  const version = `${major}.${minor}.${part("revision")}${part("suffix")}`;
  if (!(major >= 3)) {
    throw usageError(
      `'source:${folder}' is Ganeti ${version}; releases before 3.0 need Python 2, which is not to be had`
    );
  }
  return major === 3 && minor === 0 ? { version, suite: "bookworm", regex: "pcre" } : { version, suite: "trixie", regex: "tdfa" };
}

// src/cluster/source/checkout.ts
async function readCheckout(folder, signal) {
  const found = await stat2(folder).catch(() => void 0);
  if (!found?.isDirectory()) {
    throw usageError(
      `'source:${folder}' is not a folder; name a checkout of Ganeti, as source:../ganeti`
    );
  }
  const path = resolve2(folder);
  const configure = await readPlain(join3(path, "configure.ac"));
  if (configure === void 0) {
    throw usageError(`'source:${folder}' is no checkout of Ganeti: it has no configure.ac`);
  }
  const release2 = readRelease(configure, folder);
  const git = await stat2(join3(path, ".git")).catch(() => void 0);
  const known = git === void 0 ? await walk(path) : await tracked(path, signal);
  return { ...release2, folder: path, ...known };
}
async function readPlain(path) {
  const found = await lstat(path).catch(() => void 0);
  return found?.isFile() ? readFile5(path, "utf8") : void 0;
}
async function tracked(folder, signal) {
  const ask = async (git) => {
    const list = await git("ls-files", "-z", "--cached", "--others", "--exclude-standard");
    const head = (await git("rev-parse", "--verify", "HEAD")).trim();
    const status = ["status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=all"];
    const changed = await git(...status) !== "";
    const files = [...new Set(list.split("\0").filter(Boolean))].sort();
    return { files, commit: `${head.slice(0, 12)}${changed ? "+" : ""}` };
  };
  return askGit(folder, ask, signal);
}
async function walk(folder) {
  const entries = await readdir2(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => relative2(folder, join3(entry.parentPath, entry.name))).sort();
  return { files, commit: void 0 };
}

// src/cluster/source/sourceSplit.ts
var HASKELL = /^(?:(?:app|src|regex|cabal|autotools|test\/hs)\/.|(?:autogen\.sh|configure\.ac|Makefile\.am|ganeti\.cabal|Setup\.lhs|vcs-version)$)/;
var UNUSED = /^(?:(?:\.github|\.devcontainer|man|qa|test)\/|NEWS$|\.git)|^doc\/.*\.(?:rst|png|svg|dot|css)$/;
function splitFiles(files) {
  const haskell = files.filter((file) => HASKELL.test(file));
  const rest = files.filter((file) => !HASKELL.test(file) && !UNUSED.test(file));
  return { haskell, rest };
}

// src/cluster/source/haskell.ts
import { join as join6 } from "node:path";

// src/cluster/source/buildCache.ts
import { access, constants, mkdir, readdir as readdir3, rename, rm, stat as stat3 } from "node:fs/promises";
import { join as join4 } from "node:path";
var fileOf = (folder, reference) => join4(folder, `${reference.replace(/^.*\//, "").replace(":", "-")}.tar`);
async function restoreBuild(folder, reference, { log, signal }) {
  if (folder === void 0) return false;
  const file = fileOf(folder, reference);
  if (!(await stat3(file).catch(() => void 0))?.isFile()) return false;
  if (!await isReadable(file)) {
    log.warn(`${file} is another user's, who lets nobody read it: compiling anew`);
    return false;
  }
  await log.phase(
    `take the Haskell programs from ${folder}`,
    () => docker(["import", "--change", "LABEL ganeti-perf=1", file, reference], {
      signal,
      timeout: 3e5
    })
  );
  return true;
}
var isReadable = (file) => access(file, constants.R_OK).then(
  () => true,
  () => false
);
async function keepBuild(folder, reference, { log, signal }) {
  if (folder === void 0) return;
  const file = fileOf(folder, reference);
  if ((await stat3(file).catch(() => void 0))?.isFile()) return;
  try {
    await mkdir(folder, { recursive: true });
    const old = (await readdir3(folder)).filter((name) => /^haskell-.*\.tar(?:\.part)?$/.test(name));
    for (const name of old) await rm(join4(folder, name), { force: true });
  } catch (error) {
    const { message } = error;
    throw usageError(`--build-cache '${folder}' cannot be written: ${message}`, { cause: error });
  }
  await log.phase(`keep the Haskell programs in ${folder}`, async () => {
    const labels2 = [`${LABEL}=1`, userLabel()].flatMap((label) => ["--label", label]);
    const { stdout } = await docker(["create", ...labels2, reference, "none"], { signal });
    const container = stdout.trim();
    try {
      const partial = `${file}.part`;
      await docker(["export", "--output", partial, container], { signal, timeout: 3e5 });
      await rename(partial, file);
    } finally {
      await docker(["rm", container], { reject: false });
    }
  });
}

// src/cluster/source/stage.ts
import { cp, lstat as lstat2, mkdir as mkdir2, mkdtemp, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join as join5 } from "node:path";
var COPY = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true };
async function withStage(recipe, folder, files, use) {
  const context = await mkdtemp(join5(tmpdir(), "ganeti-perf-build-"));
  try {
    await cp(recipe, context, COPY);
    await mkdir2(join5(context, "src"));
    await copyFiles(folder, join5(context, "src"), files);
    return await use(context);
  } finally {
    await rm2(context, { recursive: true, force: true });
  }
}
async function copyFiles(from, to, files) {
  const known = /* @__PURE__ */ new Map([[".", true]]);
  const isFolder = async (path) => {
    const before = known.get(path);
    if (before !== void 0) return before;
    const stat4 = await lstat2(join5(from, path)).catch(() => void 0);
    const is = await isFolder(dirname(path)) && stat4?.isDirectory() === true;
    known.set(path, is);
    if (is) await mkdir2(join5(to, path), { recursive: true });
    return is;
  };
  for (const file of files) {
    if (!STAYS.test(file)) throw usageError(`'${file}' is no name within the checkout ${from}`);
    if (!await isFolder(dirname(file))) continue;
    await cp(join5(from, file), join5(to, file), COPY).catch((error) => {
      const { code } = error;
      if (code === "ENOENT") return;
      if (!NO_FILE.test(code ?? "")) throw error;
      throw usageError(
        `'${join5(from, file)}' is neither a file nor a link, or has such in it; remove it`,
        { cause: error }
      );
    });
  }
}
var STAYS = /^(?!\.{1,2}(?:\/|$))[^/]+(?:\/(?!\.{1,2}(?:\/|$))[^/]+)*\/?$/;
var NO_FILE = /^ERR_FS_CP_(?:FIFO_PIPE|SOCKET|UNKNOWN)$/;

// src/cluster/source/haskell.ts
async function haskellImage(checkout, files, buildCache, context) {
  const { log, signal } = context;
  const { version, suite, regex } = checkout;
  return withTree(checkout, files, async ({ path, args, reference }) => {
    const present = await imageId(reference, signal) !== void 0;
    if (!present && !await restoreBuild(buildCache, reference, context)) {
      const base = await compilerImage(suite, regex, context);
      const build2 = { reference, path, args: { ...args, BASE: base }, network: "none" };
      await log.phase(
        `compile Ganeti ${version}`,
        (progress) => buildImage({ ...build2, progress }, signal)
      );
    }
    await keepBuild(buildCache, reference, context);
    return reference;
  });
}
async function compiledHaskell(checkout, buildCache, context) {
  const { haskell: files } = splitFiles(checkout.files);
  const present = await findHaskellImage(checkout, files, context);
  return present ?? await withLocalLock(
    "building Ganeti",
    context,
    () => haskellImage(checkout, files, buildCache, context)
  );
}
var findHaskellImage = (checkout, files, { signal }) => withTree(
  checkout,
  files,
  async ({ reference }) => await markUsed([reference], signal) ? reference : void 0
);
function withTree({ folder, version, suite, regex }, files, use) {
  const recipes = join6(projectRoot(), "images");
  return withStage(join6(recipes, "haskell"), folder, files, async (path) => {
    const args = { RELEASE: version, REGEX: regex };
    const buildHash = await hashContext(join6(recipes, "build"), { SUITE: suite });
    const reference = await imageReference("haskell", path, { ...args, BUILD: buildHash });
    return use({ path, args, reference });
  });
}
async function compilerImage(suite, regex, context) {
  const base = await ensureBaseImage(suite, context);
  const name = `build-${suite}`;
  const recipe = { name, context: "build", base, buildArgs: { REGEX: regex } };
  return (await ensureImage(recipe, context)).reference;
}

// src/cluster/source/sourceImage.ts
var KEPT2 = 4;
async function sourceImage({ folder, buildCache }, context) {
  const checkout = await readCheckout(folder, context.signal);
  const node = await packagedImage(checkout.suite, context);
  const present = buildCache === void 0 && await findBuilt(checkout, node, context);
  const image = present || await withLocalLock(
    "building Ganeti",
    context,
    () => build(checkout, node, buildCache, context)
  );
  await markUsed([image.reference], context.signal);
  return image;
}
async function build(checkout, node, buildCache, context) {
  const files = splitFiles(checkout.files);
  const haskell = await haskellImage(checkout, files.haskell, buildCache, context);
  const { reference: install } = await ensureImage(installRecipe(checkout, node), context);
  const built = await withInstallation(checkout, files.rest, async (path) => {
    const recipe = sourceRecipe(checkout, node, { path, haskell, install });
    return named(checkout, await ensureImage(recipe, context), path, haskell);
  });
  if (built.built) await forgetOld(context.signal);
  return built;
}
async function findBuilt(checkout, node, context) {
  const files = splitFiles(checkout.files);
  const haskell = await findHaskellImage(checkout, files.haskell, context);
  const install = await findImage(installRecipe(checkout, node), context);
  if (haskell === void 0 || !install) return void 0;
  return withInstallation(checkout, files.rest, async (path) => {
    const recipe = sourceRecipe(checkout, node, { path, haskell, install: install.reference });
    const image = await findImage(recipe, context);
    return image && named(checkout, image, path, haskell);
  });
}
var withInstallation = ({ folder }, files, use) => withStage(join7(projectRoot(), "images", "source"), folder, files, use);
var installRecipe = ({ suite }, node) => ({
  name: `install-${suite}`,
  context: "install",
  base: node.reference
});
var sourceRecipe = ({ suite, version, folder }, node, { path, haskell, install }) => ({
  name: `source-${suite}`,
  title: `install Ganeti ${version} from ${folder}`,
  context: path,
  base: node.reference,
  buildArgs: { HASKELL: haskell, INSTALL: install },
  network: "none"
});
async function named({ commit }, image, path, haskell) {
  const revision = commit ?? (await hashContext(path, { HASKELL: haskell })).slice(0, 12);
  return { ...image, revision };
}
async function forgetOld(signal) {
  const names = ["source-bookworm", "source-trixie", "haskell", "harness", "modules", "profiled"];
  for (const name of names) {
    const args = ["images", "--format", "{{.Repository}}:{{.Tag}}", `ganeti-perf/${name}`];
    const references = (await docker(args, { signal })).stdout.split("\n").filter(Boolean);
    const each = references.map((reference) => [reference]);
    await pruneImages(each, KEPT2, signal);
  }
  const stages = ["image", "prune", "--force", "--filter", "label=ganeti-perf.stage=1"];
  await docker(stages, { signal, reject: false, timeout: 12e4 });
}

// src/cluster/nodeImage.ts
async function nodeImage(source, buildCache, context) {
  switch (source.kind) {
    case "debian":
      return packagedImage(source.suite, context);
    case "source":
      return sourceImage({ folder: source.folder, buildCache }, context);
    case "image":
      return foreignImage(source.reference, context);
  }
}
async function foreignImage(reference, { signal }) {
  if (await imageId(reference, signal) === void 0) {
    await docker(["pull", reference], { signal, timeout: 6e5, reject: false });
  }
  const id = await imageId(reference, signal);
  if (id !== void 0) return { reference, id };
  throw environmentError(
    `there is no image '${reference}', and it cannot be pulled; see \`docker images\` for those here`
  );
}
var BPFTRACE_VERSION = "0.23.2";
async function tracerImage(context) {
  const base = await ensureBaseImage("trixie", context, { urgent: false });
  const buildArgs = { BPFTRACE_VERSION };
  const image = await ensureImage({ name: "tracer", context: "tracer", base, buildArgs }, context);
  return { reference: image.reference, bpftrace: BPFTRACE_VERSION };
}

// src/cluster/owner.ts
import { readFileSync, readlinkSync } from "node:fs";
function ownerLabel() {
  const pid = process.pid;
  return `${OWNER_LABEL}=${pid}.${beginningOf(pid) ?? 0}.${pidNamespace()}`;
}
async function removeAbandoned(log, signal) {
  const format = `{{.Label "${RUN_LABEL}"}} {{.Label "${OWNER_LABEL}"}} {{.Label "${KEPT_LABEL}"}}`;
  const list = async (...what) => {
    const args = [...what, "--filter", `label=${LABEL}`, "--format", format];
    return (await docker(args, { signal })).stdout.split("\n");
  };
  const found = await Promise.all([
    list("ps", "--all"),
    list("network", "ls"),
    list("volume", "ls")
  ]);
  const abandoned = new Set(
    found.flat().flatMap((line) => {
      const [run2, owner = "", kept] = line.split(" ");
      return run2 && !kept && isDead(owner) ? [run2] : [];
    })
  );
  for (const run2 of abandoned) await removeLeft(run2, log);
}
async function removeLeft(run2, log) {
  try {
    const { containers } = await removeRun(run2, PATIENCE3);
    log.info(`removed what run ${run2} left behind (${containers} containers)`);
  } catch (error) {
    const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    log.warn(`what run ${run2} left behind stays for now: ${why}`);
  }
}
var PATIENCE3 = 5e3;
function isDead(owner) {
  const [, pid, start, namespace] = /^(\d+)\.(\d+)\.(\d+)$/.exec(owner) ?? [];
  if (Number(namespace) !== pidNamespace()) return false;
  const beginning = beginningOf(Number(pid));
  return beginning !== "not shown" && beginning !== Number(start);
}
function beginningOf(pid) {
  try {
    const stat4 = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat4.slice(stat4.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? void 0 : Number(fields[18]);
  } catch {
    return isThere(pid) ? "not shown" : void 0;
  }
}
function isThere(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
var pidNamespace = () => Number(/\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? 0);

// src/cluster/preflight.ts
import { readFile as readFile6 } from "node:fs/promises";
import { join as join8 } from "node:path";

// src/cluster/tracerHost.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// src/platform/process/shell.ts
import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
var DEFAULT_TIMEOUT2 = 5 * 6e4;
function createShell(source) {
  let session;
  let last = Promise.resolve();
  const discard = async () => {
    const ended = session;
    session = void 0;
    await ended?.process.kill("SIGKILL");
  };
  const ask = async (command, options) => {
    if (options.signal?.aborted) throw failure(command, { aborted: true }, options.signal.reason);
    if (session?.dead) await discard();
    session ??= await startSession(source);
    const answer = await answered(session, command, options);
    if (answer.end !== void 0) {
      await discard();
      throw failure(command, answer.end, options.signal?.reason, answer.stderr);
    }
    const { exitCode, stdout, stderr } = answer;
    if (exitCode === 0 || options.reject === false) return { exitCode, stdout, stderr };
    throw failure(command, { exitCode }, void 0, stderr, stdout);
  };
  return {
    run(command, options = {}) {
      const turn = last.then(() => ask(command, options));
      last = turn.catch(() => void 0);
      return turn;
    },
    close: discard
  };
}
async function startSession({ command, lifetime, signal }) {
  const [file, ...args] = command;
  const input = new PassThrough();
  input.on("error", () => void 0);
  const process2 = await spawn(file, args, { timeout: lifetime, signal, input });
  const session = { process: process2, input, ...DEAF };
  process2.stdout.setEncoding("utf8").on("data", (text) => session.take(text));
  void process2.finished.then(({ error }) => {
    session.dead = error?.end ?? { failure: "the shell ended before the command did" };
    session.ended(session.dead);
  });
  input.write(`e=$(mktemp) && trap 'rm -f "$e"' EXIT
`);
  return session;
}
var DEAF = { take: () => void 0, ended: () => void 0 };
function answered(session, command, { timeout = DEFAULT_TIMEOUT2, signal }) {
  const fence = randomBytes(8).toString("hex");
  const { process: process2, input } = session;
  return new Promise((resolve3) => {
    const settle = (answer) => {
      clearTimeout(deadline);
      letGo?.();
      Object.assign(session, DEAF);
      resolve3(answer);
    };
    const broken = (end2) => settle({ end: end2, stderr: process2.stderr() });
    const deadline = setTimeout(() => broken({ timedOutAfter: timeout }), timeout);
    const letGo = signal && onAbort(signal, () => broken({ aborted: true }));
    session.ended = broken;
    if (session.dead) broken(session.dead);
    let text = "";
    session.take = (more) => {
      const from = Math.max(0, text.length - fence.length - 2);
      text += more;
      if (!text.includes(`
${fence}
`, from)) return;
      settle(parseAnswer(text, fence));
    };
    input.write(
      `${command.map(quoted).join(" ")} < /dev/null 2> "$e"; printf '\\n${fence} %s\\n' $?; cat "$e"; printf '\\n${fence}\\n'
`
    );
  });
}
function parseAnswer(text, fence) {
  const [stdout = "", rest = ""] = text.split(`
${fence} `);
  const [, status, stderr = ""] = /^(\d+)\n([^]*)$/.exec(rest.split(`
${fence}
`)[0] ?? "") ?? [];
  const trimmed = (said) => said.replace(/\n$/, "");
  return { exitCode: Number(status), stdout: trimmed(stdout), stderr: trimmed(stderr) };
}
var quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;
function failure(command, end2, cause, stderr = "", stdout = "") {
  const nothing = {
    exitCode: void 0,
    signal: void 0,
    timedOutAfter: void 0,
    aborted: false,
    failure: void 0
  };
  return new ProcessError(command, { ...nothing, ...end2 }, { stdout, stderr }, { cause });
}

// src/cluster/tracerHost.ts
var TRACER_RIGHTS = [
  // With an engine that gives containers users of their own, the first is refused without the second.
  ...["--pid", "host", "--userns", "host", "--network", "none"],
  ...["--cap-add", "SYS_ADMIN", "--cap-add", "SYS_PTRACE"],
  // Docker's AppArmor profile forbids the two mounts, and so does SELinux's label of containers.
  ...["--security-opt", "apparmor=unconfined", "--security-opt", "label=disable"],
  // Such an engine's images belong to another root: there mount(8), by its setuid bit, would be that one's.
  ...["--security-opt", "no-new-privileges"]
];
var LONGEST_RUN = 7 * 24 * 36e5;
async function startTracerContainer({ runId, nodes }, image, extraLabels, signal) {
  const container = tracerName(runId);
  const script = "mount -t tracefs tracefs /sys/kernel/tracing && { mount -t debugfs debugfs /sys/kernel/debug || true; } && exec sleep infinity";
  await docker(
    [
      ...["run", "--detach", "--init", "--pull", "never", "--name", container],
      ...TRACER_RIGHTS,
      ...cpuShares("tracer", nodes.length),
      ...containerOptions(runId, ["ganeti-perf.role=tracer", ...extraLabels]),
      ...[image, "sh", "-c", script]
    ],
    { signal }
  );
  const command = ["docker", "exec", "--interactive", container, "sh"];
  const shell = createShell({ command: [...command], lifetime: LONGEST_RUN, signal });
  const inside = insideOf(container, shell, signal);
  await mounted(inside.exec, container);
  return {
    ...inside,
    async write(path, content) {
      const write = ["exec", "--interactive", container, "sh", "-c", 'cat > "$0"', path];
      await docker(write, { signal, input: content });
    },
    async beside(plan, whileUp) {
      const pids = await containerPids(plan, whileUp);
      const path = (node, of) => `/proc/${pids.get(node.index)}/root${of}`;
      return { ...insideOf(container, shell, whileUp), pidOf: pids, path };
    },
    async close() {
      await Promise.all([inside.close(), shell.close()]);
    }
  };
}
function insideOf(container, shell, signal) {
  const exec = (command, options = {}) => shell.run(command, { signal, ...options });
  const spawned = [];
  return {
    exec,
    async spawn(name, command) {
      const script = 'echo $$ > "/tmp/$0.pid" && exec "$@"';
      const args = ["exec", container, "sh", "-c", script, name, ...command];
      const process2 = await spawn("docker", args, { timeout: LONGEST_RUN, signal });
      spawned.push(process2);
      return process2;
    },
    withPid: (name, script) => exec(["sh", "-c", `set -- "$(cat "/tmp/$0.pid")"; ${script}`, name]),
    async close() {
      await Promise.all(spawned.map((process2) => process2.kill("SIGKILL")));
    }
  };
}
async function containerPids(plan, signal) {
  const format = "{{.State.Pid}}";
  const names = plan.nodes.map((node) => node.container);
  const { stdout } = await docker(["inspect", "--format", format, ...names], { signal });
  const pids = stdout.split("\n").map(Number);
  return new Map(
    plan.nodes.map((node, i) => {
      const pid = pids[i];
      if (!pid) throw invalidError(`container ${node.container} of ${node.name} is not running`);
      return [node.index, pid];
    })
  );
}
async function mounted(exec, container) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const test = ["test", "-d", "/sys/kernel/tracing/events"];
    if ((await exec(test, { reject: false })).exitCode === 0) return;
    await sleep2(100);
  }
  const { stderr } = await docker(["logs", "--tail", "5", container], { reject: false });
  throw invalidError(`the tracer's container cannot mount tracefs: ${stderr.trim()}`);
}

// src/cluster/preflight.ts
async function requireTracing({ runId, labels: labels2 }, context) {
  const { signal } = context;
  const base = await ensureBaseImage("trixie", context);
  const script = await readFile6(join8(projectRoot(), "probes", "preflight.pl"), "utf8");
  const options = ["run", "--rm", "--init", "--pull", "never", ...TRACER_RIGHTS];
  const { stdout, stderr, exitCode } = await docker(
    [...options, ...containerOptions(runId, labels2), base, "perl", "-e", script],
    { signal, reject: false, maxBuffer: 64 * 1024 }
  );
  if (exitCode === 0 && /^ok$/m.test(stdout)) return;
  const facts = { lockdown: lockdownOf(stdout), ...await machineFacts(signal) };
  throw environmentError(refusal(stdout, stderr, exitCode, facts));
}
function refusal(stdout, stderr, exitCode, facts) {
  const [, kind = "", detail = ""] = /^(\w+)\t(.*)$/m.exec(stdout) ?? [];
  const known = WHAT[kind];
  const said = kind === "" ? lastWords(stderr) || `exit status ${exitCode}` : lastWords(detail);
  const what = known?.what ?? "a container with the rights that the tracer needs cannot be started";
  return `this machine cannot be traced: ${what} (${said}); ${known?.remedy ?? remedyOf(facts)}`;
}
var WHAT = {
  architecture: {
    what: "its architecture is not known",
    remedy: "use a machine with x86-64 or arm64"
  },
  btf: {
    what: "the kernel does not describe its types, /sys/kernel/btf/vmlinux cannot be read",
    remedy: "boot a kernel with CONFIG_DEBUG_INFO_BTF=y, as Debian's and Ubuntu's are"
  },
  tracefs: { what: "the kernel's tracefs cannot be mounted in a container" },
  tracepoint: { what: "the kernel takes no program at a tracepoint" },
  uprobe: { what: "the kernel takes no program at a uprobe" }
};
function remedyOf({ lockdown, security, isSelinuxEnforcing }) {
  if (/\bname=rootless\b/.test(security)) {
    return "this engine runs without root, whose containers may not trace the kernel: use root's, e.g. unset DOCKER_HOST";
  }
  if (lockdown === "confidentiality") {
    return "the kernel is locked down, so that nobody may read its memory: boot it without lockdown=confidentiality";
  }
  if (isSelinuxEnforcing) {
    return "SELinux is enforcing: see what it denied by `ausearch -m avc -ts recent`, allow that, or run: sudo setenforce 0";
  }
  return "it takes a kernel with tracepoints of system calls and uprobes (CONFIG_FTRACE_SYSCALLS, CONFIG_UPROBE_EVENTS, CONFIG_BPF_SYSCALL), and an engine that grants SYS_ADMIN and SYS_PTRACE, --pid host and --userns host; see docs/machines.md";
}
function lockdownOf(stdout) {
  const [, mode = ""] = /^lockdown .*\[(\w+)\]/m.exec(stdout) ?? [];
  return mode === "none" ? "" : mode;
}
async function machineFacts(signal) {
  const format = '{{join .SecurityOptions " "}}';
  const info = await docker(["info", "--format", format], { reject: false, signal });
  const enforce = await readFile6("/sys/fs/selinux/enforce", "utf8").catch(() => "0");
  return { security: info.stdout, isSelinuxEnforcing: enforce.trim() === "1" };
}

// src/cluster/requireRealStorage.ts
async function requireRealStorage(signal) {
  const format = '{{join .SecurityOptions " "}}';
  refuseOtherUsers((await docker(["info", "--format", format], { signal })).stdout);
  await detachLeft(signal);
  refuseSecond(await disksInUse());
}
function refuseOtherUsers(security) {
  if (!/\bname=(?:rootless|userns)\b/.test(security)) return;
  throw environmentError(
    "this engine gives containers users of their own, to whom the kernel gives no device-mapper: use one that does not (see docs/machines.md), or leave out --storage real"
  );
}
function refuseSecond([first]) {
  if (first === void 0) return;
  const [container = ""] = first.split(".");
  throw environmentError(
    `a cluster with real volumes is up on this machine already (${container}), and all names of volumes are one kernel's: wait until its run has ended, or take it down (ganeti-perf cluster down), or leave out --storage real`
  );
}

// src/cluster/containerTestbed.ts
var REMOVAL = 3e3;
async function openContainerTestbed(settings, context) {
  const { log, signal, disposal } = context;
  await overlayHash(settings.overlay);
  await requireMemory(settings);
  const isReal2 = settings.storage === "real";
  if (isReal2) await readBlockNumbers();
  await ensureEngine(context);
  await removeAbandoned(log, signal);
  if (isReal2) await requireRealStorage(signal);
  const runId = context.runId ?? newRunId();
  const labels2 = [context.kept ? `${KEPT_LABEL}=1` : ownerLabel()];
  log.debug(`run ${runId}`);
  disposal.add(`run ${runId}`, () => removeRun(runId), 6e4 + settings.nodes * REMOVAL);
  await together(context, [
    (linked) => requireTracing({ runId, labels: labels2 }, linked),
    // Making a Debian takes longer than asking the kernel, and most of one processor.
    async (linked) => settings.ganeti.kind === "debian" && ensureBaseImage(settings.ganeti.suite, linked)
  ]);
  const [cluster, tracer] = await together(context, [
    async (linked) => {
      const node = await nodeOf(settings, linked);
      const subnet2 = await createNetwork(runId, labels2, linked.signal);
      const plan2 = planCluster(runId, subnet2, topologyFor(settings), settings.storage);
      const filling = { plan: plan2, subnet: subnet2, labels: labels2, node, overlay: settings.overlay };
      return { ...filling, snapshot: await clusterAtRest(filling, linked) };
    },
    (linked) => tracerImage(linked)
  ]);
  const calibration = await calibrate({ runId, image: cluster.node.reference, labels: labels2 }, context);
  const { onRestored } = context;
  const { plan, subnet } = cluster;
  const samplesHeaps = [settings.ganeti, settings.against].every((one) => one?.kind === "source");
  const place = { plan, subnet, labels: labels2, tracer, calibration, disposal, onRestored, samplesHeaps };
  return containerTestbedOf(place, cluster, settings, context);
}
async function openTestbedBeside(testbed, settings, context) {
  const node = await nodeOf(settings, context);
  const { plan, subnet, labels: labels2 } = testbed;
  const filling = { plan, subnet, labels: labels2, node, overlay: settings.overlay };
  const snapshot = await clusterAtRest(filling, context);
  return {
    ...await containerTestbedOf(testbed, { node, snapshot }, settings, context),
    isBeside: true
  };
}
async function nodeOf(settings, context) {
  const node = await nodeImage(settings.ganeti, settings.buildCache, context);
  const { storage = "emulated" } = settings;
  return withStorage(node, { topology: topologyFor(settings), storage }, context);
}
async function containerTestbedOf({ plan, subnet, labels: labels2, tracer, calibration, disposal, onRestored, samplesHeaps }, { node, snapshot }, settings, { signal }) {
  const { facts } = snapshot;
  const overlay = await overlayHash(settings.overlay);
  const engine = await docker(["version", "--format", "{{.Server.Version}}"], { signal });
  return {
    ...{ plan, subnet, labels: labels2, tracer, calibration, disposal, onRestored, samplesHeaps },
    isBeside: false,
    snapshot,
    ganeti: {
      version: facts.version,
      source: sourceName(settings.ganeti),
      revision: node.revision ?? (facts.revision || node.id.slice(7, 19))
    },
    environment: {
      architecture: arch(),
      cpus: cpus2().length,
      engine: engine.stdout.trim(),
      kernel: release(),
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      // Its hash: a folder's name says little on another machine.
      ...overlay === "" ? {} : { overlay: overlay.slice(0, 12) },
      python: facts.python,
      ...hasVolumes(plan.topology.diskTemplate) && { storage: plan.storage },
      tracer: `bpftrace ${tracer.bpftrace}`,
      ...calibration
    }
  };
}
async function restoreNodes(testbed, signal) {
  const { plan, snapshot, subnet, labels: labels2 } = testbed;
  await startNodes(plan, (node) => snapshot.imageOf(node), { labels: labels2, signal });
  await unpackSnapshot(snapshot, plan, subnet, signal);
  await testbed.onRestored?.(testbed, signal);
}

// src/cluster/kept.ts
var ours = () => [`${KEPT_LABEL}=1`, userLabel()];
async function startKeptCluster(settings, context) {
  const disposal = createDisposal(context.log);
  try {
    await ensureEngine(context);
    await refuseSecondKept();
    const testbed = await openContainerTestbed(settings, { ...context, disposal, kept: true });
    await refuseSecondKept();
    await context.log.phase("start the cluster", async () => {
      await restoreNodes(testbed, context.signal);
      await startDaemons(testbed.plan, context.signal);
    });
    disposal.move();
    return testbed;
  } finally {
    await disposal.dispose();
  }
}
async function refuseSecondKept() {
  const [there] = await keptNodes();
  if (!there) return;
  throw usageError(
    `a cluster is up already (${there.container}); take it down first: ganeti-perf cluster down`
  );
}
async function keptInstances(master) {
  return (await docker(["exec", master.container, "gnt-instance", "list"])).stdout;
}
async function keptNodes() {
  const format = "{{.Names}}|{{.Status}}";
  const filters = ours().flatMap((label) => ["--filter", `label=${label}`]);
  const args = ["ps", "--all", ...filters, "--format", format];
  const { stdout } = await docker(args);
  return stdout.split("\n").flatMap((line) => {
    const [container = "", status = ""] = line.split("|");
    const index = Number(/-node(\d+)$/.exec(container)?.[1]);
    return index > 0 ? [{ index, container, node: `node${index}.perf.test`, status }] : [];
  }).toSorted((a, b) => a.index - b.index).map(({ container, node, status }) => ({ container, node, status }));
}
var removeKept = () => removeLabelled(ours());

export {
  askGit,
  readCheckout,
  takeDown,
  createDisposal,
  ensureEngine,
  startDaemons,
  tellHeaps,
  startDaemon,
  stopDaemon,
  makeProfiles,
  profileOf,
  together,
  literalPattern,
  applyOverlay,
  nodesByAddress,
  tracerName,
  markUsed,
  withStage,
  compiledHaskell,
  compilerImage,
  startTracerContainer,
  openContainerTestbed,
  openTestbedBeside,
  restoreNodes,
  startKeptCluster,
  refuseSecondKept,
  keptInstances,
  keptNodes,
  removeKept
};
