import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  baselineChanges,
  baselineUpdate,
  baselineUpdateReport,
  changesSomething,
  describeChanges,
  evidenceWords,
  updateBaseline
} from "../chunks/chunk-7CYBPOIR.js";
import {
  topologyFor
} from "../chunks/chunk-AVMGVZHM.js";
import {
  parseUntrustedMeasurement
} from "../chunks/chunk-L6POKRUN.js";
import {
  causeSections
} from "../chunks/chunk-3BBSHLMF.js";
import {
  compareWorkload,
  refreshCommand,
  refreshComment
} from "../chunks/chunk-BKOYP7A7.js";
import "../chunks/chunk-AXLRMFYY.js";
import "../chunks/chunk-DODY6POW.js";
import {
  baselinePath,
  baselineText,
  readAcceptedBaselines,
  selectorOf
} from "../chunks/chunk-T4ZNNPGP.js";
import {
  MARKDOWN_LIMIT,
  codeBlock,
  defused,
  escapeMarkdown,
  renderMarkdown
} from "../chunks/chunk-H3G7KOFV.js";
import "../chunks/chunk-4VL4X2MK.js";
import {
  refuseLinks
} from "../chunks/chunk-XW5CLFQN.js";
import "../chunks/chunk-OQH6SHCG.js";
import "../chunks/chunk-J572PHDR.js";
import {
  connect,
  parseCommentEvent,
  reply
} from "../chunks/chunk-TD5OUUUF.js";
import {
  ACTIONS_BOT,
  RequestFailure,
  attempts,
  isUncertain,
  readRunner,
  remedyOf,
  unlessGone
} from "../chunks/chunk-YX24FMFP.js";
import "../chunks/chunk-LFXBMTSD.js";
import {
  knownWorkloads
} from "../chunks/chunk-RXPND74W.js";
import "../chunks/chunk-NLPLDUTU.js";
import {
  readEvent,
  readUntrustedFile
} from "../chunks/chunk-QFWJ2A5V.js";
import {
  actionsLog,
  addSummary
} from "../chunks/chunk-JL5A5O3W.js";
import "../chunks/chunk-DQTLCR26.js";
import "../chunks/chunk-HGN54WNV.js";
import "../chunks/chunk-IYCQVKGC.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-OKXFYSDW.js";
import "../chunks/chunk-PK3XEFPR.js";
import {
  clusterTitle,
  configurationTitle,
  ganetiTitle
} from "../chunks/chunk-CVHPNJED.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-SBJEKN7F.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-3KH6EGV4.js";
import {
  sourceName
} from "../chunks/chunk-L3PENX4O.js";
import "../chunks/chunk-4XPSXIGN.js";
import {
  parseJson,
  seen
} from "../chunks/chunk-LAUIYLMP.js";
import "../chunks/chunk-SOFWC5QX.js";
import {
  int,
  object,
  seriesOf,
  string,
  topologyName
} from "../chunks/chunk-SHGZJK5N.js";
import {
  plainLine
} from "../chunks/chunk-RZGKQOWJ.js";
import {
  enumeration,
  plural
} from "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
import {
  usageError
} from "../chunks/chunk-HSULD6WJ.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-YKIAVSG6.js";
import {
  setFailed,
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/github/client/gitData.ts
var Sha = object({ sha: string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/) });
var RefSchema = object({ object: Sha });
var CommitSchema = object({ tree: Sha });
function gitDataOf(client, { owner, name: repo }, token) {
  const at = { owner, repo };
  const attempt = attempts(token);
  const branch = (name) => attempt(`find the branch ${name}`, async () => {
    const route = "GET /repos/{owner}/{repo}/git/ref/{ref}";
    const { data } = await client.request(route, { ...at, ref: `heads/${name}` });
    return RefSchema.parse(data).object.sha;
  }).catch(unlessGone);
  return {
    branch,
    treeOf: (commit) => attempt("read the commit", async () => {
      const route = "GET /repos/{owner}/{repo}/git/commits/{commit_sha}";
      const { data } = await client.request(route, { ...at, commit_sha: commit });
      return CommitSchema.parse(data).tree.sha;
    }),
    treeWith: (base, files) => attempt("store the baselines", async () => {
      const tree = [];
      for (const { path, text } of files) {
        const content = { ...at, content: text, encoding: "utf-8" };
        const { data: data2 } = await client.request("POST /repos/{owner}/{repo}/git/blobs", content);
        const { sha } = Sha.parse(data2);
        tree.push({ path, mode: "100644", type: "blob", sha });
      }
      const route = "POST /repos/{owner}/{repo}/git/trees";
      const { data } = await client.request(route, { ...at, base_tree: base, tree });
      return Sha.parse(data).sha;
    }),
    commit: ({ message, tree, parents }) => attempt("make the commit", async () => {
      const route = "POST /repos/{owner}/{repo}/git/commits";
      const commit = { ...at, message, tree, parents: [...parents] };
      return Sha.parse((await client.request(route, commit)).data).sha;
    }),
    createBranch: (name, commit) => attempt(`make the branch ${name}`, async () => {
      const ref = { ...at, ref: `refs/heads/${name}`, sha: commit };
      await client.request("POST /repos/{owner}/{repo}/git/refs", ref);
      return true;
    }).catch(falseIf(/already exists/i)),
    moveBranch: async (name, commit, from) => {
      if (await branch(name) !== from) return false;
      return attempt(`move the branch ${name}`, async () => {
        const route = "PATCH /repos/{owner}/{repo}/git/refs/{ref}";
        await client.request(route, { ...at, ref: `heads/${name}`, sha: commit, force: false });
        return true;
      }).catch(falseIf(/fast.forward/i));
    }
  };
}
var falseIf = (words) => (error) => {
  if (error instanceof RequestFailure && error.status === 422 && words.test(error.message)) {
    return false;
  }
  throw error;
};

