import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  failureReport
} from "../chunks/chunk-NRK72JU6.js";
import {
  compareWithBaselines
} from "../chunks/chunk-N35OCFWC.js";
import {
  comparisonReport
} from "../chunks/chunk-XQURPLCB.js";
import "../chunks/chunk-2QQN34D2.js";
import "../chunks/chunk-GGPTUHQK.js";
import {
  parseUntrustedMeasurement
} from "../chunks/chunk-L6POKRUN.js";
import "../chunks/chunk-3BBSHLMF.js";
import "../chunks/chunk-BKOYP7A7.js";
import "../chunks/chunk-AXLRMFYY.js";
import "../chunks/chunk-DODY6POW.js";
import "../chunks/chunk-T4ZNNPGP.js";
import {
  MARKDOWN_LIMIT,
  escapeMarkdown,
  renderMarkdown
} from "../chunks/chunk-H3G7KOFV.js";
import "../chunks/chunk-4VL4X2MK.js";
import {
  parseFailure
} from "../chunks/chunk-XW5CLFQN.js";
import "../chunks/chunk-OQH6SHCG.js";
import "../chunks/chunk-J572PHDR.js";
import {
  RequestFailure,
  TIMING,
  apiOf,
  createClient,
  isUncertain,
  parseEvent,
  readRunner,
  remedyOf
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
  addSummary,
  reportVerdict
} from "../chunks/chunk-JL5A5O3W.js";
import "../chunks/chunk-DQTLCR26.js";
import "../chunks/chunk-HGN54WNV.js";
import "../chunks/chunk-IYCQVKGC.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-OKXFYSDW.js";
import "../chunks/chunk-PK3XEFPR.js";
import "../chunks/chunk-CVHPNJED.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-SBJEKN7F.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-3KH6EGV4.js";
import "../chunks/chunk-L3PENX4O.js";
import "../chunks/chunk-4XPSXIGN.js";
import "../chunks/chunk-LAUIYLMP.js";
import "../chunks/chunk-SOFWC5QX.js";
import "../chunks/chunk-SHGZJK5N.js";
import "../chunks/chunk-RZGKQOWJ.js";
import {
  plural
} from "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
import "../chunks/chunk-HSULD6WJ.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-YKIAVSG6.js";
import {
  setFailed,
  setOutput,
  setSecret
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/usecases/judgeUntrusted.ts
import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/github/comments/marker.ts
var FORMAT = 1;
function markerOf({ runId, attempt, createdAt, headSha }) {
  return `<!-- ganeti-perf: ${FORMAT} run=${runId} attempt=${attempt} created=${createdAt} head=${headSha} -->`;
}
var OURS = /^<!-- ganeti-perf: .* -->$/;
var STAMP = /^<!-- ganeti-perf: 1 run=(\d{1,15}) attempt=(\d{1,9}) created=([\d:.TZ-]{20,30}) head=([0-9a-f]{40,64}) -->$/;
var hasMarker = (body) => OURS.test(firstLine(body));
function stampOf(body) {
  const [, runId, attempt, createdAt, headSha] = STAMP.exec(firstLine(body)) ?? [];
  if (createdAt === void 0 || headSha === void 0) return void 0;
  if (Number.isNaN(Date.parse(createdAt))) return void 0;
  return { runId: Number(runId), attempt: Number(attempt), createdAt, headSha };
}
function compareStamps(a, b) {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || a.runId - b.runId || a.attempt - b.attempt;
}
var firstLine = (body) => body.split(/\r?\n/, 1)[0] ?? "";

// src/github/comments/body.ts
function linksOf(run, server, runId) {
  const { owner, name } = run.repository;
  const base = `${server}/${owner}/${name}`;
  const pullRequest = (number) => `${base}/pull/${number}`;
  return {
    measured: `${base}/actions/runs/${run.stamp.runId}/attempts/${run.stamp.attempt}`,
    told: `${base}/actions/runs/${runId}`,
    pullRequest,
    comment: (number, id) => `${pullRequest(number)}#issuecomment-${id}`
  };
}
function commentBody(statement) {
  const { report, run, links } = statement;
  const whole = `The whole is in the [summary of the run](${links.told}) that wrote this, its numbers in \`measurement.json\` of [the one that measured](${links.measured}).`;
  const markdown = renderMarkdown(report, MARKDOWN_LIMIT, whole);
  return `${markerOf(run.stamp)}

${markdown}
${origin(statement)}
`;
}
function shortBody(statement) {
  const { report, run, links } = statement;
  return [
    markerOf(run.stamp),
    `### \u26A0\uFE0F ${escapeMarkdown(report.title)}`,
    `GitHub did not take the report. It is in the [summary of the run](${links.told}) that wrote this.`,
    `${origin(statement)}
`
  ].join("\n\n");
}
var SUMMARY_LIMIT = 3e5;
function summaryBody(statement) {
  const { report, links } = statement;
  const whole = `The numbers are in \`measurement.json\` of [the run that measured](${links.measured}).`;
  return `${renderMarkdown(report, SUMMARY_LIMIT, whole)}
${origin(statement)}
`;
}
function origin({ run: { stamp }, links, measured }) {
  const commit = `\`${stamp.headSha.slice(0, 12)}\``;
  const run = `[run ${stamp.runId}](${links.measured})`;
  if (measured)
    return `Measured at ${commit} by ${run}, in which the code of the pull request ran.`;
  return `There is no whole measurement of ${commit} from ${run}, whose log has more.`;
}

// src/github/comments/unmeasured.ts
function unmeasuredReport({ conclusion }) {
  return notMeasured(ENDED.get(conclusion ?? "") ?? "the run left no measurement");
}
var unreadableReport = () => notMeasured("what the run left cannot be read");
var incomparableReport = () => notMeasured("the baselines cannot be read");
function whyNothing({ ended, conclusion }) {
  return ended ? ON_PURPOSE.get(conclusion ?? "") : "has not ended";
}
var notMeasured = (how) => ({
  status: "invalid",
  title: "Not measured",
  verdict: [how],
  context: ["What was said here before was of another run."],
  sections: []
});
var ENDED = /* @__PURE__ */ new Map([
  ["failure", "the run failed before it had measured"],
  ["cancelled", "the run was cancelled"],
  ["timed_out", "the run took too long"],
  ["startup_failure", "the run could not start"],
  ["stale", "the run did not end"]
]);
var ON_PURPOSE = /* @__PURE__ */ new Map([
  // As where a pull request got another title.
  ["success", "succeeded and left no measurement"],
  ["neutral", "ended as neutral and left no measurement"],
  ["skipped", "was skipped"],
  ["action_required", "waits for an approval"]
]);

// src/usecases/judgeUntrusted.ts
async function judgeMeasurement({ measurement: path, baselines: folder }, { eventPath, serverUrl, runId }) {
  const run = parseEvent(await readEvent(eventPath), eventPath);
  const links = linksOf(run, serverUrl, runId);
  const none = { run, links, measured: false, comparison: void 0, refused: void 0 };
  const unmeasured = (report2, refused) => {
    const statement2 = { ...none, report: report2 };
    return { ...statement2, summary: summaryBody(statement2), refused };
  };
  const left = run.ended ? await tried(() => readLeft(path)) : void 0;
  if (left instanceof Error) return unmeasured(unreadableReport(), left);
  if (left === void 0) {
    const reason = whyNothing(run);
    if (reason === void 0) return unmeasured(unmeasuredReport(run));
    return { ...none, report: void 0, summary: silentSummary(reason, none) };
  }
  if (left.kind === "failure") return unmeasured(left.report);
  const comparison = await tried(() => compareWithBaselines(left.measurement, folder));
  if (comparison instanceof Error) return unmeasured(incomparableReport(), comparison);
  const asker = { headSha: run.stamp.headSha };
  const report = comparisonReport(comparison, { asker, baselines: folder });
  const statement = { run, links, report, measured: true };
  return { ...statement, comparison, summary: summaryBody(statement), refused: void 0 };
}
async function readLeft(path) {
  const failure = join(dirname(path), "failure.json");
  if (await exists(failure, "ENOTDIR")) {
    const text2 = await readUntrustedFile(failure, MAX_FAILURE_BYTES);
    return { kind: "failure", report: failureReport(parseFailure(text2, failure)) };
  }
  if (!await exists(path)) return void 0;
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  return { kind: "measurement", measurement };
}
var MAX_FAILURE_BYTES = 1e5;
function silentSummary(reason, { run, links }) {
  const name = `[run ${run.stamp.runId}](${links.measured})`;
  return `### Not measured

There is nothing from ${name}, which ${reason}: what was said before stays.
`;
}
var tried = (work) => work().catch((error) => error instanceof Error ? error : new Error(String(error)));
async function exists(path, ...codes) {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    return !["ENOENT", ...codes].includes(error.code ?? "");
  }
}

