import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createDisposal,
  makeProfiles,
  nodesByAddress,
  openContainerTestbed,
  openTestbedBeside,
  profileOf,
  refuseSecondKept,
  restoreNodes,
  startDaemon,
  startDaemons,
  startKeptCluster,
  startTracerContainer,
  stopDaemon,
  takeDown,
  tellHeaps,
  together,
  tracerName
} from "./chunk-THMOR72H.js";
import {
  execOn,
  inBatches,
  removeContainer,
  removeNodes,
  until
} from "./chunk-FAXXC353.js";
import {
  probeReadings
} from "./chunk-CKIKNP4S.js";
import {
  RUN_LABEL,
  containerOptions,
  docker,
  onAbort,
  pause,
  spawn
} from "./chunk-JQ64J7FM.js";
import {
  topologyOf
} from "./chunk-AVMGVZHM.js";
import {
  MAX_CENTRES,
  MAX_DEPTH,
  MAX_STACKS
} from "./chunk-XW5CLFQN.js";
import {
  OPEN_JOB,
  givesUp,
  isProbeSet,
  planActions,
  probeName
} from "./chunk-NLPLDUTU.js";
import {
  grouped
} from "./chunk-CVHPNJED.js";
import {
  ProcessError
} from "./chunk-4XPSXIGN.js";
import {
  seen,
  validated
} from "./chunk-LAUIYLMP.js";
import {
  BelowSchema,
  MAX_REQUESTS,
  MAX_SAMPLES,
  MAX_TYPES,
  SampleSchema,
  heapCurve
} from "./chunk-SOFWC5QX.js";
import {
  ATTEMPTS,
  CONFIG_LOCK,
  INFORMATIVE_FAMILIES,
  _enum,
  array,
  discriminatedUnion,
  familyOf,
  int,
  keySegment,
  literal,
  number,
  object,
  record,
  strictObject,
  string,
  tuple,
  union,
  unknown,
  waitingKey
} from "./chunk-SHGZJK5N.js";
import {
  plural
} from "./chunk-OHF2BV36.js";
import {
  maxOf,
  sum
} from "./chunk-TSNSTRFB.js";
import {
  environmentError,
  incompleteError,
  invalidError
} from "./chunk-HSULD6WJ.js";
import {
  projectRoot
} from "./chunk-6MX2ZWUR.js";
import {
  visible
} from "./chunk-YKIAVSG6.js";

// src/cluster/callHarness.ts
var TIMEOUT = 30 * 6e4;
var CALL = ["sh", "-c", 'cat > /tmp/config.data && exec /harness/run /tmp/config.data "$0"'];
var CONFIG = "/var/lib/ganeti/config.data";
var LARGEST_CONFIG = 256 * 1024 * 1024;
async function callHarness({ plan, snapshot, labels }, { name, image, samples }, { signal }) {
  const alone = ["run", "--rm", "--pull", "never", "--network", "none", "--init"];
  const options = containerOptions(plan.runId, labels);
  const read2 = [...alone, ...options, "--entrypoint", "cat", snapshot.imageOf(plan.master), CONFIG];
  const config = await docker(read2, {
    signal,
    maxBuffer: LARGEST_CONFIG
  });
  const called = await docker(
    // Ganeti's files are UTF-8, whatever the image says.
    [
      ...alone,
      "--interactive",
      "--env",
      "LANG=C.UTF-8",
      ...options,
      image,
      ...CALL,
      String(samples)
    ],
    { input: config.stdout, signal, timeout: TIMEOUT, maxBuffer: 1024 * 1024, reject: false }
  );
  if (called.exitCode !== 0) {
    const [why = ""] = called.stderr.trim().split("\n").slice(-1);
    throw invalidError(
      `the harness ${name} ended with exit status ${called.exitCode}: ${why.slice(0, 500)}`
    );
  }
  return { configBytes: Buffer.byteLength(config.stdout), samples: samplesOf(called.stdout, name) };
}
function samplesOf(text2, name) {
  const lines = text2.trim().split("\n");
  const read2 = array(SampleSchema).min(1).safeParse(lines.map(parsedOrUndefined));
  if (read2.success) return read2.data;
  throw invalidError(`the harness ${name} printed something else than its samples`);
}
function parsedOrUndefined(line) {
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}