// src/github/events/sender.ts
var SenderSchema = object({
  sender: object({ login: string().regex(/^[\w-]{1,40}$/), id: int().positive() })
});
function parseSender(text, fileName) {
  const result = SenderSchema.safeParse(parseJson(text, fileName));
  if (result.success) return result.data.sender;
  throw usageError(
    `the event ${fileName} names no person who could sign the commit off: leave out the input 'sign-off'`
  );
}

// src/github/proposals/proposalNotes.ts
function proposalNote(proposed, facts) {
  const { asker, home, base } = facts;
  switch (proposed.kind) {
    case "committed":
      return `The new baselines are committed as ${proposed.commit}.${startsNothing(facts)}`;
    case "proposed":
      return `The new baselines are in #${proposed.pullRequest}${asker ? ", which is to be merged together with this" : ""}.${startsNothing(facts)}`;
    case "there":
      return "The baselines are there already: nothing was changed.";
    case "moved":
      return asker && !asker.open ? "This pull request is closed by now: nothing was changed." : `There are newer commits than the one that was measured: nothing was changed. Look at them, then write

${codeBlock(refreshComment(facts.workloads, { headSha: asker?.headSha ?? "COMMIT" }))}`;
    case "refused": {
      const { failure, branch } = proposed;
      const link = `${home}/compare/${encoded(base)}...${encoded(branch ?? "")}?expand=1`;
      const byHand = branch === void 0 ? [] : [`A person can [open the pull request](${link}).`];
      return [
        `The new baselines could not be proposed: ${escapeMarkdown(failure.message)}.`,
        failure.status === 403 ? RIGHTS : "",
        ...byHand,
        "Whoever can run it gets the same in a checkout, and commits it:",
        `

${codeBlock(refreshCommand(facts.workloads, facts.measured))}`
      ].filter((words) => words !== "").join(" ");
    }
  }
}
var RIGHTS = "The job needs `contents: write` and `pull-requests: write`, and to open a pull request the settings of the repository must allow it (Actions, General, Workflow permissions).";
var NOTHING_TO_ACCEPT = "Nothing to accept: what was measured is what the baselines say. Nothing was changed.";
var startsNothing = ({ ownToken }) => ownToken ? " GitHub starts no workflow for it, as it was made with the job's own token: to have it checked, close and reopen the pull request." : "";
var encoded = (name) => name.split("/").map(encodeURIComponent).join("/");