// src/github/comments/sticky.ts
function ownComments(comments, viewer) {
  return comments.filter(
    ({ author, body }) => author?.login === viewer.login && author.type === viewer.type && hasMarker(body)
  );
}
function nextStep(own, stamp, written) {
  const [keep, ...remove] = own.toSorted(newestFirst);
  if (!keep) return { kind: "create", remove };
  const order = compareStamps(stampOf(keep.body), stamp);
  if (order > 0) return { kind: "newer", keep, remove };
  return { kind: order === 0 && written ? "settled" : "update", keep, remove };
}
var newestFirst = (a, b) => compareStamps(stampOf(b.body), stampOf(a.body)) || a.id - b.id;

// src/github/comments/olderCommit.ts
var NOTICE = /^> \[!NOTE\]\n> This is of an older commit, `[0-9a-f]{12}`, and says nothing of the newest one, `[0-9a-f]{12}`\.\n\n/;
function withAge(body, newest) {
  const stamp = stampOf(body);
  const [, marker, rest] = /^(<!--.*-->)\n\n([^]*)$/.exec(body.replaceAll("\r\n", "\n")) ?? [];
  if (!stamp || marker === void 0 || rest === void 0) return body;
  const text = rest.replace(NOTICE, "");
  return stamp.headSha === newest ? `${marker}

${text}` : `${marker}

${noticeOf(stamp.headSha, newest)}${text}`;
}
var noticeOf = (own, newest) => `> [!NOTE]
> This is of an older commit, \`${own.slice(0, 12)}\`, and says nothing of the newest one, \`${newest.slice(0, 12)}\`.

`;
async function markOlder(api, pullRequest, newest) {
  const viewer = await api.viewer();
  const [listed] = ownComments(await api.comments(pullRequest), viewer).toSorted(newestFirst);
  if (!listed || same(withAge(listed.body, newest), listed.body)) return void 0;
  const now = await api.comment(listed.id);
  if (!now || now.body !== listed.body) return void 0;
  return api.updateComment(listed.id, withAge(listed.body, newest));
}
var same = (a, b) => a.replaceAll("\r\n", "\n") === b.replaceAll("\r\n", "\n");