// src/cluster/daemonProgram.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var REPLACE = 'set -e; program=$(readlink -f "/usr/sbin/ganeti-$1"); chmod 755 /ganeti-perf-program; chown root:root /ganeti-perf-program; mv /ganeti-perf-program "$program"';
async function replaceProgram({ plan, labels }, daemon, image, signal) {
  const { master, runId } = plan;
  const folder = await mkdtemp(join(tmpdir(), "ganeti-perf-program-"));
  try {
    const program = join(folder, "program");
    const create = ["create", "--pull", "never", ...containerOptions(runId, labels), image, "none"];
    const container = (await docker(create, { signal })).stdout.trim();
    try {
      await docker(["cp", `${container}:/profiled/ganeti-${daemon}`, program], { signal });
    } finally {
      await docker(["rm", container], { reject: false });
    }
    await docker(["cp", program, `${master.container}:/ganeti-perf-program`], { signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await execOn(master, ["sh", "-c", REPLACE, "sh", daemon], { signal });
}

// src/trace/events/costProfile.ts
var Count = int().min(0);
var FileSchema = object({
  total_ticks: Count,
  tick_interval: Count.max(1e9),
  cost_centres: array(object({ id: Count, label: string(), module: string() })).max(2e5),
  profile: unknown()
});
var NodeSchema = object({
  id: Count,
  entries: Count,
  ticks: Count,
  alloc: Count,
  children: array(unknown())
});
var MOST_NODES = 1e6;
var OVERHEAD = /^(?:PROFILING\.OVERHEAD_of|PROFILING\.DONT_CARE|GC\.GC|SYSTEM\.SYSTEM|IDLE\.IDLE|MAIN\.DONT_CARE)$/;
function readCostProfile(text2) {
  const { tick_interval, cost_centres, profile } = fileOf(text2);
  const names = new Map(cost_centres.map(({ id, module, label }) => [id, nameOf(module, label)]));
  const nodes = [];
  const open = [{ depth: 0, node: profile }];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { depth } = next;
    const { id, entries, ticks, alloc, children } = valid(NodeSchema, next.node);
    const name = names.get(id);
    if (name === void 0) throw noProfile(`it has no cost centre ${id}`);
    if (OVERHEAD.test(name)) continue;
    if (depth > MAX_DEPTH) throw noProfile(`calls in it are more than ${MAX_DEPTH} deep`);
    if (nodes.length >= MOST_NODES) throw noProfile(`it has more than ${MOST_NODES} stacks`);
    const cost = { ticks, allocated: alloc };
    nodes.push({ depth, name, entries, individual: cost, inherited: cost });
    for (const node of children.toReversed()) open.push({ depth: depth + 1, node });
  }
  const above = [];
  const parents2 = nodes.map((node) => {
    above.length = node.depth;
    above.push(node);
    return above.at(-2);
  });
  for (const [i, node] of [...nodes.entries()].reverse()) {
    const parent = parents2[i];
    if (parent) parent.inherited = added(parent.inherited, node.inherited);
  }
  return { seconds: tick_interval / 1e6, nodes };
}
function fileOf(text2) {
  let document;
  try {
    document = JSON.parse(text2);
  } catch (cause) {
    throw noProfile(`it is not whole (${text2.length} characters)`, cause);
  }
  return valid(FileSchema, document);
}
function valid(schema, document) {
  const result = validated(schema, document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw noProfile(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`, result.error);
}
var noProfile = (why, cause) => invalidError(`what the daemon wrote is no profile of its costs: ${why}`, { cause });
var nameOf = (module, label) => `${module.slice(0, 150)}.${label.slice(0, 200)}`;
var added = (a, b) => ({
  ticks: a.ticks + b.ticks,
  allocated: a.allocated + b.allocated
});
var SMALLEST = 1e-4;
function costsOf({ seconds: seconds2, nodes }) {
  const total2 = nodes[0]?.inherited ?? { ticks: 0, allocated: 0 };
  const weight = ({ inherited }) => Math.max(part(inherited.ticks, total2.ticks), part(inherited.allocated, total2.allocated));
  return {
    seconds: Math.round(total2.ticks * seconds2 * 1e3) / 1e3,
    ...total2,
    centres: centresOf(nodes).filter((centre) => weight(centre) >= SMALLEST).sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1)).slice(0, MAX_CENTRES),
    stacks: largest(nodes, weight)
  };
}
var part = (value, whole) => whole === 0 ? 0 : value / whole;
function centresOf(nodes) {
  const centres = /* @__PURE__ */ new Map();
  const stack = [];
  for (const { depth, name, entries, individual, inherited } of nodes) {
    stack.length = depth;
    const more = stack.includes(name) ? NONE : inherited;
    stack.push(name);
    const known = centres.get(name) ?? { name, entries: 0, individual: NONE, inherited: NONE };
    centres.set(name, {
      name,
      entries: known.entries + entries,
      individual: added(known.individual, individual),
      inherited: added(known.inherited, more)
    });
  }
  return [...centres.values()];
}
var NONE = { ticks: 0, allocated: 0 };
function largest(nodes, weight) {
  const order = nodes.map((node, i) => ({ i, weight: weight(node) })).filter((one) => one.weight >= SMALLEST).sort((a, b) => b.weight - a.weight || a.i - b.i).slice(0, MAX_STACKS);
  const kept = new Set(order.map(({ i }) => i));
  return nodes.filter((_, i) => kept.has(i)).map(({ depth, name, inherited }) => ({ depth, name, ...inherited }));
}
function foldedStacks({ nodes }, kind) {
  const stack = [];
  const lines = [];
  for (const { depth, name, individual } of nodes) {
    stack.length = depth;
    stack.push(visible(name).replace(/[;\s\uFFFD]/g, "_"));
    if (individual[kind] > 0) lines.push(`${stack.join(";")} ${individual[kind]}
`);
  }
  return lines.join("");
}

// src/workload/background.ts
async function withBackground(signal, work) {
  const stop = new AbortController();
  const letGo = signal && onAbort(signal, () => stop.abort(signal.reason));
  let first;
  const running = [];
  const start = (begun) => {
    const failed = (error) => {
      first ??= { error };
      stop.abort(error);
    };
    running.push(begun.then(() => void 0, failed));
  };
  start(work({ signal: stop.signal, start }));
  for (const one of running) await one;
  letGo?.();
  if (first) throw first.error;
}

// src/workload/daemonWatch.ts
var NEEDED = ["ganeti-wconfd", "ganeti-luxid"];
var GONE = 18e4;
var LOOK = 1e4;
async function whileDaemonsRun(name, stage, work, options = {}) {
  await withBackground(stage.signal, async ({ signal, start }) => {
    const done = new AbortController();
    start(watchDaemons(name, stage, AbortSignal.any([signal, done.signal]), options));
    try {
      await work({ ...stage, signal });
    } finally {
      done.abort();
    }
  });
}
async function watchDaemons(name, { host, plan }, until2, { needed = NEEDED, gone = GONE, interval = LOOK }) {
  const script = `cat ${host.path(plan.master, "/proc")}/[0-9]*/comm 2>/dev/null; true`;
  const seen2 = new Map(needed.map((daemon) => [daemon, performance.now()]));
  for (; ; ) {
    await pause(interval, until2).catch(() => void 0);
    if (until2.aborted) return;
    const { stdout } = await host.exec(["sh", "-c", script]);
    const now = performance.now();
    const running = new Set(stdout.split("\n"));
    for (const daemon of needed) {
      if (running.has(daemon)) seen2.set(daemon, now);
      else if (now - (seen2.get(daemon) ?? now) > gone) {
        throw invalidError(
          `workload '${name}': ${daemon} has not run on ${plan.master.name} for ${gone / 1e3} s, and nothing goes on without it; the logs are under logs/`
        );
      }
    }
  }
}

// src/workload/gaveUp.ts
var JOBS_LOG = "/var/log/ganeti/jobs.log";
var GIVEN_UP = /RPC error in (?<procedure>\w+) on node [\w.-]+: Error 28: (?:SSL connection timeout|Connection timed? ?out)/;
var connectionGivenUp = (log) => GIVEN_UP.exec(log)?.groups?.["procedure"];
async function givenUpError(failed, { plan, signal }, cause) {
  const { stdout } = await execOn(plan.master, ["cat", JOBS_LOG], { signal, reject: false });
  const procedure = connectionGivenUp(stdout);
  if (procedure === void 0) return void 0;
  return incompleteError(
    `${failed}; Ganeti gave up connecting to a node for ${procedure} after its five seconds: ${plan.nodes.length} nodes are many for the processors of this machine, or something else keeps these busy; take fewer --nodes, or let nothing run beside`,
    { cause }
  );
}

// src/workload/jobQueue.ts
var JobFileSchema = object({
  id: int(),
  ops: array(
    object({
      status: string(),
      input: object({ OP_ID: string() }),
      /** Seconds and microseconds. */
      start_timestamp: tuple([int(), int()]).nullish()
    })
  )
});
async function readJobs(host, master) {
  const folder = host.path(master, "/var/lib/ganeti/queue");
  const only = ["-maxdepth", "1", "-type", "f", "-name", "job-*"];
  const print = ["-exec", "sed", "--separate", "$a\\", "{}", "+"];
  const { stdout } = await host.exec(["find", folder, ...only, ...print], { reject: false });
  return parseJobs(stdout);
}
function parseJobs(text2) {
  return text2.split("\n").flatMap((line) => {
    const parsed2 = JobFileSchema.safeParse(tryJson(line));
    if (!parsed2.success) return [];
    const { id, ops } = parsed2.data;
    const opcodes = ops.map((op) => op.input.OP_ID);
    const starts = ops.map(({ start_timestamp: at }) => at ? at[0] * 1e6 + at[1] : null);
    return [{ id, opcodes, starts, state: stateOf(ops) }];
  }).toSorted((a, b) => a.id - b.id);
}
function stateOf(ops) {
  const is = (wanted) => (op) => op.status === wanted;
  if (ops.some(is("error"))) return "failed";
  if (ops.some(is("canceled"))) return "canceled";
  return ops.every(is("success")) ? "success" : "open";
}
function tryJson(line) {
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}

// src/cluster/sendRapi.ts
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";
async function sendRapi(master, request, options) {
  const input = await readFile(join2(projectRoot(), "probes", "rapi.py"), "utf8");
  const command = ["exec", "--interactive", master.container, "python3", "-I", "-", ...request];
  return docker(command, { ...options, input });
}

// src/workload/runCommand.ts
var STEP_TIMEOUT = 15 * 6e4;
var JOB_TIMEOUT = 6e4;
async function runCommand(name, action, stage, onBegin) {
  const { status = 0 } = action;
  const command = await withJob(name, action.command, stage);
  const said = `workload '${name}': ${command.join(" ")}`;
  stage.log.debug(`${name}: ${command.join(" ")}`);
  try {
    const { exitCode } = await started({ ...action, command }, stage, onBegin);
    if (exitCode === status) return;
    throw invalidError(`${said} ended with exit status ${exitCode} in place of ${status}`);
  } catch (error) {
    if (!(error instanceof ProcessError) || error.end.aborted) throw error;
    const failed = `${said} failed on ${stage.plan.master.name}: ${error.short.replace(/^docker: /, "")} (exit status ${error.end.exitCode ?? "?"})`;
    throw await givenUpError(failed, stage, error) ?? invalidError(failed, { cause: error });
  }
}
var BEGUN = "ganeti-perf: begun";
var TELL = ["sh", "-c", `echo "${BEGUN}"; exec "$0" "$@"`];
function started({ kind, command, status = 0 }, { plan, signal }, onBegin) {
  const options = { timeout: STEP_TIMEOUT, signal, reject: status === 0 };
  if (kind === "rapi") return sendRapi(plan.master, command, options);
  if (!onBegin) return execOn(plan.master, command, options);
  const onLine = (line) => {
    if (line === BEGUN) onBegin();
  };
  return execOn(plan.master, [...TELL, ...command], { ...options, onLine });
}
async function withJob(name, command, { host, plan, signal }) {
  if (!command.some((word) => word.includes(OPEN_JOB))) return command;
  let id = 0;
  const look = async () => {
    const jobs = await readJobs(host, plan.master);
    const open = jobs.find(({ state }) => state === "open");
    id = open?.id ?? 0;
    return open !== void 0 || `${jobs.length} jobs, all of which have ended`;
  };
  const what = `workload '${name}': ${command.join(" ")}: a job that is queued or running`;
  await until(what, look, { deadline: JOB_TIMEOUT, signal });
  return command.map((word) => word.replaceAll(OPEN_JOB, String(id)));
}

// src/workload/runnableThreads.ts
var runnable = (stats) => [...stats.matchAll(/^\d+ \((.*)\) [RD] [^)\n]*$/gm)].map(([, name = ""]) => name);

// src/workload/drive.ts
var QUIET = 500;
var drive = (name, actions, trace, stage) => whileDaemonsRun(name, stage, (watched) => driveSteps(name, actions, trace, watched));
async function driveSteps(name, actions, trace, stage) {
  await withBackground(stage.signal, async ({ signal, start }) => {
    const here = { ...stage, signal };
    const begun = [];
    const commands = actions.filter(({ kind }) => kind !== "wait").length;
    let number2 = 0;
    for (const action of actions) {
      trace.alive();
      if (action.kind !== "wait") {
        number2 += 1;
        stage.progress?.(`command ${number2} of ${commands}: ${action.command.join(" ")}`);
        if (!action.background) await runCommand(name, action, here);
        else {
          const begins = new Promise((begin) => {
            start(runCommand(name, action, here, begin).finally(begin));
          });
          begun.push(begins);
        }
      } else if (action.until === "jobs") await waitForJobs(name, here);
      else {
        await Promise.all(begun);
        await quiet(name, trace, here);
      }
    }
  });
  await waitForJobs(name, stage);
}
async function prepare(name, commands, stage) {
  for (const command of commands) await runCommand(name, command, stage);
}
async function settle(name, trace, stage) {
  await quiet(name, trace, stage, () => openJobs(name, stage));
}
async function quiet(name, trace, stage, noJobs) {
  const look = async () => {
    trace.alive();
    const since = trace.quietFor();
    if (since < QUIET) return `an event ${Math.round(since)} ms ago`;
    const [jobs, threads] = await Promise.all([noJobs?.(), busyThreads(stage)]);
    return typeof jobs === "string" ? jobs : threads;
  };
  const wait = { deadline: STEP_TIMEOUT, interval: 20, signal: stage.signal };
  await until(`'${name}' to settle`, look, wait);
}
var untracedRest = (name, stage) => settle(name, untracedWatch(), stage);
function untracedWatch() {
  const began = performance.now();
  return { alive: () => void 0, quietFor: () => performance.now() - began };
}
async function busyThreads({ host, plan }) {
  const folders = plan.nodes.map((node) => host.path(node, "/proc"));
  const script = 'for n; do cat "$n"/[0-9]*/task/[0-9]*/stat; done 2>/dev/null; true';
  const { stdout } = await host.exec(["sh", "-c", script, "sh", ...folders]);
  const busy = runnable(stdout);
  return busy.length === 0 || `${busy.join(", ")} running or waiting for a disk`;
}
async function waitForJobs(name, stage) {
  const wait = { deadline: STEP_TIMEOUT, sinceChange: true, interval: 100, signal: stage.signal };
  await until(`the jobs of '${name}'`, () => openJobs(name, stage), wait);
}
async function openJobs(name, stage) {
  const { host, plan, cancels = false } = stage;
  const jobs = await readJobs(host, plan.master);
  const failed = jobs.find(({ state }) => state === "failed" || state === "canceled" && !cancels);
  if (failed) {
    const said = `workload '${name}': job ${failed.id} (${failed.opcodes.join(", ")}) ${endOf(failed)}; its file and the logs are under logs/`;
    throw await givenUpError(said, stage) ?? invalidError(said);
  }
  const open = jobs.filter((job) => job.state === "open");
  if (open.length > 0)
    stage.progress?.(`${open.length} of ${plural(jobs.length, "job")} not ended`);
  return open.length === 0 || `${open.length} jobs open, first ${open[0]?.id} (${open[0]?.opcodes.join(", ")})`;
}
var endOf = ({ state }) => state === "canceled" ? "was canceled" : "failed";

// src/trace/collect/daemonReadings.ts
var TICKS = 100;
async function readProcesses(host, pids, { resetPeaks = false } = {}) {
  const reset = resetPeaks ? "echo 5 > /proc/$p/clear_refs; " : "";
  const script = `for p; do ${reset}h=$(grep VmHWM /proc/$p/status 2>/dev/null) && s=$(cat /proc/$p/stat 2>/dev/null) && echo "$p|$h|$s"; done; true`;
  const { stdout } = await host.exec(["sh", "-c", script, "sh", ...pids.map(String)]);
  return parseProcesses(stdout);
}
var PROCESS = /^(\d+)\|VmHWM:\s*(\d+) kB\|\1 \(.*\) ([A-Za-z](?: -?\d+){12,})$/gm;
function parseProcesses(text2) {
  const readings = /* @__PURE__ */ new Map();
  for (const [, pid, kilobytes, fields = ""] of text2.matchAll(PROCESS)) {
    const ticks = fields.split(" ").slice(11, 13).map(Number);
    const cpuSeconds = ticks.reduce((sum2, n) => sum2 + n, 0) / TICKS;
    readings.set(Number(pid), { peakRss: Number(kilobytes) * 1024, cpuSeconds });
  }
  return readings;
}

// src/cluster/containerWatch.ts
import { createInterface } from "node:readline";
var LONGEST = 3 * 36e5;
async function watchContainers(runId, signal) {
  const filters = [`label=${RUN_LABEL}=${runId}`, "type=container", "event=die"];
  const events = await spawn(
    "docker",
    [
      "events",
      ...filters.flatMap((f) => ["--filter", f]),
      "--format",
      "{{.Actor.Attributes.name}}"
    ],
    { timeout: LONGEST }
  );
  const gone = new AbortController();
  const letGo = signal && onAbort(signal, () => gone.abort(signal.reason));
  let closed = false;
  createInterface({ input: events.stdout }).on("line", (container) => {
    if (!closed) gone.abort(invalidError(`container ${container} ended`));
  });
  void events.finished.then(() => {
    if (!closed) gone.abort(environmentError("the container engine stopped answering"));
  });
  return {
    signal: gone.signal,
    async close() {
      closed = true;
      letGo?.();
      await events.kill("SIGKILL");
    }
  };
}

// src/platform/log/timings.ts
function timed({ timings }, step2, work) {
  return timings ? timings.time(step2, work) : work();
}

// src/cluster/containers.ts
async function endedContainers(plan) {
  const containers = [
    ...plan.nodes.map((node) => ({ what: node.name, container: node.container })),
    { what: "the tracer", container: tracerName(plan.runId) }
  ];
  const format = "{{.Name}}|{{.State.Running}}|{{.State.ExitCode}}";
  const names = containers.map(({ container }) => container);
  const { stdout } = await docker(["inspect", "--format", format, ...names], { reject: false });
  const states = new Map(stdout.split("\n").map((line) => [line.split("|")[0]?.slice(1), line]));
  return containers.flatMap(({ what, container }) => {
    const [, running, status] = states.get(container)?.split("|") ?? [];
    if (running !== "false") return [];
    return [`the container of ${what} (${container}) ended with exit status ${status}`];
  });
}

// src/measure/onNodes.ts
async function onNodes({ plan }, what, context, work) {
  try {
    return await work();
  } catch (error) {
    if (context.signal?.aborted) throw error;
    throw await explained(what, plan, error);
  } finally {
    await timed(context, "remove", () => removeNodes(plan));
  }
}
async function explained(name, plan, error) {
  let ended;
  try {
    ended = await endedContainers(plan);
  } catch (engineError) {
    return engineError;
  }
  if (ended.length > 0) {
    return invalidError(
      `while '${name}' was measured, ${ended.join(" and ")}: the measurement is not valid`,
      { cause: error }
    );
  }
  if (!(error instanceof ProcessError)) return error;
  return invalidError(`while '${name}' was measured: ${error.message}`, { cause: error });
}

// src/measure/withUntracedCluster.ts
async function withUntracedCluster(testbed, what, context, work, start = (signal, _host) => startDaemons(testbed.plan, signal)) {
  const { plan } = testbed;
  const { tracer } = context;
  return onNodes(testbed, what, context, async () => {
    await timed(
      context,
      "restore",
      () => together(context, [
        ({ signal }) => restoreNodes(testbed, signal),
        () => tracer.prepare(testbed, context.signal)
      ])
    );
    const watch2 = await watchContainers(plan.runId, context.signal);
    try {
      const { signal } = watch2;
      const host = await timed(context, "attach", () => tracer.beside(testbed, signal));
      try {
        await timed(context, "daemons", () => start(signal, host));
        const stage = { plan, host, log: context.log, signal };
        await timed(context, "settle before", () => untracedRest(what, stage));
        return await work(host, signal);
      } finally {
        await host.close();
      }
    } finally {
      await watch2.close();
    }
  });
}

// src/measure/processorTime.ts
async function plainProcessorTime(testbed, { daemon, name, before, steps }, context) {
  const { plan } = testbed;
  const stageOf = (host, signal) => ({
    ...{ plan, host, log: context.log, signal }
  });
  const start = async (signal, host) => {
    await prepare(name, before, stageOf(host, signal));
    await startDaemons(plan, signal);
  };
  const work = async (host, signal) => {
    await driveToRest(name, steps, stageOf(host, signal));
    return processorTime(plan, daemon, signal);
  };
  return withUntracedCluster(testbed, `processor time ${name}`, context, work, start);
}
async function driveToRest(name, steps, stage) {
  await drive(name, steps, untracedWatch(), stage);
  await untracedRest(name, stage);
}
var READ = 'p=$(cat "/var/run/ganeti/ganeti-$1.pid") && h=$(grep VmHWM "/proc/$p/status") && s=$(cat "/proc/$p/stat") && echo "$p|$h|$s"';
async function processorTime({ master }, daemon, signal) {
  const { stdout } = await execOn(master, ["sh", "-c", READ, "sh", daemon], { signal });
  const [reading] = parseProcesses(stdout).values();
  if (!reading) throw invalidError(`it cannot be read how much of the processor ${daemon} took`);
  return reading.cpuSeconds;
}

// src/cluster/heapOptions.ts
var AREA = 256;
var AREA_PER_INSTANCE = 2;
var areaOption = ({ configInstances }) => `-A${AREA + AREA_PER_INSTANCE * configInstances.length}k`;
var TELLS = { luxid: [], wconfd: [], confd: ["-S"] };
function heapOptions(plan, sampled) {
  const collect2 = sampled ? [areaOption(plan), "-F0.1", "-O4k"] : [];
  return Object.entries(TELLS).map(([daemon, tell]) => ({
    daemon,
    runtime: [...tell, ...collect2],
    everywhere: true
  })).filter(({ runtime }) => runtime.length > 0);
}

// src/trace/collect/heap.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// src/cluster/logs.ts
import { randomBytes } from "node:crypto";
var FILES = [
  "node-daemon.log",
  "jobs.log",
  "commands.log",
  "luxi-daemon.log",
  "wconf-daemon.log",
  "conf-daemon.log",
  "rapi-daemon.log",
  "monitoring-daemon.log",
  "kvm-daemon.log",
  "meta-daemon.log"
];
var LIMIT = 16 * 1024 * 1024;
async function readLogs(plan, signal) {
  const fence = `--- ${randomBytes(8).toString("hex")} `;
  const script = `f=$1; shift; cd /var/log/ganeti && for l; do [ -f "$l" ] && { printf '%s%s\\n' "$f" "$l"; head -c ${LIMIT} "$l"; echo; }; done; true`;
  const logs = /* @__PURE__ */ new Map();
  await inBatches(plan.nodes, 8, async (node) => {
    const command = ["sh", "-c", script, "sh", fence, ...FILES];
    const { stdout } = await execOn(node, command, { signal, maxBuffer: 256 * 1024 * 1024 });
    logs.set(node.name, splitLogs(stdout, fence));
  });
  return logs;
}
function splitLogs(text2, fence) {
  const parts = text2.split(fence).slice(1);
  return new Map(
    parts.map((part2) => {
      const end = part2.indexOf("\n");
      return [part2.slice(0, end), part2.slice(end + 1).replace(/\n$/, "")];
    })
  );
}

// src/trace/events/haskellLog.ts
var COLLECTION = /^\s*(\d{1,15})\s+\d+\s+(\d{1,15})\s+[\d.]+\s+[\d.]+\s+[\d.]+\s+(\d{1,15}\.\d{1,15})\s+\d+\s+\d+\s+\(Gen:\s*(\d{1,3})\)\s*$/;
function readCollections(log) {
  return log.split("\n").flatMap((line) => {
    const [, allocated, live, seconds2, generation] = COLLECTION.exec(line) ?? [];
    if (allocated === void 0) return [];
    const at = Math.round(Number(seconds2) * 1e9);
    return [{ at, allocated: Number(allocated), live: Number(live), major: generation !== "0" }];
  });
}

// src/trace/collect/heap.ts
var DAEMONS = /* @__PURE__ */ new Map([
  ["luxi-daemon.log", "luxid"],
  ["wconf-daemon.log", "wconfd"],
  ["conf-daemon.log", "confd"],
  ["kvm-daemon.log", "kvmd"],
  ["meta-daemon.log", "metad"]
]);
async function readHeapLogs({ nodes }, signal) {
  const fence = `--- ${randomBytes2(8).toString("hex")} `;
  const script = `f=$1; shift; cd /var/log/ganeti && for l; do printf '%s%s\\n' "$f" "$l"; grep -a '(Gen: *[0-9]*) *$' "$l" 2>/dev/null; done; true`;
  const logs = nodes.map(() => []);
  await inBatches([...nodes.entries()], 8, async ([index, node]) => {
    const command = ["sh", "-c", script, "sh", fence, ...DAEMONS.keys()];
    const { stdout } = await execOn(node, command, { signal, maxBuffer: 256 * 1024 * 1024 });
    logs[index] = [...splitLogs(stdout, fence)].flatMap(([file, lines]) => {
      const daemon = DAEMONS.get(file);
      const collections = readCollections(lines);
      return daemon === void 0 || collections.length === 0 ? [] : [{ node: index + 1, daemon, collections }];
    });
  });
  return logs.flat();
}

// src/trace/events/heapProfile.ts
var BAND = /^([^\t]{1,200})[^\t]*\t(\d{1,16})$/;
var PACKAGE = /^[a-z][\w.-]*:(?=[A-Z])/;
function readHeapProfile(text2) {
  const samples = [];
  let open;
  for (const line of text2.split("\n")) {
    if (line.startsWith("BEGIN_SAMPLE ")) open = /* @__PURE__ */ new Map();
    else if (line.startsWith("END_SAMPLE ")) {
      if (open) samples.push(open);
      open = void 0;
    } else if (open) {
      const [, type, bytes] = BAND.exec(line) ?? [];
      const name = type?.replace(PACKAGE, "");
      if (name !== void 0) open.set(name, (open.get(name) ?? 0) + Number(bytes));
    }
  }
  return samples;
}
function heapProfileOf(censuses, collections, { begin, end }) {
  const first = censuses.length - collections.length;
  if (first < 0) {
    throw invalidError(
      `of ${collections.length} collections the profile of the heap has ${censuses.length} samples only`
    );
  }
  const during = collections.flatMap((collection, i) => {
    const { at } = collection;
    if (at < begin || at > end) return [];
    return [{ ...collection, census: censuses[first + i] ?? /* @__PURE__ */ new Map() }];
  });
  if (during.length === 0) {
    throw invalidError("the daemon allocated too little for a single collection of its heap");
  }
  const types = largest2(during.map(({ census }) => census));
  const live = during.map((collection) => collection.live);
  const before = collections.findLast(({ at }) => at < begin)?.live ?? 0;
  return {
    seconds: seconds(end - begin),
    collections: during.length,
    allocated: during.reduce((sum2, { allocated }) => sum2 + allocated, 0),
    maxLive: maxOf(live),
    liveBefore: before,
    liveAfter: live.at(-1) ?? before,
    types,
    samples: thinned(during, ({ census }) => total(census)).map(({ at, census }) => {
      const named = types.map((type) => census.get(type) ?? 0);
      const rest = total(census) - named.reduce((sum2, bytes) => sum2 + bytes, 0);
      return { seconds: seconds(at - begin), bytes: [...named, rest] };
    })
  };
}
var total = (census) => [...census.values()].reduce((sum2, n) => sum2 + n, 0);
var seconds = (nanoseconds2) => Math.round(nanoseconds2 / 1e6) / 1e3;
function largest2(censuses) {
  const peaks = /* @__PURE__ */ new Map();
  for (const census of censuses) {
    for (const [type, bytes] of census) peaks.set(type, Math.max(peaks.get(type) ?? 0, bytes));
  }
  return [...peaks].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MAX_TYPES).map(([type]) => type);
}
function thinned(all, size) {
  const group = Math.ceil(all.length / MAX_SAMPLES);
  return Array.from(
    { length: Math.ceil(all.length / group) },
    (_, k) => all.slice(k * group, (k + 1) * group).reduce((a, b) => size(b) > size(a) ? b : a)
  );
}

// src/measure/profileOnce.ts
var SAMPLING = ["-S", "-hT", "-i0"];
var LIMIT2 = 400 * 1024 ** 2;
async function profileOnce(testbed, { daemon, name, before, steps }, context) {
  const { plan } = testbed;
  const runtime = [...SAMPLING, areaOption(plan)];
  const start = async (signal, host) => {
    await prepare(name, before, { plan, host, log: context.log, signal });
    await makeProfiles(plan, daemon, ["hp"], signal);
    await startDaemons(plan, signal, [{ daemon, runtime }]);
  };
  const work = async (host, signal) => {
    const stage = { plan, host, log: context.log, signal };
    const span2 = await driven(stage, name, steps);
    return read(stage, daemon, span2);
  };
  return withUntracedCluster(testbed, `profile ${name}`, context, work, start);
}
async function driven(stage, name, actions) {
  const begin = await sinceBoot(stage.host);
  await driveToRest(name, actions, stage);
  return { begin, end: await sinceBoot(stage.host) };
}
async function sinceBoot(host) {
  const { stdout } = await host.exec(["cat", "/proc/uptime"]);
  return Number(stdout.split(" ")[0]) * 1e9;
}
async function read({ plan, signal }, daemon, span2) {
  const logs = await readHeapLogs(plan, signal);
  const own = logs.find((log) => log.node === plan.master.index && log.daemon === daemon);
  const path = profileOf(daemon, "hp");
  const text2 = await readProfile(plan, path, LIMIT2, signal);
  if (!own || text2 === "") {
    throw invalidError(
      `${daemon} wrote down nothing of its heap: was it built with -rtsopts, as source:DIR is?`
    );
  }
  return {
    profiled: { heap: heapProfileOf(readHeapProfile(text2), own.collections, span2) },
    files: /* @__PURE__ */ new Map([[path.slice(1), text2]])
  };
}
async function readProfile({ master }, path, limit, signal) {
  const command = ["head", "-c", String(limit), path];
  return (await execOn(master, command, { signal, maxBuffer: limit })).stdout;
}

// src/measure/costCentresOnce.ts
var LIMIT3 = 64 * 1024 ** 2;
async function costCentresOnce(testbed, { daemon, name, before, steps }, image, context) {
  const { plan } = testbed;
  const stageOf = (host, signal) => ({
    ...{ plan, host, log: context.log, signal }
  });
  const start = async (signal, host) => {
    await replaceProgram(testbed, daemon, image, signal);
    await prepare(name, before, stageOf(host, signal));
    await makeProfiles(plan, daemon, ["prof"], signal);
    const counting = { daemon, runtime: ["-pj"] };
    await startDaemons(plan, signal, [counting]);
  };
  const work = async (host, signal) => {
    const stage = stageOf(host, signal);
    await driveToRest(name, steps, stage);
    const processorSeconds = await processorTime(plan, daemon, signal);
    await stopDaemon(plan, daemon, signal);
    const path = profileOf(daemon, "prof");
    const text2 = await readProfile(plan, path, LIMIT3, signal);
    const profile = readCostProfile(text2);
    const files = /* @__PURE__ */ new Map([
      [path.slice(1), text2],
      ["allocation.folded", foldedStacks(profile, "allocated")],
      ["time.folded", foldedStacks(profile, "ticks")]
    ]);
    return { costs: costsOf(profile), processorSeconds, files };
  };
  return withUntracedCluster(testbed, `cost centres ${name}`, context, work, start);
}

// src/trace/events/event.ts
var BACKGROUND = /* @__PURE__ */ new Set(["ganeti-mond"]);
var DRIVER = "driver";
var UNATTRIBUTED = "unattributed";

// src/trace/events/ticks.ts
var SAME = 0.015;
function createPeriodicWatch() {
  const served = /* @__PURE__ */ new Set();
  const slept = /* @__PURE__ */ new Map();
  return {
    see({ kind, tid, seconds: seconds2 }) {
      if (kind === "served") served.add(tid);
      if (kind !== "sleep" || seconds2 === void 0) {
        slept.delete(tid);
        return false;
      }
      const before = slept.get(tid);
      slept.set(tid, seconds2);
      return before !== void 0 && Math.abs(before - seconds2) < SAME && !served.has(tid);
    }
  };
}
function periodicIndices(events, begin) {
  const watch2 = createPeriodicWatch();
  const younger = /* @__PURE__ */ new Set();
  const places = /* @__PURE__ */ new Set();
  for (const [place, event] of events.entries()) {
    if (event.kind === "fork" && place > begin) younger.add(event.child);
    if (watch2.see(event) && !younger.has(event.pid)) places.add(place);
  }
  return places;
}

// src/trace/events/count.ts
function workloadIndices(events) {
  const begin = events.findIndex((event) => event.kind === "mark" && event.label === "begin");
  const end = events.findLastIndex((event) => event.kind === "mark" && event.label === "end");
  if (begin < 0 || end < begin) return [];
  const began = events[begin]?.at ?? 0;
  const isOurs = (event) => event.caller !== DRIVER && (event.kind !== "exit" || event.startedAt >= began);
  const ticks = periodicIndices(events, begin);
  const places = [];
  for (let place = begin + 1; place < end; place++) {
    const event = events[place];
    if (event && isOurs(event) && !ticks.has(place)) places.push(place);
  }
  return places;
}
function contributionsOf(event) {
  const counted2 = ownContributions(event);
  if (event.waiting === void 0) return counted2;
  return counted2.map(({ key, ...reading }) => ({ key: waitingKey(key), ...reading }));
}
function ownContributions(event) {
  const { caller } = event;
  const of2 = (unit, value, ...path) => ({
    key: [path[0], ...path.slice(1).map(keySegment)].join("/"),
    unit,
    value
  });
  if (BACKGROUND.has(caller)) return [];
  switch (event.kind) {
    case "execve":
      return event.succeeded ? [of2("count", 1, "execve", caller, event.program)] : [];
    case "rpc":
      return [of2("count", 1, "rpc", event.channel, event.procedure)];
    case "statefile":
      return [
        of2("count", 1, event.family, caller, "writes"),
        of2("bytes", event.bytes, event.family, caller, "bytes")
      ];
    case "fsync":
      return [of2("count", 1, "fsync", caller)];
    case "sleep":
      return [
        of2("count", 1, "sleep", caller, "count"),
        of2("seconds", event.seconds, "sleep", caller, "seconds")
      ];
    case "exit":
      return [of2("seconds", event.cpuSeconds, "cpu", caller, "seconds")];
    case "served":
    case "reply":
    case "traffic":
    case "connect":
    case "accept":
    case "fork":
    case "mark":
      return [];
  }
}
function countMetrics(events, daemons) {
  const sums = /* @__PURE__ */ new Map();
  const add2 = ({ key, unit, value }) => {
    const sum2 = (sums.get(key)?.value ?? 0) + value;
    sums.set(key, { unit, value: unit === "seconds" ? Math.round(sum2 * 1e9) / 1e9 : sum2 });
  };
  const peak = (program, bytes) => {
    const key = `heap/${keySegment(program)}/peak-rss`;
    sums.set(key, { unit: "bytes", value: Math.max(sums.get(key)?.value ?? 0, bytes) });
  };
  for (const event of events) {
    contributionsOf(event).forEach(add2);
    if (event.kind !== "exit" || event.peakRss === void 0) continue;
    if (!BACKGROUND.has(event.caller)) peak(event.program, event.peakRss);
  }
  for (const { program, caller, peakRss, cpuSeconds } of daemons) {
    peak(program, peakRss);
    add2({ key: `cpu/${keySegment(caller)}/seconds`, unit: "seconds", value: cpuSeconds });
  }
  return sums;
}

// src/cause/span.ts
function span(kind, label, begin, parent) {
  const above = parent && depthOf(parent) < DEEPEST ? parent : parent?.parent;
  return { kind, label: cleaned(label), parent: above, begin, end: begin, peakRss: 0 };
}
var cleaned = (label) => visible(label.slice(0, 200)).replace(/\uFFFD/g, "?") || "unnamed";
function putBelow(of2, parent) {
  let above = parent;
  for (let i = 0; above && above !== of2 && i < DEEPEST; i++) above = above.parent;
  if (above === void 0) of2.parent = parent;
}
function rootOf(of2) {
  let root = of2;
  while (root.parent) root = root.parent;
  return root;
}
function depthOf(of2) {
  let depth = 0;
  for (let above = of2.parent; above && depth < DEEPEST; above = above.parent) depth++;
  return depth;
}
var DEEPEST = 50;

// src/cause/fold.ts
function foldCauses(events, spans) {
  const roots = /* @__PURE__ */ new Map();
  const branching = parents(spans);
  const folded = /* @__PURE__ */ new Map();
  const grown = (span2, above) => {
    if (above && above.depth >= DEEPEST) return above;
    const siblings = above?.children ?? roots;
    const key = `${span2.kind} ${span2.label}`;
    const branch = siblings.get(key) ?? emptyBranch(span2, above);
    siblings.set(key, branch);
    branch.times += 1;
    if (span2.kind === "attempt") add(branch, ATTEMPTS.count, 1);
    branch.nanoseconds += span2.end - span2.begin;
    branch.peakRss = Math.max(branch.peakRss, span2.peakRss);
    return branch;
  };
  const branchOf = (span2) => {
    const known = folded.get(span2);
    if (known) return known;
    const path = [span2];
    let above = span2.parent;
    for (; above && !folded.has(above); above = above.parent) path.push(above);
    let branch = above && folded.get(above);
    for (const next of path.reverse()) folded.set(next, branch = grown(next, branch));
    return branch ?? grown(span2, void 0);
  };
  events.forEach((event, i) => {
    let span2 = spans[i];
    const counted2 = contributionsOf(event).filter(isShown);
    if (!span2 || counted2.length === 0) return;
    const isItself = event.kind === "rpc" || !branching.has(span2);
    if (span2.kind === "request" && span2.parent && isItself) span2 = span2.parent;
    const branch = branchOf(span2);
    for (const { key, value } of counted2) add(branch, key, value);
  });
  return [...roots.values()].map(causeOf);
}
function add({ counts }, key, value) {
  counts.set(key, (counts.get(key) ?? 0) + value);
}
var isShown = ({ key, unit }) => unit !== "bytes" && !INFORMATIVE_FAMILIES.has(familyOf(key));
function parents(spans) {
  const found = /* @__PURE__ */ new Set();
  for (const span2 of spans) {
    for (let above = span2.parent; above && !found.has(above); above = above.parent) {
      found.add(above);
    }
  }
  return found;
}
var emptyBranch = ({ kind, label }, above) => ({
  kind: kind === "driver" ? "background" : kind,
  label,
  depth: above ? above.depth + 1 : 0,
  times: 0,
  nanoseconds: 0,
  peakRss: 0,
  counts: /* @__PURE__ */ new Map(),
  children: /* @__PURE__ */ new Map()
});
function causeOf({ kind, label, times, nanoseconds: nanoseconds2, peakRss, counts, children }) {
  return {
    kind,
    label,
    times,
    counts: Object.fromEntries([...counts].map(([key, value]) => [key, hundredths(value)])),
    // A daemon's own time is the trace's.
    ...kind === "daemon" ? {} : { seconds: Math.round(nanoseconds2 / 1e3) / 1e6 },
    ...peakRss > 0 ? { peakRss } : {},
    children: [...children.values()].map(causeOf)
  };
}
var hundredths = (value) => Math.round(value * 100) / 100;

// src/cause/notReady.ts
var NOT_YET = [
  { procedure: /^hasPendingRequest$/, answer: "true" },
  { procedure: /^guardedOpportunisticLockUnion$/, answer: "[]" },
  // Somebody else holds the lock of the configuration.
  { procedure: /^lockConfig$/, answer: "null" },
  { procedure: /^(?:allocatePort|setInstanceStatus)$/, answer: "null" },
  { procedure: /^update(?:Cluster|Node|Instance|NodeGroup|Network|Disk)$/, answer: "null" },
  { procedure: /^(?:add|attach|remove|detach)InstanceDisk$/, answer: "false" },
  {
    procedure: /^(?:addInstance|removeInstance|addTcpUdpPort|setInstancePrimaryNode)$/,
    answer: "false"
  }
];
var LONG_POLL = "WaitForJobChange";
function polls(events) {
  const found = /* @__PURE__ */ new Set();
  const refused = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Map();
  events.forEach((event, i) => {
    const { pid, kind } = event;
    if (kind === "rpc") {
      const { channel, procedure, connection } = event;
      if (channel === "luxi" && procedure === LONG_POLL) found.add(i);
      if (channel !== "wconfd") return;
      if (refused.get(pid) === procedure) found.add(i);
      refused.delete(pid);
      if (connection !== void 0) open.set(connection, { pid, procedure });
    } else if (kind === "reply") {
      const asked = open.get(event.connection);
      open.delete(event.connection);
      if (asked && isNotYet(asked.procedure, event.text)) refused.set(asked.pid, asked.procedure);
    } else if (kind === "sleep" && refused.has(pid)) found.add(i);
    else if (kind === "exit") refused.delete(pid);
  });
  return found;
}
function isNotYet(procedure, text2) {
  const expected = NOT_YET.find((line) => line.procedure.test(procedure))?.answer;
  if (expected === void 0) return false;
  const result = /"result"\s*:\s*(\[\s*\]|\w+)/.exec(text2)?.[1];
  return result?.replace(/\s/g, "") === expected;
}

// src/cause/configLock.ts
var LOCK = "lockConfig";
var UNLOCK = /* @__PURE__ */ new Set(["unlockConfig", "writeConfigAndUnlock"]);
function configLockReadings(events) {
  const asked = /* @__PURE__ */ new Map();
  const since = /* @__PURE__ */ new Map();
  let held;
  const release = (pid, at) => {
    const from = since.get(pid);
    if (from !== void 0) held = (held ?? 0) + at - from;
    since.delete(pid);
  };
  for (const event of events) {
    const { at, pid } = event;
    if (event.kind === "exit") release(pid, at);
    if (event.kind === "rpc" && event.channel === "wconfd" && event.connection !== void 0) {
      asked.set(event.connection, { pid, procedure: event.procedure });
    }
    if (event.kind !== "reply") continue;
    const request = asked.get(event.connection);
    asked.delete(event.connection);
    if (!request) continue;
    if (UNLOCK.has(request.procedure)) release(request.pid, at);
    if (request.procedure !== LOCK || isNotYet(LOCK, event.text)) continue;
    if (!since.has(request.pid)) since.set(request.pid, at);
  }
  if (held === void 0) return /* @__PURE__ */ new Map();
  return /* @__PURE__ */ new Map([[CONFIG_LOCK, { unit: "seconds", value: held / 1e9 }]]);
}

// src/cause/coverageOf.ts
var EXPECTED_TO_HAVE_CAUSES = /* @__PURE__ */ new Set([
  "execve",
  "rpc",
  "jobfile",
  "config",
  "locks",
  "fsync",
  "sleep",
  "waiting"
]);
function coverageOf(events, spans) {
  const shares = /* @__PURE__ */ new Map();
  events.forEach((event, i) => {
    const span2 = spans[i];
    const isBackground = BACKGROUND.has(event.caller);
    const [counted2] = contributionsOf(isBackground ? { ...event, caller: "background" } : event);
    const family = counted2 && familyOf(counted2.key);
    if (!span2 || family === void 0 || !EXPECTED_TO_HAVE_CAUSES.has(family)) return;
    const none = { family, events: 0, attributed: 0, daemon: 0, background: 0, unattributed: 0 };
    const share = shares.get(family) ?? none;
    const where = isBackground ? "background" : placeOf(span2);
    shares.set(family, { ...share, events: share.events + 1, [where]: share[where] + 1 });
  });
  return [...EXPECTED_TO_HAVE_CAUSES].flatMap((family) => shares.get(family) ?? []);
}
function placeOf(span2) {
  const { kind } = rootOf(span2);
  if (kind === "command") return "attributed";
  return kind === "daemon" || kind === "background" ? kind : "unattributed";
}

// src/trace/events/volumeTools.ts
var EMULATED_FOLDER = "/usr/local/sbin";
var LVM_COMMANDS = [
  ...["lvs", "vgs", "pvs", "lvcreate", "lvremove", "lvrename", "lvchange", "lvextend", "vgreduce"]
];
var EMULATED_COMMANDS = [
  ...LVM_COMMANDS,
  ...["drbdsetup", "drbdmeta", "blockdev", "dd"]
];
var LVM_FOLDERS = ["/usr/sbin", "/sbin"];
var TOOLS = /* @__PURE__ */ new Set([
  ...EMULATED_COMMANDS.map((name) => `${EMULATED_FOLDER}/${name}`),
  ...LVM_FOLDERS.flatMap((folder) => LVM_COMMANDS.map((name) => `${folder}/${name}`))
]);
var isVolumeTool = (path) => TOOLS.has(path);

// src/trace/events/processes.ts
var NEW = { startedAt: 0, inheritedRss: 0, isVolumeTool: false };
function stranger(pid, comm) {
  if (comm.startsWith("runc") || comm === "exe") {
    return { pid, program: DRIVER, caller: DRIVER, ...NEW };
  }
  const program = comm.replace(/:$/, "") || UNATTRIBUTED;
  const caller = isCaller(program) ? program : UNATTRIBUTED;
  return { pid, program, caller, ...NEW };
}
function forked(parent, child, startedAt) {
  return { ...parent, pid: child, startedAt, inheritedRss: 0 };
}
function executed(before, path, argv, inheritedRss) {
  const { program, job } = identify(path, argv);
  if (!isCaller(program)) {
    return { ...before, program, inheritedRss, isVolumeTool: isVolumeTool(path) };
  }
  const { pid, startedAt } = before;
  return {
    pid,
    program,
    caller: program,
    startedAt,
    inheritedRss,
    isVolumeTool: false,
    ...job === void 0 ? {} : { job }
  };
}
var isCaller = (program) => /^(?:ganeti-[a-z]+|gnt-[a-z]+|job|sshd)$/.test(program);
function identify(path, argv) {
  const name = basename(path);
  if (!/^python3?(?:\.\d+)?$/.test(name)) return { program: name };
  const at = argv.findIndex((argument, i) => i > 0 && !argument.startsWith("-"));
  const script = argv[at];
  if (script === void 0) return { program: name };
  const job = Number(argv[at + 1]);
  if (script.endsWith("/jqueue/exec.py") && Number.isSafeInteger(job))
    return { program: "job", job };
  return { program: basename(script) };
}
var basename = (path) => /([^/]+)\/*$/.exec(path)?.[1] ?? UNATTRIBUTED;

// src/cause/attempts.ts
var FIRST_LEVEL = "cluster";
function abandonedAttempts(events, jobs, origin) {
  const requests = grouped(events.filter(asksForLocks), ({ job }) => job ?? 0);
  return new Map(
    jobs.map((job) => {
      const asked = requests.get(job.id) ?? [];
      const begun = asked.flatMap(({ at, lockLevel }) => lockLevel === FIRST_LEVEL ? [at] : []);
      const opcodes = perOpcode(begun, job, origin);
      const attempts = opcodes.flatMap(
        (starts) => starts.slice(0, -1).map((begin, i) => {
          const end = starts[i + 1] ?? begin;
          const last = asked.findLast(({ at }) => at < end)?.lockLevel;
          return { begin, end, waitedFor: last ?? FIRST_LEVEL };
        })
      );
      return [job.id, attempts];
    })
  );
}
var asksForLocks = (event) => event.kind === "rpc" && event.job !== void 0 && event.lockLevel !== void 0;
function perOpcode(begun, { starts, opcodes }, origin) {
  if (opcodes.length < 2) return [[...begun]];
  const opcodeAt = (at) => starts.findLastIndex((start) => start !== null && (start - origin) * 1e3 <= at);
  return [...grouped(begun, opcodeAt).values()];
}

// src/trace/program/descriptor.ts
var fileOf2 = (descriptor) => `  $file = *(curtask->files->fdt->fd + ${descriptor});`;
var socketOf = (descriptor) => `${fileOf2(descriptor)}
  $socket = (struct socket *)$file->private_data;`;

// src/trace/program/emit.ts
var IN_NODE = "$n = @node[(uint64)curtask->nsproxy->pid_ns_for_children->ns.inum]; if ($n != 0)";
var emit = (name, ...fields) => `$number = @next[cpu]; @next[cpu] = $number + 1; print((${[`"${name}"`, "nsecs", "$n", "pid", "tid", "cpu", "$number", ...fields].join(", ")}));`;

// src/trace/program/localSockets.ts
var AF_UNIX = 1;
var MSG_PEEK = 2;
var SEND_SHUTDOWN = 2;
var END_OF_MESSAGE = 3;
var LARGEST_SEND = 65536;
function localSocketProbes(hasSocketLengths) {
  const calls = hasSocketLengths ? ["send", "recv"] : [];
  return [
    requestProbe("sys_enter_sendto", "args.buff"),
    requestProbe("sys_enter_write", "args.buf"),
    ...calls.map(trafficProbe)
  ].join("\n");
}
function requestProbe(call, buffer) {
  const ends = ["$socket->sk", "$peer"].map((end) => `(uint64)${end} & 0xffffffffffff`);
  const length = buffer === "args.buf" ? "args.count" : "args.len";
  return `tracepoint:syscalls:${call} /${length} > 9 && *(uint8 *)${buffer} == ${"{".charCodeAt(0)}/ { ${IN_NODE} {
  $start = str(${buffer}, 10);
  $request = strncmp($start, "{\\"method\\"", 9) == 0;
  if ($request || strncmp($start, "{\\"success\\"", 9) == 0) {
${socketOf("args.fd")}
    $peer = ((struct unix_sock *)$socket->sk)->peer;
    $open = ($socket->sk->sk_shutdown & ${SEND_SHUTDOWN}) == 0;
    if ($open && $request) {
      $address = ((struct unix_sock *)$peer)->addr;
      $whole = ${length} <= ${LARGEST_SEND} && *uptr((uint8 *)((uint64)${buffer} + (uint64)${length} - 1)) == ${END_OF_MESSAGE};
      ${emit("request", ...ends, `str(${buffer}, 200)`, "str(kptr((uint8 *)((uint64)$address + 10)), 108)", "$whole")}
    }
    if ($open && !$request) {
      ${emit("reply", ...ends, `str(${buffer})`)}
    }
  }
} }`;
}
function trafficProbe(call) {
  const path = "str(kptr((uint8 *)($address + 10)), 64)";
  const key = `$daemon, (uint64)${call === "send" ? 0 : 1}, ${path}`;
  return `tracepoint:sock:sock_${call}_length /args.family == ${AF_UNIX} && (args.flags & ${MSG_PEEK}) == 0 && args.ret >= 0/ { ${IN_NODE} {
  $end = (struct unix_sock *)args.sk;
  $daemon = (uint64)1;
  $address = (uint64)$end->addr;
  if ($address == 0) {
    $daemon = (uint64)0;
    $other = (struct unix_sock *)$end->peer;
    if ((uint64)$other != 0) { $address = (uint64)$other->addr; }
  }
  if ($address != 0) {
    @calls[${key}] = sum((uint64)1);
    @bytes[${key}] = sum((uint64)args.ret);
  }
} }`;
}

// src/trace/program/mark.ts
var MARK = "ganeti-perf-mark";
var markCommand = (nonce, label) => [
  "/bin/bash",
  "-c",
  `exec /bin/true ${MARK} "$1" "$2" "\${EPOCHREALTIME/[.,]/}"`,
  "mark",
  nonce,
  label
];
var NODE = { comm: "sh", word: "ganeti-perf-node" };
var NUMBER_DIGITS = 12;
function nodeCommand(nonce, nodes) {
  const digits = (value) => String(value).padStart(NUMBER_DIGITS, "0");
  const each = nodes.flatMap((n) => [digits(n.pidNamespace), digits(n.number)]);
  const script = `n=$1; shift; while [ $# -gt 0 ]; do /bin/true ${NODE.word} "$n" "$1" "$2" || exit 1; shift 2; done`;
  return ["sh", "-c", script, "sh", nonce, ...each];
}

// src/trace/program/traceProgram.ts
var STRING = 256;
var ARGUMENTS = 6;
var BUFFER_PAGES = 8192;
var LONG_SLEEP_NS = 4e7;
var TIMER_ABSTIME = 1;
var CURLOPT_URL = 10002;
var AF_INET = 2;
var EINPROGRESS = 115;
var FMODE_WRITE = 2;
var S_IFMT = 61440;
var S_IFREG = 32768;
var NAME = 96;
var peerOf = (sock) => `(uint64)${sock}->__sk_common.skc_daddr, (uint64)bswap(${sock}->__sk_common.skc_dport)`;
var PEER_ADDRESS = peerOf("$socket->sk");
var CONFD_PORT = 1814;
function traceProgram({
  nonce,
  libcurl,
  libssl,
  hasSocketLengths,
  hasRename
}) {
  return `config = {
  max_strlen = ${STRING}; perf_rb_pages = ${BUFFER_PAGES}; max_map_keys = 65536;
  missing_probes = "error";
}
BEGIN { @node[(uint64)0] = (uint64)0; }
END {
  clear(@node); clear(@next); clear(@rename); clear(@buffer); clear(@length); clear(@peer);
  clear(@connecting);${hasSocketLengths ? " clear(@calls); clear(@bytes);" : ""}
}

// ---- processes ----
tracepoint:task:task_newtask { ${IN_NODE} {
  ${emit("fork", "args.pid", "args.clone_flags", "comm")}
} }
${["execve", "execveat"].map((call) => execveProbe(call, nonce, hasSocketLengths)).join("\n")}
tracepoint:sched:sched_process_exec { ${IN_NODE} {
  ${emit("exec", "args.old_pid", "curtask->signal->maxrss")}
} }
// The last thread of a process: only then is the peak of the whole process written down.
tracepoint:sched:sched_process_exit /curtask->signal->live.counter == 0/ { ${IN_NODE} {
  ${emit("exit", "curtask->signal->maxrss", "curtask->signal->sum_sched_runtime + curtask->se.sum_exec_runtime")}
} }

// ---- luxi, wconfd and metad: the peer's address tells the channel ----
${localSocketProbes(hasSocketLengths)}

// ---- confd: datagrams to its port ----
tracepoint:syscalls:sys_enter_sendto /args.addr != 0/ { ${IN_NODE} {
  $port = *((uint8 *)args.addr + 2) * 256 + *((uint8 *)args.addr + 3);
  if ($port == ${CONFD_PORT} && strncmp(str(args.buff, 5), "plj0", 4) == 0) {
    ${emit("confd", "str(args.buff)")}
  }
} }

// ---- node RPCs: at the caller, and at the node daemon that serves them; RAPI's requests ----
uprobe:${libcurl}:curl_easy_setopt /arg1 == ${CURLOPT_URL}/ { ${IN_NODE} {
  ${emit("curl", "str(uptr(arg2))")}
} }
${["SSL_read", "SSL_read_ex"].map((call) => readProbe(call, libssl)).join("\n")}
// What it reads it reads from the socket, so the other end's address is that of the RPC's caller.
tracepoint:tcp:tcp_rcv_space_adjust /@buffer[tid] != 0/ {
  $socket = (struct sock *)args.skaddr;
  @peer[tid] = (${peerOf("$socket")});
}
${servedProbe("SSL_read", libssl, "(int32)retval")}
${servedProbe("SSL_read_ex", libssl, "(int32)retval * (int32)*(uint64*)uptr(@length[tid])")}

// ---- connections: their addresses and ports join the two ends, of node RPCs and of ssh ----
tracepoint:syscalls:sys_enter_connect { ${IN_NODE} { @connecting[tid] = (uint64)args.fd + 1; } }
tracepoint:syscalls:sys_exit_connect /@connecting[tid] != 0/ { ${IN_NODE} {
  if (args.ret == 0 || args.ret == ${-EINPROGRESS}) {
${socketOf("@connecting[tid] - 1")}
    if ($socket->sk->__sk_common.skc_family == ${AF_INET}) {
      ${emit("connect", "(uint64)$socket->sk->__sk_common.skc_num", PEER_ADDRESS)}
    }
  }
} delete(@connecting, tid); }
${["accept", "accept4"].map((call) => acceptProbe(call)).join("\n")}

// ---- files: how large they are when they were written, then renamed into place ----
// Programs close descriptors that they do not have: behind the end of the table is other memory.
tracepoint:syscalls:sys_enter_close {
  if ((uint64)args.fd < curtask->files->fdt->max_fds) {
${fileOf2("args.fd")}
    if (($file->f_mode & ${FMODE_WRITE}) != 0) {
      $inode = $file->f_inode;
      if (($inode->i_mode & ${S_IFMT}) == ${S_IFREG}) { ${IN_NODE} {
        ${emit("file", ...FILE)}
      } }
    }
  }
}
${[...hasRename ? ["rename"] : [], "renameat", "renameat2"].map((call) => renameProbes(call)).join("\n")}

// ---- waiting ----
${["fsync", "fdatasync"].map((call) => fsyncProbe(call)).join("\n")}
// glibc has no other sleep since 2.31, and nanosleep is what Go's runtime calls thousands of times.
tracepoint:syscalls:sys_enter_clock_nanosleep { ${IN_NODE} {
  $ns = (int64)args.rqtp->tv_sec * 1000000000 + (int64)args.rqtp->tv_nsec;
  $deadline = (int64)0;
  if ((args.flags & ${TIMER_ABSTIME}) != 0) { $deadline = $ns; $ns -= (int64)nsecs(monotonic); }
  if ($ns > ${LONG_SLEEP_NS}) { ${emit("sleep", "$ns", "$deadline")} }
} }
`;
}
function argumentLines(argv) {
  const lines = [`  $v = ${argv}; $more = 1;`];
  for (let i = 0; i < ARGUMENTS; i++) {
    lines.push(
      `  $a${i} = ""; if ($more == 1) { $p = *($v + ${i}); if ($p != 0) { $a${i} = str($p); } else { $more = 0; } }`
    );
  }
  return lines.join("\n");
}
var argumentNames = () => Array.from({ length: ARGUMENTS }, (_, i) => `$a${i}`);
function execveProbe(call, nonce, tellsTraffic) {
  const told = ["$of.0.0", "$of.0.1", "$of.0.2", "(uint64)$of.1", "(uint64)@bytes[$of.0]"];
  const traffic = `    for ($of : @calls) { ${emit("traffic", ...told)} }
`;
  return `tracepoint:syscalls:sys_enter_${call} { ${IN_NODE} {
${argumentLines("args.argv")}
  if ($a1 == "${MARK}") {
${tellsTraffic ? traffic : ""}    for ($processor : @next) { print(("numbered", pid, $processor.0, $processor.1)); }
  }
  ${emit("execve", "str(args.filename)", ...argumentNames())}
} else if (comm == "${NODE.comm}") {
${toldNode(nonce)}
} }`;
}
function toldNode(nonce) {
  const numberAt = (name, place) => `      $${name} = (uint64)0; $digit = (uint64)*($v + ${place}); unroll(${NUMBER_DIGITS}) { $${name} = $${name} * 10 + (uint64)*uptr((uint8 *)$digit) - ${"0".charCodeAt(0)}; $digit += 1; }`;
  return `  $v = args.argv; $first = *($v + 1);
  if ($first != 0 && strncmp(str($first, 64), "${NODE.word}", ${NODE.word.length}) == 0) {
    if (strncmp(str(*($v + 2), 64), "${nonce}", ${nonce.length}) == 0) {
${numberAt("inode", 3)}
${numberAt("number", 4)}
      @node[$inode] = $number;
    }
  }`;
}
var FILE = [
  "(uint64)$inode->i_size",
  `str($file->f_path.dentry->d_name.name, ${NAME})`,
  `str($file->f_path.dentry->d_parent->d_name.name, ${NAME})`
];
function fsyncProbe(call) {
  return `tracepoint:syscalls:sys_enter_${call} { ${IN_NODE} { if ((uint64)args.fd < curtask->files->fdt->max_fds) {
${fileOf2("args.fd")}
  $inode = $file->f_inode;
  ${emit("fsync", ...FILE)}
} } }`;
}
var readProbe = (call, libssl) => `uprobe:${libssl}:${call} { ${IN_NODE} { @buffer[tid] = arg1; @length[tid] = arg3; } }`;
var METHODS = ["POST ", "GET /", "PUT /", "DELET"];
function servedProbe(call, libssl, bytes) {
  return `uretprobe:${libssl}:${call} /@buffer[tid] != 0/ { ${IN_NODE} {
  $start = str(uptr(@buffer[tid]), 6);
  if (${bytes} > 5 && (${METHODS.map((method) => `strncmp($start, "${method}", 5) == 0`).join(" || ")})) {
    ${emit("served", "str(uptr(@buffer[tid]), 120)", "@peer[tid].0", "@peer[tid].1")}
  }
}
  delete(@buffer, tid);
  if (has_key(@length, tid)) { delete(@length, tid); }
  // None where the library had it all in its own buffer. bpftrace reports a key that cannot be deleted.
  if (has_key(@peer, tid)) { delete(@peer, tid); }
}`;
}
function acceptProbe(call) {
  return `tracepoint:syscalls:sys_exit_${call} /args.ret >= 0/ { ${IN_NODE} {
${socketOf("args.ret")}
  if ($socket->sk->__sk_common.skc_family == ${AF_INET}) { ${emit("accept", PEER_ADDRESS)} }
} }`;
}
function renameProbes(call) {
  return `tracepoint:syscalls:sys_enter_${call} { ${IN_NODE} { @rename[tid] = (str(args.oldname), str(args.newname)); } }
tracepoint:syscalls:sys_exit_${call} /has_key(@rename, tid)/ { ${IN_NODE} {
  if (args.ret == 0) { ${emit("rename", "@rename[tid].0", "@rename[tid].1")} }
} delete(@rename, tid); }`;
}

// src/cause/label.ts
function commandLabel(argv, instances) {
  const [program = "", ...words] = argv;
  const named = words.map((word) => instances.has(word) ? "<instance>" : word);
  return [basename(program), ...named, ...argv.length < ARGUMENTS ? [] : ["\u2026"]].join(" ");
}
function jobLabel(opcodes) {
  const [only, second] = opcodes ?? [];
  if (only === void 0) return "job";
  return second === void 0 ? `job ${only}` : `job of ${opcodes?.length} opcodes`;
}

// src/cause/jobs.ts
var TracedJobs = class {
  #known;
  #traced = /* @__PURE__ */ new Map();
  /** Microseconds since 1970 at the trace's first event. */
  #origin;
  #lost;
  #attempts;
  /**
   * @param attempts those that were given up, by job
   * @param lost the parent of a job whose submission was not seen
   */
  constructor(jobs, attempts, origin, lost) {
    this.#known = new Map(jobs.map((job) => [job.id, job]));
    this.#attempts = attempts;
    this.#origin = origin;
    this.#lost = lost;
  }
  job(id, at) {
    const before = this.#traced.get(id);
    if (before) return before;
    const { opcodes = [], starts = [] } = this.#known.get(id) ?? {};
    const whole = span("job", jobLabel(opcodes), at, this.#lost);
    const several = opcodes.length < 2 ? [] : opcodes.map((opcode, i) => {
      const began = ((starts[i] ?? Infinity) - this.#origin) * 1e3;
      return { span: span("opcode", opcode, began, whole), began };
    });
    const attempts = (this.#attempts.get(id) ?? []).map((attempt) => {
      const opcode = several.findLast(({ began }) => began <= attempt.begin)?.span ?? whole;
      const label = `gave up waiting for ${attempt.waitedFor} locks`;
      const given = span("attempt", label, attempt.begin, opcode);
      given.end = attempt.end;
      return { span: given, attempt };
    });
    const job = {
      span: whole,
      opcodes: several,
      attempts,
      scheduling: span("daemon", "ganeti-luxid on node1", at, whole)
    };
    this.#traced.set(id, job);
    return job;
  }
  /**
   * The attempt or the opcode that a job is at; the job itself where there is one opcode, or none has
   * begun.
   */
  at(id, at) {
    const job = this.job(id, at);
    const given = job.attempts.find(({ attempt }) => attempt.begin <= at && at < attempt.end);
    if (given) return given.span;
    return job.opcodes.findLast(({ began }) => began <= at)?.span ?? job.span;
  }
};

// src/trace/events/connections.ts
var Connections = class {
  #openers = /* @__PURE__ */ new Map();
  opened({ node, port, peer }, by) {
    if (peer.port !== 0) this.#openers.set(nameOf2({ node, port }, peer.node), by);
  }
  /** @param peer the opener's end, as a process on `node` sees it */
  opener(peer, node) {
    return this.#openers.get(nameOf2(peer, node));
  }
};
var nodeAt = (address, here, nodeOf) => address.startsWith("127.") ? here : nodeOf.get(address) ?? 0;
var nameOf2 = (from, to) => `${from.node}:${from.port} ${to}`;

// src/cause/nodeRpcs.ts
var NodeRpcs = class {
  #connections = new Connections();
  /** By process: the connection that it took last, and has forked nobody for yet. */
  #accepted = /* @__PURE__ */ new Map();
  /**
   * Sent and not served yet, by process, target and procedure. Several of the same are served one
   * for one: they are the same in all that the tree tells.
   */
  #sent = /* @__PURE__ */ new Map();
  #callers = /* @__PURE__ */ new Map();
  sent({ at, pid, procedure, target, caller }, parent) {
    const rpc = span("rpc", `rpc ${procedure} \u2192 node${target}`, at, parent);
    const key = `${pid} ${target} ${procedure}`;
    const waiting = this.#sent.get(key);
    if (waiting) waiting.push(rpc);
    else this.#sent.set(key, [rpc]);
    this.#callers.set(rpc, caller);
    return rpc;
  }
  connected(event, from) {
    this.#connections.opened(event, { pid: event.pid, span: from });
  }
  accepted({ pid, peer }) {
    this.#accepted.set(pid, peer);
  }
  /** The connection that a process forks a child for, if it has just taken one. */
  taken(pid, node) {
    const peer = this.#accepted.get(pid);
    if (!peer) return void 0;
    this.#accepted.delete(pid);
    return { from: this.#connections.opener(peer, node)?.span };
  }
  /** The RPC that a handler has begun to serve; undefined where nobody was seen to send it. */
  served({ node, procedure, peer }) {
    const caller = this.#connections.opener(peer, node);
    const key = `${caller?.pid} ${node} ${procedure}`;
    const waiting = this.#sent.get(key);
    const rpc = waiting?.shift();
    if (waiting?.length === 0) this.#sent.delete(key);
    return rpc;
  }
  ended(pid) {
    this.#accepted.delete(pid);
  }
  /** Which daemon, job or tool sent an RPC. */
  callerOf(rpc) {
    return this.#callers.get(rpc);
  }
};

// src/cause/requests.ts
var WAITING = /* @__PURE__ */ new Set(["WaitForJobChange"]);
var OpenRequests = class {
  #open = /* @__PURE__ */ new Map();
  /** Those that a daemon works on. */
  #worked = /* @__PURE__ */ new Map();
  asked(rpc, span2) {
    if (rpc.connection === void 0) return;
    this.#close(rpc.connection);
    const request = { rpc, span: span2 };
    this.#open.set(rpc.connection, request);
    if (!WAITING.has(rpc.procedure)) this.#workedOn(rpc.channel).add(request);
  }
  /** The request that this is the answer to: a connection carries one at a time. */
  answered({ connection, at }) {
    const request = this.#close(connection);
    if (request) request.span.end = at;
    return request;
  }
  /** What a daemon works on, where that is beyond doubt: the only request that is open. */
  only(caller) {
    return onlyOf(this.#workedOn(CHANNELS[caller]));
  }
  /** The only submission of jobs that is open, if there is just one. */
  submission() {
    return onlyOf([...this.#workedOn("luxi")].filter(({ rpc }) => isSubmission(rpc)));
  }
  /** Who has ended waits for no answer: what it had asked no longer stands beside other requests. */
  ended(pid) {
    for (const [connection, { rpc }] of this.#open) if (rpc.pid === pid) this.#close(connection);
  }
  #workedOn(channel = "") {
    const known = this.#worked.get(channel) ?? /* @__PURE__ */ new Set();
    this.#worked.set(channel, known);
    return known;
  }
  #close(connection) {
    const request = this.#open.get(connection);
    this.#open.delete(connection);
    if (request) this.#workedOn(request.rpc.channel).delete(request);
    return request;
  }
};
function onlyOf(requests) {
  const [first, second] = requests;
  return second === void 0 ? first?.span : void 0;
}
var CHANNELS = {
  "ganeti-luxid": "luxi",
  "ganeti-wconfd": "wconfd"
};
var isSubmission = ({ procedure }) => /^Submit\w*Job/.test(procedure);
function submittedJobs(rpc, reply) {
  if (!isSubmission(rpc)) return [];
  const result = /"result"\s*:\s*(.*)/s.exec(reply)?.[1] ?? "";
  const one = /^"?(\d{1,15})(?!\d)"?/.exec(result)?.[1];
  if (one !== void 0) return [Number(one)];
  return [...result.matchAll(/\[\s*true\s*,\s*"?(\d{1,15})"?\s*\]/g)].map(([, id]) => Number(id));
}

// src/cause/spans.ts
function spansOf(events, context) {
  const builder = new Builder(events, context);
  return builder.spans;
}
var Builder = class {
  spans = [];
  #instances;
  #jobs;
  #requests = new OpenRequests();
  #rpcs = new NodeRpcs();
  #lost = span("unattributed", UNATTRIBUTED, 0, void 0);
  #roots = /* @__PURE__ */ new Map();
  #byProcess = /* @__PURE__ */ new Map();
  /** Threads of a node daemon that serves without forking. */
  #byThread = /* @__PURE__ */ new Map();
  /** By process: the place of its last fsync, whose file is known when that is renamed. */
  #lastFsync = /* @__PURE__ */ new Map();
  constructor(events, { jobs, instances }) {
    this.#instances = new Set(instances);
    const origin = originOf(events);
    const attempts = abandonedAttempts(events, jobs, origin);
    this.#jobs = new TracedJobs(jobs, attempts, origin, this.#lost);
    for (const event of events) {
      const found = this.#take(event);
      if (event.at > found.end) found.end = event.at;
      this.spans.push(found);
    }
  }
  #take(event) {
    const here = this.#here(event);
    const { at, node, pid } = event;
    switch (event.kind) {
      case "fork":
        this.#byProcess.set(event.child, this.#forked(event, here));
        this.#byThread.delete(event.child);
        return here;
      case "execve":
        return event.succeeded ? this.#executed(event, here) : this.#workOf(event, here);
      case "rpc": {
        if (event.channel === "rapi") return this.#rapiRequest(event);
        const parent = this.#workOf(event, here);
        if (event.channel === "node") return this.#rpcs.sent(event, parent);
        const request = span("request", `${event.channel} ${event.procedure}`, at, parent);
        this.#requests.asked(event, request);
        return request;
      }
      case "reply": {
        const request = this.#requests.answered(event);
        if (!request) return here;
        for (const id of submittedJobs(request.rpc, event.text)) {
          putBelow(this.#jobs.job(id, at).span, request.span);
        }
        return request.span;
      }
      case "connect":
        this.#rpcs.connected(event, this.#workOf(event, here));
        return here;
      case "accept":
        this.#rpcs.accepted(event);
        return here;
      case "served": {
        const handler = this.#rpcs.served(event) ?? this.#lost;
        if (this.#ofProcess(event).kind === "daemon") this.#byThread.set(event.tid, handler);
        else this.#byProcess.set(pid, handler);
        return handler;
      }
      case "statefile":
        return this.#written(event, here);
      case "fsync":
        if (here.kind === "daemon") this.#lastFsync.set(pid, this.spans.length);
        return this.#workOf(event, here);
      case "exit":
        here.peakRss = Math.max(here.peakRss, event.peakRss ?? 0);
        this.#byProcess.delete(pid);
        this.#lastFsync.delete(pid);
        this.#rpcs.ended(pid);
        this.#requests.ended(pid);
        return here;
      case "sleep":
        return this.#workOf(event, here);
      case "traffic":
      case "mark":
        return this.#root("driver", DRIVER, node);
    }
  }
  /** A client outside of the cluster is what a command line is: its request has no cause. */
  #rapiRequest(event) {
    const { at, pid, tid, procedure } = event;
    const label = `rapi ${procedure}`;
    const here = this.#here(event);
    const request = rootOf(here).kind === "command" ? span("request", label, at, here) : span("command", label, at, void 0);
    if (this.#ofProcess(event).kind === "daemon") this.#byThread.set(tid, request);
    else this.#byProcess.set(pid, request);
    return request;
  }
  /** Where a process stands; in a job, the opcode it is at. */
  #here(event) {
    const { at, tid, job } = event;
    const here = this.#byThread.get(tid) ?? this.#ofProcess(event);
    return job !== void 0 && here.kind === "job" ? this.#jobs.at(job, at) : here;
  }
  #ofProcess({ node, pid, caller }) {
    const known = this.#byProcess.get(pid);
    if (known) return known;
    if (caller === UNATTRIBUTED) return this.#lost;
    if (caller === DRIVER) return this.#root("driver", DRIVER, node);
    return this.#root(BACKGROUND.has(caller) ? "background" : "daemon", caller, node);
  }
  /** A daemon's work is for the request that it has open, if there is just one. */
  #workOf({ caller }, here) {
    return (here.kind === "daemon" ? this.#requests.only(caller) : void 0) ?? here;
  }
  #root(kind, name, node) {
    const label = `${name} on node${node}`;
    const root = this.#roots.get(label) ?? span(kind, label, 0, void 0);
    this.#roots.set(label, root);
    return root;
  }
  #forked({ at, node, pid, caller }, here) {
    const connection = here.kind === "daemon" ? this.#rpcs.taken(pid, node) : void 0;
    if (!connection) return here;
    const from = connection.from ?? this.#lost;
    return caller === "sshd" ? span("ssh", `ssh \u2192 node${node}`, at, from) : span("process", caller, at, from);
  }
  #executed(event, here) {
    const { at, node, pid, argv } = event;
    const { program, job } = identify(event.program, argv);
    let found;
    if (job !== void 0) found = this.#jobs.job(job, at).span;
    else if (program.startsWith("ganeti-") && !isTool(program)) {
      found = this.#root(BACKGROUND.has(program) ? "background" : "daemon", program, node);
    } else if (here.kind === "driver" && !isTool(program)) return here;
    else {
      const parent = here.kind === "driver" ? void 0 : this.#workOf(event, here);
      found = isTool(program) ? span("command", commandLabel(argv, this.#instances), at, parent) : span("process", program, at, parent);
    }
    this.#byProcess.set(pid, found);
    return found;
  }
  #written(event, here) {
    const found = this.#writerOf(event, here);
    const fsync = this.#lastFsync.get(event.pid);
    if (fsync !== void 0) this.spans[fsync] = found;
    this.#lastFsync.delete(event.pid);
    return found;
  }
  /** luxid writes a job's file on its own node, and has the other nodes' daemons write the copies. */
  #writerOf(event, here) {
    if (event.jobFile === void 0) return this.#workOf(event, here);
    const job = this.#jobs.job(event.jobFile, event.at);
    if (event.caller === LUXID) {
      const asked = job.span.parent === this.#lost ? this.#requests.submission() : void 0;
      if (asked) putBelow(job.span, asked);
      return job.scheduling;
    }
    if (this.#rpcs.callerOf(here) === LUXID) putBelow(here, job.scheduling);
    return here;
  }
};
var isTool = (program) => program.startsWith("gnt-") || program === "ganeti-watcher";
var LUXID = "ganeti-luxid";
function originOf(events) {
  let origin = 0;
  for (const event of events) {
    if (event.kind !== "mark" || !Number.isFinite(event.clock)) continue;
    origin = Math.max(origin, event.clock - event.at / 1e3);
  }
  return origin;
}

// src/cause/markWaiting.ts
function markWaiting(events, spans) {
  const asked = polls(events);
  return events.map(
    (event, i) => asked.has(i) || attemptOf(spans[i]) ? { ...event, waiting: true } : event
  );
}
function attemptReadings(spans) {
  const attempts = [...new Set(spans.flatMap((span2) => attemptOf(span2) ?? []))];
  if (attempts.length === 0) return /* @__PURE__ */ new Map();
  const nanoseconds2 = attempts.reduce((sum2, { begin, end }) => sum2 + end - begin, 0);
  return /* @__PURE__ */ new Map([
    [ATTEMPTS.count, { unit: "count", value: attempts.length }],
    [ATTEMPTS.seconds, { unit: "seconds", value: nanoseconds2 / 1e9 }]
  ]);
}
function attemptOf(span2) {
  for (let above = span2; above; above = above.parent) if (above.kind === "attempt") return above;
  return void 0;
}

// src/trace/events/sleep.ts
var STEP = 1e7;
var askedFor = (ns) => Math.ceil(ns / STEP) / 100;

// src/trace/events/attribute.ts
function attribute(raw, context) {
  const ordered = raw.toSorted((a, b) => a.at - b.at);
  const start = ordered[0]?.at ?? 0;
  const state = new State();
  for (const event of ordered) step(state, event, event.at - start, context);
  return { events: state.events, processes: state.processes };
}
var State = class {
  events = [];
  processes = /* @__PURE__ */ new Map();
  /** All probes are attached: bpftrace passes nothing on before, so no mark could have been seen. */
  complete = false;
  /** By thread: an execve that was tried, and where its event stands. */
  tried = /* @__PURE__ */ new Map();
  /** By process, bytes of the files that it has written, by the last two parts of their paths. */
  written = /* @__PURE__ */ new Map();
  /** By thread, the deadline of its last sleep: one that a signal broke off is begun again. */
  deadlines = /* @__PURE__ */ new Map();
  /** By the places of its two ends, the lower one first. */
  connections = /* @__PURE__ */ new Map();
  connection({ from, to }) {
    const ends = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const known = this.connections.get(ends) ?? this.connections.size + 1;
    this.connections.set(ends, known);
    return known;
  }
  wrote(pid, { bytes, name, folder }) {
    const files = this.written.get(pid) ?? /* @__PURE__ */ new Map();
    this.written.set(pid, files.set(`${folder}/${name}`, bytes));
  }
  /** Of a process from before the trace, only a fork tells what it is called. */
  process(pid, comm = "") {
    const known = this.processes.get(pid);
    if (known && (known.program !== UNATTRIBUTED || comm === "")) return known;
    const process = stranger(pid, comm);
    this.processes.set(pid, process);
    return process;
  }
};
function step(state, raw, at, context) {
  const { node, pid, tid } = raw;
  const process = state.process(pid, raw.kind === "fork" ? raw.comm : void 0);
  const { caller, job } = process;
  const origin = { at, node, pid, tid, caller, ...job === void 0 ? {} : { job } };
  const add2 = (event) => state.events.push(event) - 1;
  switch (raw.kind) {
    case "fork":
      if (raw.thread) return;
      state.processes.set(raw.child, forked(process, raw.child, at));
      add2({ ...origin, kind: "fork", child: raw.child });
      return;
    case "execve": {
      const program = basename(raw.path);
      if (process.isVolumeTool) {
        state.tried.set(tid, { path: raw.path, argv: raw.argv, index: void 0 });
        return;
      }
      const isMark3 = caller === DRIVER && raw.argv[1] === MARK && raw.argv[2] === context.nonce;
      const index = add2(
        isMark3 ? { ...origin, kind: "mark", label: raw.argv[3] ?? "", clock: Number(raw.argv[4]) } : { ...origin, kind: "execve", program, argv: raw.argv, succeeded: false }
      );
      state.complete ||= isMark3;
      state.tried.set(tid, { path: raw.path, argv: raw.argv, index });
      return;
    }
    case "exec": {
      const tried = state.tried.get(raw.oldTid);
      if (!tried && !state.complete) return;
      if (!tried) {
        throw incompleteError(
          `events were lost: process ${pid} executed something that was not seen; run again with less else going on, above all other tracers`
        );
      }
      state.tried.delete(raw.oldTid);
      const { index } = tried;
      const event = index === void 0 ? void 0 : state.events[index];
      if (index !== void 0 && event?.kind === "execve") {
        state.events[index] = { ...event, succeeded: true };
      }
      state.processes.set(pid, executed(process, tried.path, tried.argv, raw.inheritedRss));
      return;
    }
    case "exit":
      add2({
        ...origin,
        kind: "exit",
        program: process.program,
        startedAt: process.startedAt,
        ...raw.maxRss > process.inheritedRss && !process.isVolumeTool ? { peakRss: raw.maxRss * PAGE } : {},
        cpuSeconds: process.isVolumeTool ? 0 : raw.cpuNs / 1e9
      });
      state.processes.delete(pid);
      state.written.delete(pid);
      return;
    case "request": {
      const procedure = /"method"\s*:\s*"([^"]*)"/.exec(raw.text)?.[1] ?? "unknown";
      const channel = channelOf(raw.socket);
      const connection = state.connection(raw);
      const lockLevel = LOCKS_ASKED.exec(raw.text)?.[1];
      const asked = lockLevel === void 0 ? {} : { lockLevel };
      const { isWhole } = raw;
      add2({
        ...{ ...origin, kind: "rpc", channel, procedure, target: node, connection },
        ...isWhole === void 0 ? {} : { isWhole },
        ...asked
      });
      return;
    }
    case "reply":
      add2({ ...origin, kind: "reply", connection: state.connection(raw), text: message(raw.text) });
      return;
    case "traffic": {
      const { end, direction, calls, bytes } = raw;
      const channel = channelOf(raw.socket);
      if (channel !== "other") {
        add2({ ...origin, kind: "traffic", channel, end, direction, calls, bytes });
      }
      return;
    }
    case "confd":
      add2({ ...origin, kind: "rpc", channel: "confd", procedure: confdQuery(raw.text), target: 0 });
      return;
    case "curl": {
      const url = /^https?:\/\/([^/:]+):(\d+)\/([^/?]*)/.exec(raw.url);
      if (url?.[2] === RAPI_PORT) return;
      const channel = url?.[2] === NODED_PORT ? "node" : "other";
      const target = context.nodeOf.get(url?.[1] ?? "") ?? 0;
      add2({ ...origin, kind: "rpc", channel, procedure: url?.[3] ?? "unknown", target });
      return;
    }
    case "served": {
      if (caller === RAPI) {
        add2({
          ...origin,
          kind: "rpc",
          channel: "rapi",
          procedure: resource(raw.text),
          target: node
        });
        return;
      }
      const procedure = /^POST \/(\S*) HTTP/.exec(raw.text)?.[1];
      const peer = nodePort(raw.peer, node, context);
      if (caller === NODED && procedure) add2({ ...origin, kind: "served", procedure, peer });
      return;
    }
    case "connect":
      add2({ ...origin, kind: "connect", port: raw.port, peer: nodePort(raw.peer, node, context) });
      return;
    case "accept":
      add2({ ...origin, kind: "accept", peer: nodePort(raw.peer, node, context) });
      return;
    case "file":
      state.wrote(pid, raw);
      return;
    case "rename": {
      const target = stateFile(raw.to);
      const from = raw.from.split("/").slice(-2).join("/");
      const bytes = state.written.get(pid)?.get(from);
      state.written.get(pid)?.delete(from);
      if (!target) return;
      if (bytes === void 0) {
        throw incompleteError(`${raw.to} was renamed into place, but was not seen being written`);
      }
      add2({ ...origin, kind: "statefile", ...target, bytes });
      return;
    }
    case "fsync":
      state.wrote(pid, raw);
      if (!process.isVolumeTool) add2({ ...origin, kind: "fsync" });
      return;
    case "sleep": {
      const isResumed = raw.deadline !== 0 && state.deadlines.get(tid) === raw.deadline;
      state.deadlines.set(tid, raw.deadline);
      if (!isResumed && !process.isVolumeTool)
        add2({ ...origin, kind: "sleep", seconds: askedFor(raw.ns) });
    }
  }
}
var nodePort = ({ address, port }, here, { nodeOf }) => ({ node: nodeAt(address, here, nodeOf), port });
var message = (text2) => text2.replace(/\u0003.*/s, "");
var LOCKS_ASKED = /"updateLocksWaiting".*?\[\["([a-z-]+)/;
var NODED = "ganeti-noded";
var RAPI = "ganeti-rapi";
var NODED_PORT = "1811";
var RAPI_PORT = "5080";
var PAGE = 4096;
function channelOf(socket) {
  if (socket.endsWith("/ganeti-query") || socket.endsWith("/ganeti-luxi")) return "luxi";
  if (socket.endsWith("/ganeti-wconfd")) return "wconfd";
  return socket.endsWith("/ganeti-metad") ? "metad" : "other";
}
var confdQuery = (text2) => `type-${/type\\?"\s*:\s*(\d{1,15})/.exec(text2)?.[1] ?? "unknown"}`;
function resource(request) {
  const [, method, path] = /^(\w+) ([^\s?]*)/.exec(request) ?? [];
  if (method === void 0 || path === void 0) return "unknown";
  return [method, ...path.split("/")].filter((part2) => part2 !== "").map((part2, i) => i > 1 && /^\d+$/.test(part2) ? "N" : part2).join("_");
}
function stateFile(path) {
  const file = /^\/var\/lib\/ganeti\/((?:queue\/)?[^/]+)$/.exec(path)?.[1];
  if (file === void 0) return void 0;
  const job = /^queue\/job-(\d{1,15})$/.exec(file)?.[1];
  if (job !== void 0) return { family: "jobfile", file, jobFile: Number(job) };
  if (file === "config.data" || file.startsWith("ssconf_")) return { family: "config", file };
  if (file === "locks.data" || file === "tempres.data") return { family: "locks", file };
  return void 0;
}

// src/trace/events/marked.ts
function betweenMarks(events, { served, commands, jobWrites, jobSizes }) {
  const begin = events.findIndex((event) => isMark(event, "begin"));
  const end = events.findLastIndex((event) => isMark(event, "end"));
  const [first, last] = [events[begin], events[end]];
  if (first?.kind !== "mark" || last?.kind !== "mark") return void 0;
  const isTimed = [...served.values(), ...commands.values()].every(
    (logged2) => logged2.every(({ at }) => at !== void 0)
  );
  if (!isTimed) return void 0;
  const isWithin = ({ at = 0 }) => at * 1e3 >= first.clock && at * 1e3 <= last.clock;
  const logged = (byNode) => new Map([...byNode].map(([node, all]) => [node, all.filter(isWithin)]));
  const inside = events.slice(begin, end + 1);
  const jobs = new Set(inside.filter(isJobWrite).map(jobOf));
  const elsewhere = [...events.slice(0, begin), ...events.slice(end)].filter(isJobWrite);
  const others = new Set(elsewhere.map(jobOf).filter((job) => !jobs.has(job)));
  const ofJobs = (byNode) => new Map(
    [...byNode].map(([node, byJob]) => [
      node,
      new Map([...byJob].filter(([job]) => !others.has(`${node} ${job}`)))
    ])
  );
  return {
    events: [...inside, ...elsewhere.filter((event) => jobs.has(jobOf(event)))].toSorted(
      (a, b) => a.at - b.at
    ),
    sources: {
      served: logged(served),
      commands: logged(commands),
      jobWrites: ofJobs(jobWrites),
      jobSizes: ofJobs(jobSizes)
    }
  };
}
var isMark = (event, label) => event.kind === "mark" && event.label === label;
var isJobWrite = (event) => event.kind === "statefile" && event.jobFile !== void 0;
var jobOf = ({ node, jobFile }) => `${node} ${jobFile}`;

// src/trace/events/crossCheck.ts
function crossCheck(events, sources) {
  const all = differences(events, sources);
  if (all.length === 0) return { between: [], outside: [] };
  const part2 = betweenMarks(events, sources);
  const isOutside = part2 !== void 0 && differences(part2.events, part2.sources).length === 0;
  return isOutside ? { between: [], outside: all } : { between: all, outside: [] };
}
function differences(events, sources) {
  return [
    ...checkRpcs(events, sources),
    ...checkJoins(events),
    ...checkConnections(events, sources),
    ...checkCommands(events, sources),
    ...checkJobFiles(events, sources)
  ];
}
function checkRpcs(events, { served }) {
  const sent = tally(
    of(events, "rpc").filter((e) => e.channel === "node"),
    (e) => `${e.target} ${e.procedure}`
  );
  const taken = tally(of(events, "served"), (e) => `${e.node} ${e.procedure}`);
  const logged = tally(
    [...served].flatMap(([node, rpcs]) => rpcs.map(({ procedure }) => `${node} ${procedure}`)),
    (key) => key
  );
  const keys = /* @__PURE__ */ new Set([...sent.keys(), ...taken.keys(), ...logged.keys()]);
  return [...keys].toSorted().flatMap((key) => {
    const counts = [sent, taken, logged].map((map) => map.get(key) ?? 0);
    if (new Set(counts).size === 1) return [];
    const [node, procedure] = key.split(" ");
    return [
      `node RPC ${procedure} to node${node}: ${counts[0]} sent, ${counts[1]} served, ${counts[2]} in the node daemon's log`
    ];
  });
}
function checkConnections(events, { served }) {
  return [...served].flatMap(([node, rpcs]) => {
    const logged = rpcs.filter(({ port }) => port !== void 0);
    if (logged.length === 0) return [];
    const traced = tally(
      of(events, "served").filter((event) => event.node === node),
      ({ peer, procedure }) => `${peer.node}:${peer.port} ${procedure}`
    );
    const wanted = tally(logged, ({ from, port, procedure }) => `${from}:${port} ${procedure}`);
    return [.../* @__PURE__ */ new Set([...traced.keys(), ...wanted.keys()])].flatMap((connection) => {
      const [seen2, told] = [traced.get(connection) ?? 0, wanted.get(connection) ?? 0];
      if (seen2 === told) return [];
      return [
        `node RPC ${connection.replace(/^(\d+):(\d+) /, "from node$1, port $2, ")} to node${node}: ${seen2} traced, ${told} in the node daemon's log`
      ];
    });
  });
}
function checkJoins(events) {
  const connections = new Connections();
  const sent = /* @__PURE__ */ new Set();
  const differs = [];
  for (const event of events) {
    if (event.kind === "connect") connections.opened(event, event.pid);
    if (event.kind === "rpc" && event.channel === "node") {
      sent.add(`${event.pid} ${event.target} ${event.procedure}`);
    }
    if (event.kind !== "served") continue;
    const { node, procedure, peer } = event;
    if (sent.has(`${connections.opener(peer, node)} ${node} ${procedure}`)) continue;
    differs.push(
      `node RPC ${procedure} to node${node}: served over a connection from port ${peer.port} of node${peer.node}, which nobody opened who had sent it`
    );
  }
  return differs;
}
function checkCommands(events, { commands }) {
  const attempts = of(events, "execve");
  return [...commands].flatMap(([node, logged]) => {
    const here = attempts.filter((event) => event.node === node);
    const traced = tally(here, (event) => event.program);
    const shells = here.filter((e) => /^(?:ba|da)?sh$/.test(e.program) && e.argv[1] === "-c");
    const wanted = tally(
      logged.filter(({ command }) => {
        const shell = shells.findIndex(({ argv }) => sameStart(argv[2], command));
        if (shell >= 0) shells.splice(shell, 1);
        return shell < 0;
      }),
      programOf
    );
    return [...wanted].flatMap(([program, count]) => {
      const seen2 = traced.get(program) ?? 0;
      return seen2 >= count ? [] : [`node${node} logged ${count} times that it ran ${program}; ${seen2} were traced`];
    });
  });
}
var sameStart = (argument, command) => argument !== void 0 && argument !== "" && command.startsWith(argument.slice(0, 200));
var programOf = ({ command }) => {
  const first = /^'([^']*)'|^(\S+)/.exec(command);
  return (first?.[1] ?? first?.[2] ?? "").replace(/^.*\//, "");
};
function checkJobFiles(events, sources) {
  const writes = of(events, "statefile").filter((event) => event.jobFile !== void 0);
  const traced = tally(writes, (event) => `${event.node} ${event.jobFile}`);
  const last = new Map(writes.map((event) => [`${event.node} ${event.jobFile}`, event.bytes]));
  const seen2 = flatten(sources.jobWrites);
  const sizes = flatten(sources.jobSizes);
  const differs = [];
  for (const key of /* @__PURE__ */ new Set([...traced.keys(), ...seen2.keys()])) {
    const [node, job] = key.split(" ");
    const [a, b] = [traced.get(key) ?? 0, seen2.get(key) ?? 0];
    if (a !== b)
      differs.push(`job-${job} on node${node}: ${a} writes traced, ${b} seen by inotify`);
    const [bytes, size] = [last.get(key), sizes.get(key)];
    if (bytes !== void 0 && size !== void 0 && bytes !== size) {
      differs.push(`job-${job} on node${node}: ${bytes} bytes traced, the file has ${size}`);
    }
  }
  return differs;
}
var of = (events, kind) => events.filter((event) => event.kind === kind);
function tally(items, keyOf2) {
  const counts = /* @__PURE__ */ new Map();
  for (const item of items) counts.set(keyOf2(item), (counts.get(keyOf2(item)) ?? 0) + 1);
  return counts;
}
var flatten = (nested) => new Map(
  [...nested].flatMap(
    ([node, jobs]) => [...jobs].map(([job, value]) => [`${node} ${job}`, value])
  )
);

// src/trace/events/heapEvents.ts
function heapEvents(logs, raw, { events, processes }) {
  const start = startOf(raw);
  const { begin, end } = marksOf(events);
  const forkedOn = new Map(
    events.flatMap((event) => event.kind === "fork" ? [[event.child, event.node]] : [])
  );
  return logs.flatMap(({ node, daemon, collections }) => {
    const caller = `ganeti-${daemon}`;
    const alive = [...processes.values()].find(
      ({ pid: pid2, program }) => program === caller && forkedOn.get(pid2) === node
    );
    const pid = alive?.pid ?? 0;
    return collections.map(({ at, ...collection }) => ({
      ...{ at: at - start, node, pid, tid: pid, caller, kind: "collection" },
      ...collection
    }));
  }).filter(({ at }) => at >= begin && at <= end).sort((a, b) => a.at - b.at);
}
function heapCurves(logs, raw, events) {
  const start = startOf(raw);
  const { begin, end } = marksOf(events);
  return {
    seconds: Math.max(0, Math.round((end - begin) / 1e6) / 1e3),
    daemons: logs.filter(({ node }) => node === MASTER).map(({ daemon, collections }) => {
      const samples = collections.map(({ at, live }) => ({ at: at - start, live }));
      return { daemon, bytes: heapCurve(samples, { begin, end }) };
    })
  };
}
var MASTER = 1;
var startOf = (raw) => raw.reduce((least, { at }) => Math.min(least, at), Infinity);
function marksOf(events) {
  const begin = events.find((event) => isMark2(event, "begin"))?.at ?? Infinity;
  return { begin, end: events.findLast((event) => isMark2(event, "end"))?.at ?? begin };
}
var isMark2 = (event, label) => event.kind === "mark" && event.label === label;
function heapReadings(events, sampled = false) {
  const bytes = (value) => ({ unit: "bytes", value });
  return new Map(
    [...new Set(events.map(({ caller }) => caller))].flatMap((caller) => {
      const daemon = caller.replace(/^ganeti-/, "");
      const own = events.filter((event) => event.caller === caller);
      const allocated = own.reduce((sum2, event) => sum2 + event.allocated, 0);
      const live = own.flatMap((event) => event.major ? [event.live] : []);
      const name = sampled ? `heap/${daemon}/sampled` : `heap/${daemon}`;
      return [
        [`${name}/allocated`, bytes(allocated)],
        ...live.length > 0 ? [[`${name}/max-live`, bytes(maxOf(live))]] : []
      ];
    })
  );
}

// src/trace/events/traffic.ts
function trafficReadings(events) {
  const before = upTo(events, "begin");
  const after2 = upTo(events, "end");
  const problem = unseenRequests(events, before, after2);
  if (problem !== void 0) throw incompleteError(problem);
  const channels = new Set([...after2.keys()].map((key) => key.split(" ", 1)[0]));
  const moved = (channel, end, direction) => {
    const key = keyOf(channel, end, direction);
    const of2 = (amounts) => amounts.get(key) ?? { calls: 0, bytes: 0 };
    return {
      calls: of2(after2).calls - of2(before).calls,
      bytes: of2(after2).bytes - of2(before).bytes
    };
  };
  return new Map(
    [...channels].flatMap(
      (channel) => MESSAGES.flatMap(({ messages, from, to }) => {
        const sent = moved(channel, from, "sends");
        const received = moved(channel, to, "receives");
        if (received.bytes > sent.bytes) {
          throw incompleteError(
            `${messages} to ${channel}: ${received.bytes} bytes were received, and ${sent.bytes} were sent`
          );
        }
        const reading = (name, unit, value) => [`traffic/${channel}/${messages}/${name}`, { unit, value }];
        if (sent.calls + received.calls === 0) return [];
        return [
          reading("bytes", "bytes", sent.bytes),
          reading("sends", "count", sent.calls),
          reading("receives", "count", received.calls)
        ];
      })
    )
  );
}
function unseenRequests(events, before, after2) {
  const [begin, end] = ["begin", "end"].map((label) => placeOf2(events, label));
  const requests = events.slice(begin, end).filter((event) => event.kind === "rpc");
  for (const channel of SOCKETS) {
    const own = requests.filter((event) => event.channel === channel);
    if (own.some(({ isWhole }) => isWhole !== true)) continue;
    const key = keyOf(channel, "client", "sends");
    const sent = (after2.get(key)?.calls ?? 0) - (before.get(key)?.calls ?? 0);
    if (sent > own.length) {
      return `${sent} messages were sent to ${channel}, of which ${own.length} begin as its requests do: those of another form cannot be counted`;
    }
  }
  return void 0;
}
var SOCKETS = ["luxi", "wconfd", "metad"];
var placeOf2 = (events, label) => events.findIndex((event) => event.kind === "mark" && event.label === label);
var MESSAGES = [
  { messages: "requests", from: "client", to: "daemon" },
  { messages: "replies", from: "daemon", to: "client" }
];
function upTo(events, label) {
  const amounts = /* @__PURE__ */ new Map();
  for (const event of events.slice(0, placeOf2(events, label))) {
    if (event.kind !== "traffic") continue;
    amounts.set(keyOf(event.channel, event.end, event.direction), event);
  }
  return amounts;
}
var keyOf = (channel, end, direction) => `${channel} ${end} ${direction}`;

// src/measure/evaluate.ts
var DIFFERENCES = 10;
function evaluate(name, observation) {
  const attribution = attribute(observation.raw, observation.context);
  const all = attribution.events;
  const differences2 = crossCheck(all, observation.sources);
  if (differences2.between.length > 0) {
    const told = differences2.between.slice(0, DIFFERENCES).join("\n  ");
    throw incompleteError(
      `the measurement of '${name}' is not valid; two sources differ:
  ${told}`
    );
  }
  const places = workloadIndices(all);
  const allSpans = spansOf(all, observation);
  const marked = markWaiting(all, allSpans);
  const events = places.flatMap((place) => marked[place] ?? []);
  const spans = places.flatMap((place) => allSpans[place] ?? []);
  const collections = heapEvents(observation.heaps, observation.raw, attribution);
  const wall = { unit: "seconds", value: observation.wall };
  const readings = new Map([
    ...countMetrics(events, observation.daemons),
    ...trafficReadings(all),
    ...attemptReadings(spans),
    ...configLockReadings(events),
    ...heapReadings(collections, observation.samplesHeaps),
    ["wall", wall]
  ]);
  return {
    remarks: differences2.outside.slice(0, DIFFERENCES),
    readings,
    events,
    spans,
    causes: foldCauses(events, spans),
    shares: coverageOf(events, spans),
    collections,
    heap: heapCurves(observation.heaps, observation.raw, all)
  };
}

// src/trace/collect/jobSizes.ts
async function readJobSizes(host, plan) {
  const folders = plan.nodes.map((node) => host.path(node, "/var/lib/ganeti/queue"));
  const only = ["-maxdepth", "1", "-type", "f", "-name", "job-*"];
  const print = ["-printf", "%H %f %s\\n"];
  const { stdout } = await host.exec(["find", ...folders, ...only, ...print]);
  return parseSizes(stdout, new Map(plan.nodes.map((node, i) => [folders[i] ?? "", node.index])));
}
function parseSizes(text2, nodeOf) {
  const sizes = new Map([...nodeOf.values()].map((node) => [node, /* @__PURE__ */ new Map()]));
  for (const [, folder = "", job, bytes] of text2.matchAll(/^(\S+) job-(\d{1,15}) (\d{1,15})$/gm)) {
    sizes.get(nodeOf.get(folder) ?? 0)?.set(Number(job), Number(bytes));
  }
  return sizes;
}

// src/trace/collect/jobFileWrites.ts
import { createInterface as createInterface2 } from "node:readline";
var QUEUE = "/var/lib/ganeti/queue";
async function watchJobFiles(host, plan, signal) {
  const nodeOf = new Map(plan.nodes.map((node) => [`${host.path(node, QUEUE)}/`, node.index]));
  const folders = [...nodeOf.keys()];
  const watched = ["--event", "moved_to", "--event", "moved_from"];
  const watch2 = await host.spawn("inotify", [
    ...["inotifywait", "--monitor", ...watched, "--format", "%w|%f|%e"],
    ...folders
  ]);
  const seen2 = /* @__PURE__ */ new Map();
  let overflowed = false;
  const lines = createInterface2({ input: watch2.stdout });
  const drained = new Promise((resolve) => lines.on("close", resolve));
  lines.on("line", (line) => {
    const [folder = "", file = "", what = ""] = line.split("|");
    if (what.includes("OVERFLOW")) overflowed = true;
    const job = /^job-(\d{1,15})$/.exec(file)?.[1];
    const node = nodeOf.get(folder);
    if (job === void 0 || node === void 0 || what !== "MOVED_TO") return;
    const jobs = seen2.get(node) ?? /* @__PURE__ */ new Map();
    seen2.set(node, jobs.set(Number(job), (jobs.get(Number(job)) ?? 0) + 1));
  });
  const ready = () => watch2.stderr().includes("Watches established") || watch2.stderr().trim();
  await until("inotify on the job queues", ready, { deadline: 2e5, interval: 50, signal });
  return {
    async stop() {
      await host.withPid("inotify", 'kill "$1"');
      await watch2.finished;
      await drained;
      if (overflowed) throw invalidError("inotify lost events of the job queue: run again");
      return seen2;
    }
  };
}

// src/trace/events/ganetiLog.ts
var TIME = String.raw`(?:^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d),(\d{3}): .*?)?`;
function readServed(log) {
  const line = RegExp(
    String.raw`${TIME} INFO ([^\s:]+)(?::(\d+))?(?: - ")? ?POST \/(\S+) HTTP\/[\d.]+"? \d+`,
    "gm"
  );
  return [...log.matchAll(line)].map(([, day, time, ms, address = "", port, procedure = ""]) => {
    const at = moment(day, time, ms);
    return { procedure, address, port: port === void 0 ? void 0 : Number(port), at };
  });
}
function readCommands(log) {
  const line = RegExp(String.raw`${TIME}( [a-z_]+:\d+)? INFO RunCmd (.+)$`, "gm");
  let before;
  return [...log.matchAll(line)].flatMap(([, day, time, ms, code, command = ""]) => {
    const said = `${day} ${time} ${ms} ${command}`;
    const again = code !== void 0 && said === before;
    before = again ? void 0 : said;
    if (again) return [];
    return [{ command: command.replace(/, output file '.*'$/, ""), at: moment(day, time, ms) }];
  });
}
function moment(day, time, ms) {
  return day === void 0 ? void 0 : Date.parse(`${day}T${time}.${ms}Z`);
}

// src/trace/collect/crossCheckSources.ts
function crossCheckSourcesOf(plan, logs, { jobWrites, jobSizes }) {
  const perNode = (read2, files) => new Map(
    plan.nodes.map(({ index, name }) => {
      const texts = [...logs.get(name) ?? []].filter(([file]) => files(file));
      return [index, read2(texts.map(([, text2]) => text2).join("\n"))];
    })
  );
  const nodeOf = nodesByAddress(plan);
  const served = [...perNode(readServed, (file) => file === "node-daemon.log")].map(
    ([node, rpcs]) => {
      const named = rpcs.map(({ address, ...rpc }) => ({
        ...rpc,
        from: nodeAt(address, node, nodeOf)
      }));
      return [node, named];
    }
  );
  return {
    served: new Map(served),
    commands: perNode(readCommands, (file) => /^(?:node-daemon|jobs|commands)\.log$/.test(file)),
    jobWrites,
    jobSizes
  };
}

// src/measure/observe.ts
async function observe(testbed, work, context) {
  const { plan } = testbed;
  const { tracer } = context;
  context.progress?.("starting the nodes");
  await timed(
    context,
    "restore",
    () => together(context, [
      ({ signal }) => restoreNodes(testbed, signal),
      () => tracer.prepare(testbed, context.signal)
    ])
  );
  const vigil = await watchContainers(plan.runId, context.signal);
  try {
    const { signal } = vigil;
    const host = await timed(context, "attach", () => tracer.beside(testbed, signal));
    const { log, progress } = context;
    const stage = { plan, host, log, progress, signal, cancels: givesUp(work.steps) };
    try {
      return await observeStage(stage, testbed, work, context);
    } finally {
      await host.close();
    }
  } finally {
    await vigil.close();
  }
}
async function observeStage(stage, testbed, { name, before, steps }, observing) {
  const { plan, host, signal } = stage;
  const time = (step2, work) => timed(observing, step2, work);
  await time("prepare", () => prepare(name, before, stage));
  const watched = await watch(stage, testbed, name, observing);
  const { trace, jobFiles, context } = watched;
  const [daemons] = await time(
    "begin",
    () => Promise.all([watchDaemons2(host, watched), trace.mark("begin")])
  );
  const began = performance.now();
  await time("drive", () => drive(name, steps, trace, stage));
  const wall = (performance.now() - began) / 1e3;
  await time("settle after", () => settle(name, trace, stage));
  await time("end", () => trace.mark("end"));
  observing.progress?.("reading what was seen");
  const [raw, jobWrites, jobSizes, jobs, logs, ofDaemons, heaps] = await time(
    "read",
    () => Promise.all([
      trace.stop(),
      jobFiles.stop(),
      readJobSizes(host, plan),
      readJobs(host, plan.master),
      readLogs(plan, signal),
      daemons.read(),
      readHeapLogs(plan, signal)
    ])
  );
  const sources = crossCheckSourcesOf(plan, logs, { jobWrites, jobSizes });
  await observing.keepLogs(logs);
  const instances = [...plan.instances.map(({ name: one }) => one), ...plan.configInstances];
  const { samplesHeaps } = testbed;
  const processes = { daemons: ofDaemons, heaps, samplesHeaps };
  return { raw, context, sources, ...processes, jobs, instances, wall };
}
async function watch(stage, testbed, name, observing) {
  const { plan, host, signal } = stage;
  const { onLine } = observing;
  const [trace, jobFiles] = await timed(
    observing,
    "attach",
    () => Promise.all([
      observing.tracer.trace(testbed, host, { signal, onLine }),
      watchJobFiles(host, plan, signal)
    ])
  );
  observing.progress?.("starting Ganeti");
  await timed(
    observing,
    "daemons",
    () => startDaemons(plan, signal, heapOptions(plan, testbed.samplesHeaps))
  );
  await timed(observing, "settle before", () => settle(name, trace, stage));
  return { trace, jobFiles, context: { nodeOf: nodesByAddress(plan), nonce: trace.nonce } };
}
async function watchDaemons2(host, { trace, context }) {
  const running = [...attribute(trace.events, context).processes.values()].filter(
    ({ caller }) => caller !== DRIVER && caller !== UNATTRIBUTED
  );
  const pids = running.map(({ pid }) => pid);
  const before = await readProcesses(host, pids, { resetPeaks: true });
  return {
    async read() {
      const after2 = await readProcesses(host, pids);
      return running.flatMap(({ pid, program, caller }) => {
        const [a, b] = [before.get(pid), after2.get(pid)];
        if (!a || !b) return [];
        return [{ program, caller, peakRss: b.peakRss, cpuSeconds: b.cpuSeconds - a.cpuSeconds }];
      });
    }
  };
}

// src/measure/repeat.ts
async function measureOnce(testbed, work, context) {
  const { plan } = testbed;
  let removing;
  const remove = () => removing ??= timed(context, "remove", () => removeNodes(plan));
  try {
    const observation = await observed(testbed, work, context);
    remove().catch(() => void 0);
    return await timed(
      context,
      "evaluate",
      () => Promise.resolve(evaluate(work.name, observation))
    );
  } finally {
    await remove();
  }
}
async function observed(testbed, work, context) {
  try {
    return await observe(testbed, work, context);
  } catch (error) {
    if (context.signal?.aborted) throw error;
    const { plan } = testbed;
    await readLogs(plan).then(context.keepLogs, () => void 0);
    throw await explained(work.name, plan, error);
  }
}

// src/cluster/channels.ts
var SOCKETS2 = "/var/run/ganeti/socket";
var asGiven = (method) => method;
var asFunction = (method) => method.slice(0, 1).toLowerCase() + method.slice(1);
var logOf = (name) => `/var/log/ganeti/${name}-daemon.log`;
var WCONFD = {
  haskell: { daemon: "wconfd", log: logOf("wconf") },
  address: () => `${SOCKETS2}/ganeti-wconfd`
};
var CHANNEL_FACTS = {
  luxi: {
    haskell: { daemon: "luxid", log: logOf("luxi") },
    address: () => `${SOCKETS2}/ganeti-query`,
    clients: ["raw", "ganeti"],
    wireName: asGiven
  },
  wconfd: { ...WCONFD, clients: ["raw", "ganeti"], wireName: asFunction },
  // Methods of ConfigWriter are Ganeti's Python, whatever they send.
  config: { ...WCONFD, clients: ["ganeti"], wireName: asGiven },
  confd: {
    haskell: { daemon: "confd", log: logOf("conf") },
    args: "CONFD_ARGS",
    address: ({ address }) => address,
    clients: ["raw", "ganeti"],
    wireName: asGiven
  },
  metad: {
    haskell: { daemon: "metad", log: logOf("meta") },
    args: "METAD_ARGS",
    address: () => `${SOCKETS2}/ganeti-metad`,
    clients: ["raw", "ganeti"],
    wireName: asFunction,
    started: "ganeti-metad"
  },
  // Ganeti's own client of the node daemon needs a configuration and a job.
  node: { address: ({ address }) => address, clients: ["raw"], wireName: asGiven }
};

// src/measure/probeRequests.ts
import { randomBytes as randomBytes3 } from "node:crypto";

// src/cluster/sendRequests.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
var UNTIL_KNOWN = {
  latency: { least: 20, step: 10, most: 200, tolerance: 0.02, enough: 100, seconds: 5 },
  allocation: { least: 20, step: 20, most: 1e3, tolerance: 1e9, enough: 1e3, seconds: 5 }
};
var WARM_UP = 3;
var NODED_PORT2 = 1811;
var TIMEOUT2 = 60 * 6e4;
var Numbers = array(int().min(0)).min(1).max(MAX_REQUESTS);
var SentSchema = strictObject({
  nanoseconds: Numbers,
  sent: Numbers,
  received: Numbers,
  below: BelowSchema.optional(),
  /** After how many requests each was seen, bytes allocated and live, the generation. */
  collections: array(tuple([int().min(0), int().min(0), int().min(0), int().min(0)])).max(1e7)
});
async function sendRequests(master, requests, signal) {
  const input = await readFile2(join3(projectRoot(), "probes", "request.py"), "utf8");
  const spec = { ...UNTIL_KNOWN[requests.until], ...requests, warmUp: WARM_UP, port: NODED_PORT2 };
  const { stdout, stderr, exitCode } = await docker(
    ["exec", "--interactive", master.container, "python3", "-", JSON.stringify(spec)],
    { input, signal, timeout: TIMEOUT2, reject: false, maxBuffer: 256 * 1024 ** 2 }
  );
  if (exitCode === 0) return parseSent(stdout);
  const { channel, method } = requests;
  const [said = ""] = stderr.trim().split("\n").slice(-1);
  throw invalidError(
    `the request ${channel} ${method} failed (exit status ${exitCode}): ${said.slice(0, 1e3)}`
  );
}
function parseSent(text2) {
  let document;
  try {
    document = JSON.parse(text2);
  } catch {
    document = void 0;
  }
  const read2 = validated(SentSchema, document);
  if (read2.success) return read2.data;
  throw invalidError(
    `what was measured of the requests is not readable: ${text2.slice(0, 120)} (${String(read2.error.issues[0]?.message)})`
  );
}

// src/trace/collect/socketCalls.ts
import { createInterface as createInterface3 } from "node:readline";

// src/trace/events/completeness.ts
function createArrival() {
  const events = [];
  const marks = /* @__PURE__ */ new Map();
  const processors = /* @__PURE__ */ new Set();
  const numbered = /* @__PURE__ */ new Map();
  let lost = 0;
  const takeEvent = (event) => {
    events.push(event);
    if (event.kind === "execve" && event.argv[1] === MARK) {
      const emitted = numbered.get(event.pid);
      numbered.delete(event.pid);
      const ofAll = [...processors].map((cpu) => [cpu, emitted?.get(cpu)]);
      marks.set(event.argv.slice(2, 4).join(" "), new Map([...ofAll, ...emitted ?? []]));
    }
    processors.add(event.cpu);
  };
  return {
    events,
    marks,
    get lost() {
      return lost;
    },
    take(line) {
      if (line.type === "lost") lost += line.count;
      if (line.type === "event") takeEvent(line.event);
      if (line.type !== "numbered") return;
      const { pid, cpu, emitted } = line.numbered;
      numbered.set(pid, (numbered.get(pid) ?? /* @__PURE__ */ new Map()).set(cpu, emitted));
    },
    forget() {
      events.length = 0;
      marks.clear();
    }
  };
}
var TOLD = 5;
function missing(events, { where, from, to }) {
  const sentences = [...to].flatMap(([cpu, end]) => {
    if (end === void 0)
      return [`how many events processor ${cpu} emitted ${where} is not known`];
    const byNumber = new Map(
      events.flatMap((event) => event.cpu === cpu ? [[event.number, event]] : [])
    );
    return gaps(byNumber, from.get(cpu) ?? 0, end).map(([first, last]) => {
      const [before, after2] = [byNumber.get(first - 1), byNumber.get(last + 1)];
      const neighbours = `after ${nameOf3(before)} and before ${nameOf3(after2)}`;
      const count = last - first + 1;
      return `${count} event${count === 1 ? "" : "s"} of processor ${cpu} ${where}, ${neighbours}`;
    });
  });
  const more = sentences.length - TOLD;
  return more > 0 ? [...sentences.slice(0, TOLD), `${more} more gaps ${where}`] : sentences;
}
function gaps(there, start, end) {
  const found = [];
  for (let number2 = start; number2 < end; number2++) {
    if (there.has(number2)) continue;
    const last = found.at(-1);
    if (last?.[1] === number2 - 1) last[1] = number2;
    else found.push([number2, number2]);
  }
  return found;
}
var nameOf3 = (event) => event === void 0 ? "nothing" : `'${event.kind}' of process ${event.pid} on node${event.node} (${(event.at / 1e9).toFixed(6)} s)`;
function incompleteness({ events, marks, lost }, nonce, skipped) {
  const own = [...marks].filter(([name]) => name.startsWith(`${nonce} `));
  const [ready, begin, end] = [
    own[0]?.[1],
    ...["begin", "end"].map((l) => marks.get(`${nonce} ${l}`))
  ];
  if (!ready || !begin || !end) return "events were lost: the marks of the trace did not arrive";
  const problems = [
    ...missing(events, { where: "before the mark 'begin'", from: ready, to: begin }),
    ...missing(events, { where: BETWEEN, from: begin, to: end }),
    ...skips(skipped)
  ];
  if (problems.length === 0) return void 0;
  const reported = lost > 0 ? ` (the tracer reports ${lost} lost)` : "";
  return `events were lost${reported}: ${problems.join("; ")}`;
}
var BETWEEN = "between the marks 'begin' and 'end'";
function skips({ ready, begin, end }) {
  const counts = [
    [begin - ready, "before the mark 'begin'"],
    [end - begin, BETWEEN]
  ];
  return counts.flatMap(
    ([count, where]) => count === 0 ? [] : [
      `the kernel skipped ${count} runs of the tracer's programs ${where}, as others held the processor`
    ]
  );
}
function countSkipped(fdinfo) {
  const byProgram = /* @__PURE__ */ new Map();
  let program;
  for (const line of fdinfo.split("\n")) {
    const [, name, value] = /^(\w+):\s*(\d+)$/.exec(line) ?? [];
    if (name === "pos") program = void 0;
    if (name === "prog_id") program = value;
    if (name === "recursion_misses" && program !== void 0) byProgram.set(program, Number(value));
  }
  return [...byProgram.values()].reduce((sum2, misses) => sum2 + misses, 0);
}

// src/trace/program/socketCallsProgram.ts
var RECEIVES = ["read", "readv", "recvfrom", "recvmsg"];
var SENDS = ["write", "writev", "sendto", "sendmsg"];
var CLIENT_END = 1;
var DAEMON_END = 2;
var READY = "ready";
var AF_UNIX2 = 1;
var AF_INET2 = 2;
var SOCK_DGRAM = 2;
var S_IFMT2 = 61440;
var S_IFSOCK = 49152;
function socketCallsProgram(name, datagramPort) {
  if (!/^[a-z0-9-]{1,15}$/.test(name)) throw new RangeError(`'${name}' is no name of a process`);
  const calls = [...RECEIVES, ...SENDS];
  return `config = { missing_probes = "error"; }
BEGIN { @on = (uint64)0; @round = (uint64)0; }
END { clear(@on); clear(@round); clear(@end); clear(@port); clear(@net); clear(@asked); clear(@inside); clear(@from); }
tracepoint:sched:sched_process_exec /pid == cpid/ { print("${READY}"); }
tracepoint:syscalls:sys_enter_getppid /comm == "${name}"/ {
  if (@on == 1) { @on = 0; @round = @round + 1; } else {
  // Each key is made once: of two processors that make the same at once, one would be lost.
${calls.flatMap((call) => [CLIENT_END, DAEMON_END].map((end) => zeroes(end, call))).join("\n")}
  @on = 1; }
}
${askedProbes("connect", name, AF_UNIX2, "@end[(uint64)$sock] = @round * 4 + 1; @end[(uint64)((struct unix_sock *)$sock)->peer] = @round * 4 + 2;")}
${askedProbes("bind", name, AF_INET2, OWN_PORT)}
${askedProbes("sendto", name, AF_INET2, OWN_PORT)}
${calls.map(countedProbes).join("\n")}
${datagramProbes(datagramPort)}
`;
}
var OWN_PORT = "@port[(uint64)$sock->__sk_common.skc_num] = (uint64)1; @net = (uint64)$sock->__sk_common.skc_net.net;";
var zeroes = (end, call) => ["calls", "failed", "bytes"].map((map) => `  @${map}[@round, (uint64)${end}, "${call}"] = sum((uint64)0);`).join("");
var sockOf = (descriptor) => `$file = (struct file *)*(curtask->files->fdt->fd + ${descriptor});
  $sock = ((struct socket *)$file->private_data)->sk;`;
var ofSocket = (then) => `if ((uint64)args.fd < (uint64)curtask->files->fdt->max_fds) {
  ${sockOf("args.fd")}
  if (($file->f_inode->i_mode & ${S_IFMT2}) == ${S_IFSOCK}) {
    ${then}
  } }`;
function askedProbes(call, name, family, known) {
  return `tracepoint:syscalls:sys_enter_${call} /comm == "${name}"/ { @asked[tid] = (uint64)args.fd + 1; }
tracepoint:syscalls:sys_exit_${call} /@asked[tid] != 0/ {
  ${sockOf("(@asked[tid] - 1)")}
  if (args.ret >= 0 && $sock->__sk_common.skc_family == ${family}) { ${known} }
  delete(@asked, tid);
}`;
}
function countedProbes(call) {
  return `tracepoint:syscalls:sys_enter_${call} /@on == 1/ {
  ${ofSocket(`$end = (uint64)0;
    $family = $sock->__sk_common.skc_family;
    if ($family == ${AF_UNIX2} && @end[(uint64)$sock] / 4 == @round) { $end = @end[(uint64)$sock] % 4; }
    if ($family == ${AF_INET2} && (uint64)$sock->__sk_common.skc_net.net == @net) {
      if (@port[(uint64)$sock->__sk_common.skc_num] == 1) { $end = ${CLIENT_END}; }
      if (@port[(uint64)bswap($sock->__sk_common.skc_dport)] == 1) { $end = ${DAEMON_END}; }
    }
    if ($end != 0) { @inside[tid] = $end; }`)}
}
tracepoint:syscalls:sys_exit_${call} /@inside[tid] != 0/ {
  ${counted(call, "@inside[tid]")}
  delete(@inside, tid);
}`;
}
function counted(call, end) {
  const key = `[@round, ${end}, "${call}"]`;
  return `@calls${key} = sum((uint64)1);
  if (args.ret > 0) { @bytes${key} = sum((uint64)args.ret); }
  if (args.ret < 0) { @failed${key} = sum((uint64)1); }`;
}
function datagramProbes(port) {
  const ours = (then) => ofSocket(`if ($sock->__sk_common.skc_family == ${AF_INET2} && $sock->sk_type == ${SOCK_DGRAM}) {
    if ($sock->__sk_common.skc_num == ${port} && (uint64)$sock->__sk_common.skc_net.net == @net) { ${then} } }`);
  const peer = (address) => `bswap(*(uint16 *)uptr(${address} + 2))`;
  return `tracepoint:syscalls:sys_enter_recvfrom /@on == 1/ { ${ours("@from[tid] = (uint64)args.addr;")} }
tracepoint:syscalls:sys_exit_recvfrom /@from[tid] != 0/ {
  if (args.ret < 0 || @port[(uint64)${peer("@from[tid]")}] == 1) { ${counted("recvfrom", `(uint64)${DAEMON_END}`)} }
  delete(@from, tid);
}
tracepoint:syscalls:sys_enter_sendto /@on == 1/ {
  ${ours(`if (@port[(uint64)${peer("(uint64)args.addr")}] == 1) { @inside[tid] = (uint64)${DAEMON_END}; }`)}
}`;
}

// src/trace/events/socketCalls.ts
var CountsSchema = record(string(), int().min(0));
var MapSchema = union([
  strictObject({ "@calls": CountsSchema }),
  strictObject({ "@failed": CountsSchema }),
  strictObject({ "@bytes": CountsSchema })
]);
var LineSchema = discriminatedUnion("type", [
  object({ type: literal("attached_probes") }),
  object({ type: literal("value"), data: literal(READY) }),
  object({ type: literal("map"), data: MapSchema }),
  // Whatever of it could not be counted.
  object({ type: literal("lost_events") }),
  object({ type: literal("helper_error"), msg: string() })
]);
var saysReady = (line) => parsed(line)?.type === "value";
function readSocketCalls(lines, requests) {
  const counts = {};
  for (const line of lines) {
    const read2 = parsed(line);
    if (read2?.type === "helper_error" || read2?.type === "lost_events") {
      const why = read2.type === "helper_error" ? `: ${read2.msg}` : "";
      throw incompleteError(`system calls were lost while they were counted${why}`);
    }
    if (read2?.type === "map") Object.assign(counts, read2.data);
  }
  const sum2 = (map, round, end, calls) => {
    const of2 = counts[map];
    if (!of2)
      throw invalidError(`the tracer counted no system calls: it did not print its map ${map}`);
    return calls.reduce((total2, call) => total2 + (of2[`${round},${end},${call}`] ?? 0), 0);
  };
  const direction = (round, end, calls) => ({
    calls: sum2("@calls", round, end, calls),
    failed: sum2("@failed", round, end, calls),
    bytes: sum2("@bytes", round, end, calls)
  });
  const both = (round, end) => ({
    receive: direction(round, end, RECEIVES),
    send: direction(round, end, SENDS)
  });
  return requests.map((sent, round) => ({
    requests: sent,
    client: both(round, CLIENT_END),
    daemon: both(round, DAEMON_END)
  }));
}
function checkSocketCalls({ client, daemon }, messages) {
  const pairs = [
    ["the client sent", client.send.bytes, "the daemon received", daemon.receive.bytes],
    ...messages ? [
      ["the client sent", client.send.bytes, "its messages have", messages.sent],
      ["the client received", client.receive.bytes, "the replies have", messages.received],
      ["the daemon sent", daemon.send.bytes, "the replies have", messages.received]
    ] : []
  ];
  for (const [what, bytes, other, others] of pairs) {
    if (bytes > 0 && bytes === others) continue;
    throw incompleteError(
      `not all system calls were seen: by them ${what} ${bytes} bytes, where ${other} ${others}`
    );
  }
}
function parsed(line) {
  if (line.trim() === "") return void 0;
  let message2;
  try {
    message2 = JSON.parse(line);
  } catch {
    message2 = void 0;
  }
  const read2 = LineSchema.safeParse(message2);
  if (read2.success) return read2.data;
  throw invalidError(`unknown line of the tracer: ${line.slice(0, 120)}`);
}

// src/trace/collect/socketCalls.ts
var NAME2 = "bpftrace-calls";
var CONFD_PORT2 = 1814;
var STARTED = "/bin/sleep 3600";
async function withSocketCalls(host, name, work, signal) {
  const program = socketCallsProgram(name, CONFD_PORT2);
  const options = ["-f", "json", "-B", "line", "-c", STARTED, "-e", program];
  const bpftrace = await host.spawn(NAME2, ["bpftrace", ...options]);
  let end;
  void bpftrace.finished.then(() => end = bpftrace.stderr().trim() || "it said nothing");
  const lines = [];
  const reader = createInterface3({ input: bpftrace.stdout, crlfDelay: Infinity });
  reader.on("line", (line) => lines.push(line));
  const drained = new Promise((resolve) => reader.on("close", resolve));
  const attached = () => {
    if (end !== void 0) throw invalidError(`the tracer of system calls did not start: ${end}`);
    return lines.some(saysReady) || "no probe attached yet";
  };
  await until("bpftrace to attach", attached, { deadline: 6e5, interval: 50, signal });
  const result = await work();
  if (end !== void 0) throw invalidError(`the tracer ended while it was needed: ${end}`);
  const fdinfo = await host.withPid(NAME2, 'cat /proc/"$1"/fdinfo/* 2>/dev/null; true');
  const skipped = countSkipped(fdinfo.stdout);
  await host.withPid(NAME2, 'kill -INT "$1"');
  await bpftrace.finished;
  await drained;
  if (skipped === 0) return { result, lines };
  throw incompleteError(`the kernel skipped ${skipped} of the probes that count system calls`);
}

// src/trace/events/allocation.ts
function allocationOf(collections) {
  const live = collections.flatMap((c) => c.generation > 0 ? [c.live] : []);
  return {
    allocated: perRequest(collections),
    collections: collections.length,
    maxLive: live.length === 0 ? null : maxOf(live)
  };
}
function perRequest(collections) {
  const [first, ...rest] = collections;
  const last = rest.at(-1);
  if (!first || !last) return null;
  const requests = last.after - first.after;
  if (requests < 2) return null;
  const from = collections.findLastIndex(({ after: after2 }) => after2 === first.after) + 1;
  const allocated = collections.slice(from).reduce((sum2, c) => sum2 + c.allocated, 0);
  const each = allocated / requests;
  const largest3 = maxOf(collections.map((c) => c.allocated));
  return { perRequest: each, error: Math.min(each, largest3) / requests };
}

// src/measure/probeRequests.ts
var COUNTED = 20;
async function probeRequests(master, host, requests, signal) {
  const name = `probe-${randomBytes3(4).toString("hex")}`;
  const turns = [];
  for (const request of requests) {
    for (const client of CHANNEL_FACTS[request.channel].clients) {
      const sent = requestsOf(request, client, master, name);
      const timed2 = await sendRequests(master, sent, signal);
      turns.push({ request, client, requests: sent, timed: timed2 });
    }
  }
  const calls = await countCalls(master, host, name, turns, signal);
  return requests.map((request) => {
    const own = [...turns.entries()].filter(([, turn]) => turn.request === request);
    const clients = own.flatMap(([index, { client, timed: timed2 }]) => {
      const systemCalls = calls[index];
      if (!systemCalls) return [];
      const { nanoseconds: nanoseconds2 } = timed2;
      const messages = { sent: sum(timed2.sent), received: sum(timed2.received) };
      const below = timed2.below && { below: timed2.below };
      return [{ client, nanoseconds: nanoseconds2, ...messages, systemCalls, ...below }];
    });
    const [first] = own;
    return { clients, heap: first ? heapOf(first[1]) : null };
  });
}
function requestsOf({ channel, method, args, concurrency, repeat, until: until2 }, client, master, name) {
  const { address, wireName, haskell } = CHANNEL_FACTS[channel];
  return {
    ...{ name, client, channel, args, concurrency, repeat, until: until2, counted: false },
    ...{ address: address(master), method: wireName(method) },
    ...haskell && { log: haskell.log }
  };
}
async function countCalls(master, host, name, turns, signal) {
  const rounds = turns.map(({ requests, timed: timed2 }) => ({
    ...requests,
    repeat: Math.min(timed2.nanoseconds.length, COUNTED),
    counted: true
  }));
  const work = async () => {
    const sent = [];
    for (const round of rounds) sent.push(await sendRequests(master, round, signal));
    return sent;
  };
  const { result, lines } = await withSocketCalls(host, name, work, signal);
  const counts = rounds.map(({ repeat }) => repeat);
  return readSocketCalls(lines, counts).map((calls, index) => {
    const { sent = [], received = [] } = result[index] ?? {};
    const isPlain = rounds[index]?.channel !== "node";
    checkSocketCalls(calls, isPlain ? { sent: sum(sent), received: sum(received) } : void 0);
    return calls;
  });
}
function heapOf({ request, timed: timed2 }) {
  const { haskell } = CHANNEL_FACTS[request.channel];
  if (!haskell) return null;
  const read2 = timed2.collections.map(([after2, allocated, live, generation]) => ({
    ...{ after: after2, allocated, live, generation }
  }));
  return { daemon: haskell.daemon, ...allocationOf(read2) };
}

// src/measure/probeCluster.ts
async function probeCluster(testbed, what, requests, context, around = (ask) => ask()) {
  const { plan } = testbed;
  const channels = new Set(requests.map(({ channel }) => channel));
  const facts = [...channels].map((channel) => CHANNEL_FACTS[channel]);
  const start = async (signal) => {
    await tellHeaps(
      plan,
      facts.flatMap(({ args }) => args ?? []),
      signal
    );
    await startDaemons(plan, signal);
    for (const { started: started2 } of facts) {
      if (started2 !== void 0) await startDaemon(plan, started2, signal);
    }
  };
  const work = (host, signal) => around(() => probeRequests(plan.master, host, requests, signal));
  return withUntracedCluster(testbed, what, context, work, start);
}

// src/measure/probeOnce.ts
async function probeOnce(testbed, request, context) {
  const what = `probe ${request.channel} ${request.method}`;
  const [probed] = await probeCluster(testbed, what, [request], context);
  if (!probed) throw new RangeError("a request that was sent has no result");
  return probed;
}

// src/measure/probeSetOnce.ts
async function probeSetOnce(testbed, { name: setName, probes }, context) {
  const { plan } = testbed;
  const requests = probes.map(({ channel, method, args }) => ({
    ...{ channel, method, args, concurrency: 1, repeat: null, until: "allocation" }
  }));
  const keepLogs = () => readLogs(plan).then(context.keepLogs, () => void 0);
  const probed = await probeCluster(
    testbed,
    setName,
    requests,
    context,
    (ask) => timed(context, "probe", ask).finally(keepLogs)
  );
  const readings = probes.flatMap((probe, index) => {
    const result = probed[index];
    return result ? probeReadings(probe.channel, probeName(probe), result) : [];
  });
  const untraced = { remarks: [], events: [], spans: [], causes: [], shares: [], collections: [] };
  return { ...untraced, readings: new Map(readings), heap: { seconds: 0, daemons: [] } };
}

// src/trace/collect/tracer.ts
import { randomBytes as randomBytes4 } from "node:crypto";
import { createInterface as createInterface4 } from "node:readline";

// src/trace/events/activity.ts
function createActivity() {
  const background = /* @__PURE__ */ new Set();
  const ticks = createPeriodicWatch();
  let last = 0;
  return {
    see(event, now) {
      if (event.kind === "execve" && BACKGROUND.has(basename(event.path)))
        background.add(event.pid);
      if (event.kind === "fork" && !event.thread) {
        if (background.has(event.pid)) background.add(event.child);
        else background.delete(event.child);
      }
      const seconds2 = event.kind === "sleep" ? askedFor(event.ns) : void 0;
      const isTick = ticks.see({
        kind: event.kind,
        tid: event.tid,
        ...seconds2 !== void 0 && { seconds: seconds2 }
      });
      if (!background.has(event.pid) && !isTick) last = now;
      if (event.kind === "exit") background.delete(event.pid);
    },
    last: () => last
  };
}

// src/trace/program/libraries.ts
var PLAIN_PATH = /^\/[\w.+/-]{1,200}$/;
function parseLibraries(text2) {
  const [libcurl, libssl, ...more] = text2.replace(/\n$/, "").split("\n");
  if (!libcurl || !libssl) {
    throw invalidError(
      `the node image lacks libcurl-gnutls.so.4 or libssl.so.3: ldconfig knows ${seen(text2, 200)}`
    );
  }
  for (const path of [libcurl, libssl, ...more]) {
    if (PLAIN_PATH.test(path) && !path.split("/").includes("..")) continue;
    throw invalidError(
      `the node image has a library at ${seen(path, 200)}, which is no plain path`
    );
  }
  if (more.length === 0) return { libcurl, libssl };
  throw invalidError(`the node image names ${2 + more.length} libraries where two were asked for`);
}

// src/trace/events/rawEvent.ts
var int2 = int();
var text = string();
var nanoseconds = number().min(0);
var TUPLES = {
  fork: tuple([int2, int2, text]),
  execve: tuple([text]).rest(text),
  exec: tuple([int2, int2]),
  exit: tuple([int2, nanoseconds]),
  request: tuple([int2, int2, text, text]).rest(literal([0, 1])),
  reply: tuple([int2, int2, text]),
  traffic: tuple([literal([0, 1]), literal([0, 1]), text, int2, int2]),
  confd: tuple([text]),
  curl: tuple([text]),
  served: tuple([text, int2, int2]),
  connect: tuple([int2, int2, int2]),
  accept: tuple([int2, int2]),
  file: tuple([int2, text, text]),
  rename: tuple([text, text]),
  fsync: tuple([int2, text, text]),
  sleep: tuple([nanoseconds, nanoseconds])
};
var HeadSchema = tuple([nanoseconds, int().min(1), int2, int2, int2, int2]);
var HEAD = 6;
var NumberedSchema = tuple([literal("numbered"), int2, int2, int2]);
var CLONE_THREAD = 65536;
function parseTracerLine(line) {
  if (line.trim() === "") return { type: "nothing" };
  let message2;
  try {
    message2 = JSON.parse(line);
  } catch (error) {
    throw invalidError(`the tracer wrote a line that is not JSON: ${line.slice(0, 120)}`, {
      cause: error
    });
  }
  const known = MessageSchema.safeParse(message2);
  if (!known.success) throw invalidError(`unknown line of the tracer: ${line.slice(0, 120)}`);
  const { type, data } = known.data;
  if (type === "lost_events") return { type: "lost", count: data.events };
  if (type === "attached_probes") return { type: "attached", probes: data.probes };
  if (data[0] !== "numbered") return { type: "event", event: readTuple(data) };
  const numbered = NumberedSchema.safeParse(data);
  if (!numbered.success) throw malformed("numbered", data.slice(1));
  const [, pid, cpu, emitted] = numbered.data;
  return { type: "numbered", numbered: { pid, cpu, emitted } };
}
var MessageSchema = discriminatedUnion("type", [
  object({
    type: literal("value"),
    data: union([
      tuple([literal("numbered")]).rest(unknown()),
      tuple([_enum(Object.keys(TUPLES))]).rest(unknown())
    ])
  }),
  object({ type: literal("lost_events"), data: object({ events: int2 }) }),
  object({ type: literal("attached_probes"), data: object({ probes: int2 }) })
]);
function readTuple([name, ...places]) {
  const head = HeadSchema.safeParse(places.slice(0, HEAD));
  if (!head.success) throw malformed(name, places);
  const [at, node, pid, tid, cpu, number2] = head.data;
  const where = { at, node, pid, tid, cpu, number: number2 };
  const read2 = (of2) => {
    const parsed2 = TUPLES[of2].safeParse(places.slice(HEAD));
    if (parsed2.success) return parsed2.data;
    throw malformed(name, places);
  };
  switch (name) {
    case "fork": {
      const [child, flags, comm] = read2("fork");
      return { kind: name, ...where, child, thread: (flags & CLONE_THREAD) !== 0, comm };
    }
    case "execve": {
      const [path, ...argv] = read2("execve");
      return { kind: name, ...where, path, argv: withoutTail(argv) };
    }
    case "exec": {
      const [oldTid, inheritedRss] = read2("exec");
      return { kind: name, ...where, oldTid, inheritedRss };
    }
    case "exit": {
      const [maxRss, cpuNs] = read2("exit");
      return { kind: name, ...where, maxRss, cpuNs };
    }
    case "request": {
      const [from, to, content, socket, whole] = read2("request");
      const isWhole = whole === void 0 ? {} : { isWhole: whole === 1 };
      return { kind: name, ...where, from, to, text: content, socket, ...isWhole };
    }
    case "reply": {
      const [from, to, content] = read2("reply");
      return { kind: name, ...where, from, to, text: content };
    }
    case "traffic": {
      const [end, direction, socket, calls, bytes] = read2("traffic");
      return {
        kind: name,
        ...where,
        socket,
        end: end === 0 ? "client" : "daemon",
        direction: direction === 0 ? "sends" : "receives",
        calls,
        bytes
      };
    }
    case "confd": {
      const [content] = read2("confd");
      return { kind: name, ...where, text: content };
    }
    case "curl": {
      const [url] = read2("curl");
      return { kind: name, ...where, url };
    }
    case "served": {
      const [content, address, port] = read2("served");
      return { kind: name, ...where, text: content, peer: endpoint(address, port) };
    }
    case "connect": {
      const [ownPort, address, port] = read2("connect");
      return { kind: name, ...where, port: ownPort, peer: endpoint(address, port) };
    }
    case "accept": {
      const [address, port] = read2("accept");
      return { kind: name, ...where, peer: endpoint(address, port) };
    }
    case "file":
    case "fsync": {
      const [bytes, file, folder] = read2(name);
      return { kind: name, ...where, bytes, name: file, folder };
    }
    case "rename": {
      const [from, to] = read2("rename");
      return { kind: name, ...where, from, to };
    }
    case "sleep": {
      const [ns, deadline] = read2("sleep");
      return { kind: name, ...where, ns, deadline };
    }
  }
}
var malformed = (name, places) => invalidError(
  `the tracer's '${name}' event is malformed: ${JSON.stringify(places).slice(0, 200)}`
);
function endpoint(address, port) {
  return { address: [0, 8, 16, 24].map((shift) => address >>> shift & 255).join("."), port };
}
function withoutTail(argv) {
  const last = argv.findLastIndex((argument) => argument !== "");
  return argv.slice(0, last + 1);
}

// src/trace/collect/tracer.ts
var PROGRAM = "/tmp/trace.bt";
var MARK_WAIT = { deadline: 2e5, interval: 20 };
async function startTracer(container, host, plan, { signal, onLine } = {}) {
  const nonce = newNonce();
  await container.write(PROGRAM, await programFor(nonce, host, plan));
  const command = ["bpftrace", "-f", "json", "-B", "line", PROGRAM];
  const bpftrace = await container.spawn("bpftrace", command);
  const collected = collect(bpftrace, onLine);
  const told = /* @__PURE__ */ new Set();
  let stopping = false;
  const alive = () => {
    if (collected.failure !== void 0) throw collected.failure;
    if (collected.ended !== void 0 && !stopping) {
      throw invalidError(`the tracer ended while it was needed: ${collected.ended}`);
    }
  };
  const attached = () => {
    alive();
    return collected.attached || "no probe attached yet";
  };
  await until("bpftrace to attach", attached, { deadline: 6e5, interval: 50, signal });
  return {
    trace: (beside, cluster, whileUp) => traceCluster({ nonce, collected, told, alive }, beside, cluster, whileUp),
    isSound: () => collected.failure === void 0 && collected.ended === void 0,
    async stop() {
      if (collected.ended !== void 0) return;
      stopping = true;
      await container.withPid("bpftrace", 'kill -INT "$1"');
      const end = await Promise.race([bpftrace.finished, after(6e4)]);
      if (!end) throw invalidError("the tracer did not end within 60 s of being asked to");
      await collected.drained;
    }
  };
}
async function traceCluster({ nonce: tracerNonce, collected, told, alive }, host, plan, signal) {
  const nonce = newNonce();
  const { arrival } = collected;
  const activity = createActivity();
  arrival.forget();
  collected.listen((event) => activity.see(event, performance.now()));
  const numbers = await pidNamespaces(host, plan);
  const tell = async (isOn) => {
    for (const pidNamespace of numbers.keys()) told.add(pidNamespace);
    const nodes = [...told].map((pidNamespace) => ({
      pidNamespace,
      number: isOn ? numbers.get(pidNamespace) ?? 0 : 0
    }));
    await host.exec(nodeCommand(tracerNonce, nodes));
    if (!isOn) told.clear();
  };
  const skipped = { ready: 0, begin: 0, end: 0 };
  const mark = async (label) => {
    const reading = skippedRuns(host);
    await execOn(plan.master, markCommand(nonce, label), { signal });
    await until(`mark '${label}' in the trace`, () => arrived(label), { ...MARK_WAIT, signal });
    const read2 = await (label === "end" ? skippedRuns(host) : reading);
    if (label === "begin" || label === "end") skipped[label] = read2;
  };
  const arrived = (label) => {
    alive();
    return arrival.marks.has(`${nonce} ${label}`) || `${arrival.events.length} other events`;
  };
  let attempt = 0;
  const comesBack = async () => {
    attempt++;
    await tell(true);
    await execOn(plan.master, markCommand(nonce, `ready-${attempt}`), { signal });
    return arrived(`ready-${attempt - 1}`) === true || arrived(`ready-${attempt}`);
  };
  const readingReady = skippedRuns(host);
  await until("the first mark in the trace", comesBack, {
    deadline: 3e5,
    interval: 50,
    signal
  });
  skipped.ready = await readingReady;
  return {
    nonce,
    events: arrival.events,
    quietFor: () => performance.now() - activity.last(),
    mark,
    alive,
    async stop() {
      alive();
      const problem = incompleteness(arrival, nonce, skipped);
      await tell(false);
      const events = [...arrival.events];
      arrival.forget();
      collected.listen(void 0);
      if (problem !== void 0) throw incompleteError(problem);
      return events;
    }
  };
}
var newNonce = () => randomBytes4(8).toString("hex");
async function pidNamespaces(host, plan) {
  const pids = plan.nodes.map((node) => host.pidOf.get(node.index) ?? 0);
  const script = "for p; do readlink /proc/$p/ns/pid; done";
  const { stdout } = await host.exec(["sh", "-c", script, "sh", ...pids.map(String)]);
  const inodes = stdout.split("\n").map((line) => Number(/^pid:\[(\d+)\]$/.exec(line)?.[1]));
  return new Map(
    plan.nodes.map(({ index, name }, i) => {
      const pidNamespace = inodes[i];
      if (!pidNamespace) throw invalidError(`the PID namespace of ${name} cannot be read`);
      return [pidNamespace, index];
    })
  );
}
async function programFor(nonce, host, plan) {
  const libraries = await findLibraries(plan);
  const at = (path) => host.path(plan.master, path);
  return traceProgram({
    nonce,
    libcurl: at(libraries.libcurl),
    libssl: at(libraries.libssl),
    hasSocketLengths: await hasTracepoint(host, "sock/sock_recv_length"),
    hasRename: await hasTracepoint(host, "syscalls/sys_enter_rename")
  });
}
async function hasTracepoint(host, path) {
  const script = 'test -e "/sys/kernel/tracing/events/$0" && echo yes; true';
  return (await host.exec(["sh", "-c", script, path])).stdout.trim() === "yes";
}
async function findLibraries(plan) {
  const script = `for l in libcurl-gnutls.so.4 libssl.so.3; do readlink -f "$(ldconfig -p | awk -v l="$l" '$1 == l { print $NF; exit }')"; done`;
  const { stdout } = await execOn(plan.master, ["sh", "-c", script]);
  return parseLibraries(stdout);
}
async function skippedRuns(host) {
  const { stdout } = await host.withPid("bpftrace", 'cat /proc/"$1"/fdinfo/* 2>/dev/null; true');
  return countSkipped(stdout);
}
function collect(bpftrace, onLine) {
  const arrival = createArrival();
  let listener;
  const state = {
    attached: false,
    failure: void 0,
    ended: void 0
  };
  const take = (line) => {
    onLine?.(line);
    const read2 = parseTracerLine(line);
    arrival.take(read2);
    if (read2.type === "attached") state.attached = true;
    if (read2.type === "event") listener?.(read2.event);
  };
  const lines = createInterface4({ input: bpftrace.stdout, crlfDelay: Infinity });
  const drained = new Promise((resolve) => {
    lines.on("line", (line) => {
      try {
        take(line);
      } catch (error) {
        state.failure ??= error;
      }
    });
    lines.on("close", resolve);
  });
  void bpftrace.finished.then((end) => {
    const said = bpftrace.stderr().replace(/^WARNING: .*RLIMIT_MEMLOCK.*\n/m, "").replace(/^.*WARNING: Addrspace mismatch\n(?:.*\n){2}/gm, "").trim();
    state.ended = said || `exit status ${end.exitCode ?? end.signal ?? "unknown"}`;
  });
  return Object.assign(state, {
    arrival,
    drained,
    listen: (one) => void (listener = one)
  });
}
var after = (ms) => new Promise((resolve) => setTimeout(() => resolve(void 0), ms).unref());

// src/measure/runTracer.ts
function createRunTracer(disposal) {
  let container;
  let attached;
  const started2 = ({ plan, tracer, labels }, signal) => {
    container ??= startTracerContainer(plan, tracer.reference, labels, signal);
    return container;
  };
  const close = async () => {
    await container?.then((there) => there.close()).catch(() => void 0);
  };
  disposal.add("the tracer", close);
  const discard = async (testbed) => {
    await close();
    [container, attached] = [void 0, void 0];
    await removeContainer(tracerName(testbed.plan.runId));
  };
  const tracerFor = async (testbed, host, options) => {
    const image = testbed.snapshot.imageOf(testbed.plan.master);
    if (attached?.image === image) return attached.tracer;
    await attached?.tracer.stop();
    const tracer = await startTracer(await started2(testbed), host, testbed.plan, options);
    attached = { image, tracer };
    return tracer;
  };
  return {
    async prepare(testbed, signal) {
      if (attached && !attached.tracer.isSound()) await discard(testbed);
      await started2(testbed, signal);
    },
    beside: async (testbed, whileUp) => (await started2(testbed)).beside(testbed.plan, whileUp),
    async trace(testbed, host, options = {}) {
      const tracer = await tracerFor(testbed, host, options);
      return tracer.trace(host, testbed.plan, options.signal);
    }
  };
}

// src/measure/containerTestbeds.ts
var containerTestbeds = {
  open: async (settings, context) => testbedOf(await openContainerTestbed(settings, context)),
  keep: async (settings, context) => {
    await startKeptCluster(settings, context);
  },
  refuseSecondKept
};
function testbedOf(cluster, tracer = createRunTracer(cluster.disposal)) {
  const profileWork = (workload, daemon) => ({
    daemon,
    name: workload.name,
    ...planActions(workload, cluster.plan)
  });
  return {
    facts: {
      ganeti: cluster.ganeti,
      environment: cluster.environment,
      cluster: topologyOf(cluster)
    },
    measureOnce: (workload, context) => {
      if (isProbeSet(workload)) return probeSetOnce(cluster, workload, { ...context, tracer });
      const work = { name: workload.name, ...planActions(workload, cluster.plan) };
      return measureOnce(cluster, work, { ...context, tracer });
    },
    traceOnce: (command, context) => measureOnce(
      cluster,
      { name: "trace", before: [], steps: [{ kind: "run", command }] },
      { ...context, tracer }
    ),
    probeOnce: (request, context) => probeOnce(cluster, request, { ...context, tracer }),
    profileOnce: (workload, daemon, context) => profileOnce(cluster, profileWork(workload, daemon), { ...context, tracer }),
    costCentresOnce: (workload, { daemon, image }, context) => costCentresOnce(cluster, profileWork(workload, daemon), image, { ...context, tracer }),
    processorTime: (workload, daemon, context) => plainProcessorTime(cluster, profileWork(workload, daemon), { ...context, tracer }),
    callHarness: (harness, context) => callHarness(cluster, harness, context),
    openBeside: async (settings, context) => testbedOf(await openTestbedBeside(cluster, settings, context), tracer)
  };
}

// src/measure/testbed.ts
async function withTestbed(testbeds, settings, context, work) {
  const disposal = createDisposal(context.log);
  try {
    return await work(await testbeds.open(settings, { ...context, disposal }));
  } finally {
    await takeDown(disposal, context.log);
  }
}

export {
  BACKGROUND,
  identify,
  containerTestbeds,
  withTestbed
};