// src/github/proposals/proposals.ts
import { setTimeout as sleep } from "node:timers/promises";
var LIMITS = { title: 200, body: 65536 };
function refuseTooLong({ message, body }) {
  const title = titleOf(message);
  for (const [what, text, most] of [
    ["title", title, LIMITS.title],
    ["commit message", message, LIMITS.body],
    ["text", body, LIMITS.body]
  ]) {
    if (text.length <= most) continue;
    throw usageError(
      `the ${what} of the proposal would have ${text.length} characters, and at most ${most} are allowed: refresh fewer workloads at once`
    );
  }
}
var titleOf = (message) => message.split("\n", 1)[0] ?? "";
async function commitToHead({ files, message }, asker, headSha, { api, git, pause }) {
  const { head, state, number } = asker;
  const tree = await git.treeOf(head.sha);
  const wanted = await git.treeWith(tree, files);
  if (wanted === tree) return { kind: "there", commit: head.sha };
  if (state !== "open" || head.sha !== headSha) return { kind: "moved" };
  const commit = await git.commit({ message, tree: wanted, parents: [headSha] });
  try {
    if (await git.moveBranch(head.ref, commit, headSha)) return { kind: "committed", commit };
    return { kind: "moved" };
  } catch (error) {
    if (isRefusal(error)) return { kind: "refused", failure: error };
    if (!isUnknown(error)) throw error;
    await sleep(pause);
    const now = await api.pullRequest(number);
    if (now.head.sha === commit) return { kind: "committed", commit };
    throw error;
  }
}
var ROUNDS = 4;
async function proposeBranch(proposal, { base, branch }, speaker) {
  let failure;
  let pushed;
  for (let round = 0; round < ROUNDS; round++) {
    try {
      const { kind, commit } = await bringBranch(proposal, { base, branch }, speaker);
      if (kind === "again") continue;
      if (kind === "there") return { kind, commit };
      pushed = branch;
      const pullRequest = await bringPullRequest(proposal, { base, branch }, speaker);
      return { kind: "proposed", commit, pullRequest };
    } catch (error) {
      if (isRefusal(error)) return { kind: "refused", failure: error, ...pushed && { branch } };
      if (!isUnknown(error)) throw error;
      failure = error;
      await sleep(speaker.pause);
    }
  }
  throw failure ?? new RequestFailure(`the branch ${branch} is changed again and again`, void 0);
}
async function bringBranch({ files, message }, { base, branch }, { api, git, owner }) {
  const from = await git.branch(base);
  if (from === void 0) throw new RequestFailure(`there is no branch ${base}`, 404);
  const ground = await git.treeOf(from);
  const wanted = await git.treeWith(ground, files);
  if (wanted === ground) return { kind: "there", commit: from };
  const tip = await git.branch(branch);
  if (tip === void 0) {
    const commit2 = await git.commit({ message, tree: wanted, parents: [from] });
    return { kind: await git.createBranch(branch, commit2) ? "brought" : "again", commit: commit2 };
  }
  const open = await openOf(branch, { api, owner });
  const present = await git.treeOf(tip);
  const inUse = open.length > 0;
  const tree = await git.treeWith(present, files);
  if (tree === present) return { kind: "brought", commit: tip };
  const commit = await git.commit(
    inUse ? { message, tree, parents: [tip] } : { message, tree: wanted, parents: [.../* @__PURE__ */ new Set([tip, from])] }
  );
  return { kind: await git.moveBranch(branch, commit, tip) ? "brought" : "again", commit };
}
async function bringPullRequest({ message, body }, { base, branch }, { api, owner }) {
  const title = titleOf(message);
  const open = await openOf(branch, { api, owner });
  const found = open.find((candidate) => candidate.base.ref === base);
  if (!found) return (await api.createPullRequest({ title, body, head: branch, base })).number;
  if (found.title !== title || !sameText(found.body ?? "", body)) {
    await api.updatePullRequest(found.number, { title, body });
  }
  return found.number;
}
async function openOf(branch, { api, owner }) {
  const found = await api.pullRequestsOfBranch(owner, branch);
  return found.filter(({ head, base }) => head.ref === branch && head.repo?.id === base.repo.id);
}
var sameText = (a, b) => a.replaceAll("\r\n", "\n").trim() === b.replaceAll("\r\n", "\n").trim();
var isRefusal = (error) => error instanceof RequestFailure && (error.status === 403 || error.status === 422);
var isUnknown = (error) => error instanceof RequestFailure && (isUncertain(error) || error.status === 409);