// src/github/comments/postComment.ts
import { setTimeout as sleep } from "node:timers/promises";
var ROUNDS = 5;
async function postComment(api, pullRequest, { stamp, body }, viewer, pause) {
  let written;
  let failure;
  for (let round = 0; round < ROUNDS; round++) {
    const listed = ownComments(await api.comments(pullRequest), viewer);
    const { kind, keep, remove } = nextStep(withWritten(listed, written), stamp, !!written);
    if (keep && (kind === "newer" || kind === "settled")) {
      const left = await deleteAll(api, remove);
      return { kind: kind === "newer" ? "newer" : "written", id: keep.id, left };
    }
    try {
      written = keep ? await api.updateComment(keep.id, body) : await api.createComment(pullRequest, body);
    } catch (error) {
      if (!(error instanceof RequestFailure) || !mayLookAgain(error, keep !== void 0))
        throw error;
      failure = error;
      await sleep(pause);
    }
  }
  if (written) return { kind: "written", id: written.id, left: 0 };
  throw failure ?? new RequestFailure("the comment is deleted again and again", void 0);
}
async function deleteOlder(api, pullRequest, stamp, viewer) {
  const own = ownComments(await api.comments(pullRequest), viewer);
  await deleteAll(
    api,
    own.filter(({ body }) => compareStamps(stampOf(body), stamp) < 0)
  );
}
async function deleteAll(api, comments) {
  let left = 0;
  for (const { id } of comments) {
    await api.deleteComment(id).catch((error) => {
      if (!(error instanceof RequestFailure)) throw error;
      left++;
    });
  }
  return left;
}
function withWritten(listed, written) {
  if (!written || listed.some(({ id }) => id === written.id)) return listed;
  return [...listed, written];
}
var mayLookAgain = (failure, exists2) => exists2 ? failure.status === 404 : isUncertain(failure);

