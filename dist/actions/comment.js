import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareWithBaselines
} from "../chunks/chunk-FGACXSAX.js";
import {
  comparisonReport
} from "../chunks/chunk-YEU7KGYT.js";
import "../chunks/chunk-O35SQTFW.js";
import "../chunks/chunk-XGD4M6VY.js";
import {
  parseUntrustedMeasurement
} from "../chunks/chunk-SIFL5OEZ.js";
import "../chunks/chunk-ZA6P6QDU.js";
import "../chunks/chunk-5TUNWMID.js";
import "../chunks/chunk-VLO2PPJI.js";
import "../chunks/chunk-7G3ZZQUA.js";
import "../chunks/chunk-DDU5Q433.js";
import {
  MARKDOWN_LIMIT,
  escapeMarkdown,
  renderMarkdown
} from "../chunks/chunk-ICKVFAQE.js";
import "../chunks/chunk-4VL4X2MK.js";
import "../chunks/chunk-KFIXOD6R.js";
import "../chunks/chunk-TAHKJNCT.js";
import "../chunks/chunk-GL5E6AMI.js";
import {
  RequestFailure,
  TIMING,
  apiOf,
  createClient,
  isUncertain,
  parseEvent,
  readRunner,
  remedyOf
} from "../chunks/chunk-52OJJLKA.js";
import {
  knownWorkloads
} from "../chunks/chunk-52EYA2V3.js";
import "../chunks/chunk-MKUT46HH.js";
import {
  readEvent,
  readUntrustedFile
} from "../chunks/chunk-3A7CBN6E.js";
import {
  actionsLog,
  addSummary,
  reportVerdict
} from "../chunks/chunk-2IYPXBLJ.js";
import "../chunks/chunk-DQTLCR26.js";
import "../chunks/chunk-KTZ7JAJU.js";
import "../chunks/chunk-VWNRHXPV.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-W7UWJNTH.js";
import "../chunks/chunk-UMFG6ZND.js";
import "../chunks/chunk-GLOQKCYA.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act
} from "../chunks/chunk-ZB5WTJNO.js";
import "../chunks/chunk-RCRVUZUP.js";
import "../chunks/chunk-MILX7PLV.js";
import "../chunks/chunk-GQREVMZT.js";
import "../chunks/chunk-VPN5A5YR.js";
import "../chunks/chunk-PS4LRULL.js";
import "../chunks/chunk-P5PA3TYE.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-RZGKQOWJ.js";
import {
  plural
} from "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
import "../chunks/chunk-YKIAVSG6.js";
import {
  setFailed,
  setOutput,
  setSecret
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/usecases/judgeUntrusted.ts
import { lstat } from "node:fs/promises";

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
function commentBody(report, run, links) {
  const whole = `The whole is in the [summary of the run](${links.told}) that wrote this, its numbers in \`measurement.json\` of [the one that measured](${links.measured}).`;
  const markdown = renderMarkdown(report, MARKDOWN_LIMIT, whole);
  return `${markerOf(run.stamp)}

${markdown}
${origin(run, links)}
`;
}
function shortBody({ title }, run, links) {
  return [
    markerOf(run.stamp),
    `### \u26A0\uFE0F ${escapeMarkdown(title)}`,
    `GitHub did not take the report. It is in the [summary of the run](${links.told}) that wrote this.`,
    `${origin(run, links)}
`
  ].join("\n\n");
}
function unmeasuredBody(run, links) {
  return `${markerOf(run.stamp)}

${unmeasuredText(run, links)}
`;
}
function unmeasuredText({ stamp, conclusion }, { measured }) {
  const run = `[run ${stamp.runId}](${measured})`;
  if (conclusion === "success") {
    return `### Not measured

Nothing was measured in ${run}, which succeeded: what was said before stays.`;
  }
  const how = ENDED.get(conclusion ?? "") ?? "the run left no measurement";
  return [
    `### \u26A0\uFE0F Not measured: ${how}`,
    `There is no measurement of \`${stamp.headSha.slice(0, 12)}\` from it, and what was said before is not of this run. The log of ${run} has the reason, such as a build that failed.`
  ].join("\n\n");
}
var ENDED = /* @__PURE__ */ new Map([
  ["failure", "the run failed before it had measured"],
  ["cancelled", "the run was cancelled"],
  ["timed_out", "the run took too long"],
  ["startup_failure", "the run could not start"]
]);
var SUMMARY_LIMIT = 3e5;
function summaryBody(report, run, links) {
  const whole = `The numbers are in \`measurement.json\` of [the run that measured](${links.measured}).`;
  return `${renderMarkdown(report, SUMMARY_LIMIT, whole)}
${origin(run, links)}
`;
}
var origin = ({ stamp }, { measured }) => `Measured at \`${stamp.headSha.slice(0, 12)}\` by [run ${stamp.runId}](${measured}), in which the code of the pull request ran.`;

// src/usecases/judgeUntrusted.ts
async function judgeMeasurement({ measurement: path, baselines: folder }, { eventPath, serverUrl, runId }) {
  const run = parseEvent(await readEvent(eventPath), eventPath);
  const links = linksOf(run, serverUrl, runId);
  if (!await exists(path)) {
    const summary2 = unmeasuredText(run, links);
    return { run, comparison: void 0, report: void 0, links, summary: summary2 };
  }
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  const comparison = await compareWithBaselines(measurement, folder);
  const report = comparisonReport(comparison, {
    asker: { headSha: run.stamp.headSha },
    baselines: folder
  });
  const summary = summaryBody(report, run, links);
  return { run, comparison, report, links, summary };
}
var exists = (path) => lstat(path).then(
  () => true,
  // Only this is how a run without a measurement looks; all else is an error of its own.
  (error) => error.code !== "ENOENT"
);

// src/github/comments/postComment.ts
import { setTimeout as sleep } from "node:timers/promises";

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

// src/github/comments/postComment.ts
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
  for (const look of looks) {
    const found = (await look()).filter((candidate) => isOf(candidate, run));
    const numbers = new Set(found.map(({ number }) => number));
    if (numbers.size > 0) return [...numbers].sort((a, b) => a - b).slice(0, MOST);
  }
  return [];
}
function isOf({ state, head, base }, run) {
  return state === "open" && head.sha === run.stamp.headSha && base.repo.id === run.repository.id && head.repo !== null && head.repo.id === run.headRepository?.id;
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
  const { run } = finding;
  const { log, token, timing = TIMING } = connection;
  if (run.event !== "pull_request") {
    return nothing("That run was not started by a pull request, so there is none to comment on.");
  }
  const client = createClient({ ...connection, timing, note: (line) => log.debug(line) });
  const api = apiOf(client, run.repository, token);
  try {
    const pullRequests = await findPullRequests(api, run);
    if (pullRequests.length === 0) {
      const commit = run.stamp.headSha.slice(0, 12);
      return nothing(
        `No open pull request has \`${commit}\` as its newest commit: it is closed, or has moved on. So nothing was commented.`
      );
    }
    return await commentOnEach(pullRequests, finding, { api, log, pause: 3 * timing.second });
  } catch (error) {
    return { ...nothing(failureNote(error, "Nothing was commented", log)), failed: true };
  }
}
async function commentOnEach(pullRequests, finding, connected) {
  const { api, log } = connected;
  const viewer = await api.viewer();
  const comments = [];
  const notes = [];
  let failed = false;
  for (const number of pullRequests) {
    try {
      const { kind, id, left, short } = await commentOn(number, finding, viewer, connected);
      const address = finding.links.comment(number, id);
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
      await deleteOlder(api, number, finding.run.stamp, viewer).catch(unlessRefused);
    }
  }
  return { pullRequests, comments, notes, failed };
}
async function commentOn(number, { run, report, links }, viewer, { api, log, pause }) {
  const post = (body) => postComment(api, number, { stamp: run.stamp, body }, viewer, pause);
  if (!report) return { ...await post(unmeasuredBody(run, links)), short: false };
  try {
    return { ...await post(commentBody(report, run, links)), short: false };
  } catch (error) {
    if (!(error instanceof RequestFailure) || !isOfTheText(error)) throw error;
    log.warn(`${error.message}: a short comment is written in its place`);
    return { ...await post(shortBody(report, run, links)), short: true };
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
  const { comparison, summary, ...finding } = await judgeMeasurement(settings, runner);
  if (comparison) reportVerdict(comparison);
  await addSummary(summary);
  if (!comparison && finding.run.conclusion === "success") {
    log.info("That run succeeded and measured nothing: nothing is said on its pull request.");
    return;
  }
  const { apiUrl } = runner;
  const told = await publishToPullRequests(finding, { apiUrl, token: settings.token, log });
  setOutput("comment", told.comments.join(","));
  setOutput("pull-request", told.pullRequests.join(","));
  await addSummary(`
${told.notes.join("\n\n")}`);
  if (told.failed) {
    setFailed("What was measured is not on its pull request; the job summary says why.");
  }
}
await act("comment", commentCommand);