// src/github/proposals/proposalText.ts
var LINES = 30;
var MESSAGE_LIMIT = 6e4;
function proposalReport(learned, { ganeti, cluster, environment, workloads }, previous) {
  const compared = workloads.map(
    (workload) => compareWorkload(previous.get(workload.name), workload)
  );
  const context = `${ganetiTitle(ganeti)}; ${clusterTitle(cluster, environment.storage)}`;
  return baselineUpdateReport(learned, [context], causeSections(compared));
}
function commitMessage(learned, { ganeti, cluster }, origin) {
  const names = enumeration(learned.map(({ workload }) => workload));
  const size = [
    plural(cluster.nodes, "node"),
    plural(cluster.instances, "instance"),
    ...configurationTitle(cluster)
  ].join(", ");
  const title = `Baselines of ${names} refreshed (Ganeti ${seriesOf(ganeti.version)}, ${size})`;
  const paragraphs = learned.map((one) => {
    const lines = describeChanges(one.changes);
    const more = lines.length - LINES;
    const shown2 = more > 0 ? [...lines.slice(0, LINES), `and ${more} more`] : lines;
    return [`${one.workload}: ${evidenceWords(one)}.`, ...shown2.map((line) => `- ${line}`)].map((line) => defused(plainLine(line))).join("\n");
  });
  let room = MESSAGE_LIMIT;
  const shown = paragraphs.filter(({ length }) => (room -= length) >= 0);
  const left = paragraphs.length - shown.length;
  const rest = left > 0 ? [`${plural(left, "workload")} more: see the baselines.`] : [];
  const trailers = [ASSISTANT, ...origin.signer ? [signOffOf(origin.signer)] : []];
  return [title, ...shown, ...rest, originLines(origin).join("\n"), trailers.join("\n")].join(
    "\n\n"
  );
}
function proposalBody(report, origin) {
  const { pullRequest, headSha } = origin;
  const together = pullRequest === void 0 ? [] : [`To be merged together with #${pullRequest}, whose commit \`${headSha ?? ""}\` it is of.`];
  const whole = "The whole is in `measurement.json` of the run.";
  const markdown = renderMarkdown(report, MARKDOWN_LIMIT, whole);
  return [...together, markdown.trimEnd(), originLines(origin).join("\n")].join("\n\n");
}
var ASSISTANT = "Assisted-by: ganeti-perf";
var signOffOf = ({ login, id }) => `Signed-off-by: ${login} <${id}+${login}@users.noreply.github.com>`;
function originLines({ headSha, run, request }) {
  return [
    "Made by ganeti-perf from what it measured: no person wrote these numbers.",
    headSha === void 0 ? `Measured by ${run}` : `Measured at ${headSha} by ${run}`,
    ...request === void 0 ? [] : [`Asked for by ${request}`]
  ];
}

// src/usecases/proposeBaselines.ts
import { lstat } from "node:fs/promises";
import { join as join2, posix } from "node:path";

// src/github/proposals/asked.ts
function refuseUnasked(measurement, asked, fileName) {
  for (const reason of unasked(measurement, asked)) {
    throw usageError(`${fileName} is not what was asked for: ${reason}`);
  }
}
function* unasked({ ganeti, environment, cluster, workloads, base }, asked) {
  const source = sourceName(asked.ganeti);
  if (ganeti.source !== source) {
    yield `its Ganeti is of ${seen(ganeti.source)}, and not of ${source} (input 'ganeti')`;
  }
  const series = seriesOf(ganeti.version);
  if (series !== asked.series) {
    yield `its Ganeti is of the series ${seen(series)}, and not of ${asked.series} (input 'series')`;
  }
  const [size, wanted] = [topologyName(cluster), topologyName(asked.cluster)];
  if (size !== wanted) yield `its cluster is ${size}, and not ${wanted}`;
  if (Object.hasOwn(environment, "overlay"))
    yield "files of its Ganeti were replaced by an overlay";
  if (base) yield "it has a base, which a refresh does not measure";
  const names = workloads.map(({ name }) => name);
  const others = names.filter((name) => !asked.workloads.includes(name));
  const missing = asked.workloads.filter((name) => !names.includes(name));
  if (others.length > 0) {
    yield `it has ${enumeration(others)}, and was asked for ${enumeration(asked.workloads, 20)} (input 'workload')`;
  }
  if (missing.length > 0) yield `it lacks ${enumeration(missing, 20)} (input 'workload')`;
  const uneven = workloads.find(({ repeat }) => repeat !== asked.repeat);
  if (uneven) {
    yield `${uneven.name} has ${uneven.repeat} repeats, and not ${asked.repeat} (input 'repeat')`;
  }
}