// src/github/comments/pullRequest.ts
var MOST = 10;
async function findPullRequests(api, run) {
  const { headRepository, headBranch, stamp } = run;
  const looks = [
    () => each(run.pullRequests.slice(0, MOST), (number) => api.pullRequest(number)),
    async () => headRepository && headBranch ? api.pullRequestsOfBranch(headRepository.owner, headBranch) : [],
    // GitHub may not know a fork's commit by its name, and then refuses the question.
    () => api.pullRequestsOfCommit(stamp.headSha).catch(unlessUnknown)
  ];
  const moved = /* @__PURE__ */ new Map();
  for (const look of looks) {
    const found = (await look()).filter((candidate) => isOf(candidate, run));
    const newest = found.filter(({ head }) => head.sha === stamp.headSha);
    const numbers = new Set(newest.map(({ number }) => number));
    if (numbers.size > 0) {
      return { newest: [...numbers].sort((a, b) => a - b).slice(0, MOST), moved: [] };
    }
    for (const { number, head } of found) moved.set(number, head.sha);
  }
  const others = [...moved].map(([number, headSha]) => ({ number, headSha }));
  return { newest: [], moved: others.sort((a, b) => a.number - b.number).slice(0, MOST) };
}
function isOf({ state, head, base }, run) {
  return state === "open" && base.repo.id === run.repository.id && head.repo !== null && head.repo.id === run.headRepository?.id;
}
async function each(numbers, read) {
  const found = [];
  for (const number of numbers) {
    const pullRequest = await read(number).catch(unlessUnknown);
    for (const one of [pullRequest].flat()) found.push(one);
  }
  return found;
}
function unlessUnknown(error) {
  if (error instanceof RequestFailure && [404, 422].includes(error.status ?? 0)) return [];
  throw error;
}