// src/usecases/askedSeries.ts
import { join } from "node:path";
var PACKAGED = { bookworm: "3.0", trixie: "3.1" };
var LONGEST = 1024 ** 2;
async function askedSeries(said, source, workspace) {
  if (said !== void 0) return said;
  if (source.kind === "debian") return PACKAGED[source.suite];
  const path = join(workspace, "configure.ac");
  const text = await readUntrustedFile(path, LONGEST).catch(() => "");
  const part = (name) => new RegExp(`^m4_define\\(\\[gnt_version_${name}\\], \\[(\\d{1,3})\\]\\)`, "m").exec(text)?.[1];
  const [major, minor] = [part("major"), part("minor")];
  if (source.kind === "source" && major !== void 0 && minor !== void 0) {
    return `${major}.${minor}`;
  }
  throw usageError(
    `which series of Ganeti was asked for is not known: no configure.ac in ${workspace} says it. Give it with the input 'series', as 3.1`
  );
}

// src/usecases/proposeBaselines.ts
async function proposeBaselines(settings, workspace) {
  const { measurement: path, baselines: folder } = settings;
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  refuseUnasked(measurement, await askedFor(settings, workspace), path);
  const { workloads } = measurement;
  const selector = selectorOf(measurement);
  const names = workloads.map(({ name }) => name);
  await requireCheckout(workspace);
  for (const name of names) await refuseLinks(workspace, pathOf(folder, selector, name));
  const previous = await readAcceptedBaselines(join2(workspace, folder), selector, names);
  const baselines = workloads.map(
    (workload) => updateBaseline(previous.get(workload.name), workload, measurement)
  );
  const learned = baselines.map(
    (baseline) => baselineUpdate(baseline, baselineChanges(previous.get(baseline.workload), baseline))
  );
  return {
    measurement,
    learned,
    changed: learned.some(({ changes }) => changesSomething(changes)),
    files: baselines.map((baseline) => {
      const file = pathOf(folder, selector, baseline.workload);
      return { path: file, text: baselineText(baseline, file) };
    }),
    report: proposalReport(learned, measurement, previous)
  };
}
async function askedFor(settings, workspace) {
  const { ganeti, workloads, repeat, series } = settings;
  return {
    ganeti,
    series: await askedSeries(series, ganeti, workspace),
    workloads,
    cluster: topologyFor(settings),
    repeat
  };
}
async function requireCheckout(workspace) {
  if (await lstat(join2(workspace, ".git")).catch(() => void 0)) return;
  throw usageError(
    `there is no checkout in ${workspace}, whose baselines count as accepted: check the branch out that the baselines are for, with actions/checkout and without its input 'path'`
  );
}
var pathOf = (folder, selector, workload) => posix.normalize(baselinePath(folder, selector, workload));

// src/action/proposeStep.ts
async function proposeCommand(settings) {
  const log = actionsLog(settings);
  const runner = readRunner("propose");
  const connected = connect(settings.token, runner, log);
  const lesson = await proposeBaselines(settings, runner.workspace);
  setOutput("changed", lesson.changed);
  await addSummary(renderMarkdown(lesson.report));
  const job = { settings, runner, connected, lesson, log };
  const asker = settings.pullRequest === void 0 ? void 0 : await connected.api.pullRequest(settings.pullRequest);
  const base = asker?.base.ref ?? runner.branch;
  if (base === void 0) {
    throw usageError(
      "actions/propose needs the input 'pull-request', or a workflow that runs on a branch"
    );
  }
  if (!lesson.changed) {
    await tell(NOTHING_TO_ACCEPT, job, false);
    return;
  }
  const proposed = await propose(job, asker, base);
  if ("commit" in proposed) setOutput("commit", proposed.commit);
  const number = proposed.kind === "proposed" ? proposed.pullRequest : settings.pullRequest;
  if (number !== void 0) setOutput("pull-request", number);
  const note = await noteOf(proposed, job, base);
  await tell(note, job, proposed.kind === "refused");
}
async function propose({ settings, runner, connected, lesson }, asker, base) {
  const { pullRequest, headSha, token } = settings;
  const { owner } = runner.repository;
  const git = gitDataOf(connected.client, runner.repository, token);
  const speaker = { ...connected, git, owner };
  const origin = await originOf(settings, runner);
  const message = commitMessage(lesson.learned, lesson.measurement, origin);
  const proposal = {
    files: lesson.files,
    message,
    body: proposalBody(lesson.report, origin)
  };
  refuseTooLong(proposal);
  if (!asker || headSha === void 0) {
    return proposeBranch(proposal, { base, branch: `ganeti-perf/refresh-${base}` }, speaker);
  }
  if (isOwnBranch(asker)) return commitToHead(proposal, asker, headSha, speaker);
  if (asker.state !== "open" || asker.head.sha !== headSha) return { kind: "moved" };
  const branch = `ganeti-perf/refresh-${pullRequest ?? ""}-${headSha.slice(0, 7)}`;
  return proposeBranch(proposal, { base, branch }, speaker);
}
var isOwnBranch = ({ head, base }) => head.repo?.id === base.repo.id && head.ref !== base.repo.default_branch;
async function originOf({ pullRequest, headSha, signOff }, { serverUrl, repository, runId, eventName, eventPath }) {
  const home = `${serverUrl}/${repository.owner}/${repository.name}`;
  const signer = signOff ? parseSender(await readEvent(eventPath), eventPath) : void 0;
  const origin = { headSha, pullRequest, run: `${home}/actions/runs/${runId}`, signer };
  if (eventName !== "issue_comment") return { ...origin, request: void 0 };
  const asked = parseCommentEvent(await readEvent(eventPath), eventPath);
  const isIt = asked.pullRequest !== void 0 && asked.pullRequest === pullRequest;
  const request = `${home}/pull/${pullRequest ?? ""}#issuecomment-${asked.id}`;
  return { ...origin, request: isIt ? request : void 0 };
}
async function noteOf(proposed, { settings, runner, connected, lesson }, base) {
  const { api } = connected;
  const { cluster, ganeti, environment } = lesson.measurement;
  const now = settings.pullRequest === void 0 || proposed.kind !== "moved" ? void 0 : await api.pullRequest(settings.pullRequest);
  const isAsked = settings.pullRequest !== void 0;
  return proposalNote(proposed, {
    workloads: lesson.learned.map(({ workload }) => workload),
    measured: { cluster, ganeti, overlaid: Object.hasOwn(environment, "overlay") },
    asker: isAsked ? { headSha: now?.head.sha ?? "", open: now?.state !== "closed" } : void 0,
    ownToken: (await api.viewer()).login === ACTIONS_BOT,
    home: `${runner.serverUrl}/${runner.repository.owner}/${runner.repository.name}`,
    base
  });
}
async function tell(note, { settings, connected, log }, failed) {
  await addSummary(`
${note}`);
  const { pullRequest, headSha } = settings;
  const { api, pause } = connected;
  try {
    if (pullRequest !== void 0) {
      const message = { about: `refresh ${headSha ?? ""}`, markdown: note };
      await reply(api, pullRequest, message, await api.viewer(), pause);
      return;
    }
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    log.warn(`nothing could be posted: ${error.message}. ${remedyOf(error) ?? ""}`.trim());
  }
  if (failed) setFailed("The new baselines could not be proposed; the job summary says why.");
}
await act("propose", proposeCommand);