// src/github/comments/publish.ts
async function publishToPullRequests(finding, connection) {
  const { run, report } = finding;
  const { log, token, timing = TIMING } = connection;
  if (run.event !== "pull_request") {
    return nothing("That run was not started by a pull request, so there is none to comment on.");
  }
  const client = createClient({ ...connection, timing, note: (line) => log.debug(line) });
  const api = apiOf(client, run.repository, token);
  try {
    const { newest, moved } = await findPullRequests(api, run);
    if (newest.length > 0 && report) {
      const statement = { ...finding, report };
      return await commentOnEach(newest, statement, { api, log, pause: 3 * timing.second });
    }
    const { headSha } = run.stamp;
    const commit = `\`${headSha.slice(0, 12)}\``;
    const why = newest.length > 0 ? `There is nothing to say of ${commit}, so nothing was commented.` : `No open pull request has ${commit} as its newest commit: it is closed, or has moved on. So nothing was commented.`;
    const silent = newest.map((number) => ({ number, headSha }));
    const marked = await markEach([...silent, ...moved], finding, { api, log });
    return { ...marked, notes: [why, ...marked.notes] };
  } catch (error) {
    return { ...nothing(failureNote(error, "Nothing was commented", log)), failed: true };
  }
}
async function markEach(pullRequests, { links }, { api, log }) {
  const notes = [];
  let failed = false;
  for (const { number, headSha } of pullRequests) {
    try {
      const marked = await markOlder(api, number, headSha);
      if (!marked) continue;
      const address = links.comment(number, marked.id);
      log.info(`the comment on pull request ${number} says now of which commit it is: ${address}`);
      notes.push(
        `[The comment on pull request ${number}](${address}) says now of which commit it is.`
      );
    } catch (error) {
      failed = true;
      notes.push(
        failureNote(error, `Pull request ${number} may say what an older commit came to`, log)
      );
    }
  }
  return { pullRequests: [], comments: [], notes, failed };
}
async function commentOnEach(pullRequests, statement, connected) {
  const { api, log } = connected;
  const viewer = await api.viewer();
  const comments = [];
  const notes = [];
  let failed = false;
  for (const number of pullRequests) {
    try {
      const { kind, id, left, short } = await commentOn(number, statement, viewer, connected);
      const address = statement.links.comment(number, id);
      comments.push(address);
      const [before, after] = kind === "newer" ? ["A newer run has", " already"] : ["This was", ""];
      const how = short ? ", without the report, which GitHub did not take" : "";
      log.info(`${before} commented on pull request ${number}${after}${how}: ${address}`);
      const rest = left > 0 ? ` ${plural(left, "older comment")} could not be deleted.` : "";
      notes.push(
        `${before} [commented on pull request ${number}](${address})${after}${how}.${rest}`
      );
    } catch (error) {
      failed = true;
      notes.push(failureNote(error, `Pull request ${number} has no comment of this`, log));
      await deleteOlder(api, number, statement.run.stamp, viewer).catch(unlessRefused);
    }
  }
  return { pullRequests, comments, notes, failed };
}
async function commentOn(number, statement, viewer, { api, log, pause }) {
  const post = (body) => postComment(api, number, { stamp: statement.run.stamp, body }, viewer, pause);
  try {
    return { ...await post(commentBody(statement)), short: false };
  } catch (error) {
    if (!(error instanceof RequestFailure) || !isOfTheText(error)) throw error;
    log.warn(`${error.message}: a short comment is written in its place`);
    return { ...await post(shortBody(statement)), short: true };
  }
}
var isOfTheText = ({ status = 0 }) => [400, 413, 422].includes(status);
var nothing = (note) => ({
  pullRequests: [],
  comments: [],
  notes: [note],
  failed: false
});
function unlessRefused(error) {
  if (!(error instanceof RequestFailure)) throw error;
}
function failureNote(error, outcome, log) {
  if (!(error instanceof RequestFailure)) throw error;
  const remedy = remedyOf(error);
  const words = `${outcome}: ${error.message}.${remedy ? ` ${remedy}` : ""}`;
  log.warn(words);
  return escapeMarkdown(words);
}

// src/action/commentStep.ts
async function commentCommand(settings) {
  setSecret(settings.token);
  const log = actionsLog(settings);
  const runner = readRunner("comment");
  const { comparison, summary, refused, ...finding } = await judgeMeasurement(settings, runner);
  if (comparison) reportVerdict(comparison);
  await addSummary(summary);
  const { apiUrl } = runner;
  const told = await publishToPullRequests(finding, { apiUrl, token: settings.token, log });
  setOutput("comment", told.comments.join(","));
  setOutput("pull-request", told.pullRequests.join(","));
  await addSummary(`
${told.notes.join("\n\n")}`);
  if (told.failed) {
    setFailed("What was measured is not on its pull request; the job summary says why.");
  }
  if (refused) throw refused;
}
await act("comment", commentCommand);
