import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareWithBaselines
} from "../chunks/chunk-WD4V44VR.js";
import {
  comparisonReport
} from "../chunks/chunk-52WB22YQ.js";
import "../chunks/chunk-477IZNHI.js";
import "../chunks/chunk-FPOGN6GI.js";
import {
  parseUntrustedMeasurement
} from "../chunks/chunk-GD6BUWEI.js";
import "../chunks/chunk-4MCCKDQS.js";
import "../chunks/chunk-CHJUVM66.js";
import "../chunks/chunk-JXVECS64.js";
import "../chunks/chunk-NJZIQNOW.js";
import "../chunks/chunk-A2YLTDHI.js";
import "../chunks/chunk-QHCBQYXV.js";
import {
  MARKDOWN_LIMIT,
  escapeMarkdown,
  renderMarkdown
} from "../chunks/chunk-GI5OQAQC.js";
import "../chunks/chunk-O5FRELDM.js";
import "../chunks/chunk-V6QA6T7Y.js";
import "../chunks/chunk-JSGERO53.js";
import "../chunks/chunk-WBLOP3OH.js";
import {
  RequestFailure,
  TIMING,
  apiOf,
  createClient,
  isUncertain,
  parseEvent,
  readRunner,
  remedyOf
} from "../chunks/chunk-VCCCI7RF.js";
import {
  knownWorkloads
} from "../chunks/chunk-N2THIXB5.js";
import "../chunks/chunk-Z7XNMM74.js";
import {
  readEvent,
  readUntrustedFile
} from "../chunks/chunk-S3ZW3XKM.js";
import {
  addSummary,
  reportVerdict
} from "../chunks/chunk-A6ZEBKT6.js";
import "../chunks/chunk-QUSMYMNX.js";
import "../chunks/chunk-QH47MABX.js";
import "../chunks/chunk-KGUNOPRW.js";
import "../chunks/chunk-3T3VHYIR.js";
import "../chunks/chunk-2LMAZ52R.js";
import "../chunks/chunk-FH2PKCAA.js";
import "../chunks/chunk-SAMDT5C3.js";
import {
  act,
  actionsLog
} from "../chunks/chunk-6ON2YY52.js";
import "../chunks/chunk-45JNQA2S.js";
import "../chunks/chunk-VSTBCIJK.js";
import "../chunks/chunk-3CJGGXZ7.js";
import "../chunks/chunk-J7D3GFNR.js";
import "../chunks/chunk-5WYHEIGI.js";
import "../chunks/chunk-IQUKULMR.js";
import "../chunks/chunk-VUCNCSIX.js";
import "../chunks/chunk-ULI3DSBC.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-FOCAHIEL.js";
import "../chunks/chunk-OCSF6W6H.js";
import {
  plural
} from "../chunks/chunk-OHF2BV36.js";
import {
  setOutput,
  setSecret
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

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
  const text = await readUntrustedFile(path);
  const measurement = parseUntrustedMeasurement(text, path, await knownWorkloads());
  const comparison = await compareWithBaselines(measurement, folder);
  const report = comparisonReport(comparison, {
    asker: { headSha: run.stamp.headSha },
    baselines: folder
  });
  const links = linksOf(run, serverUrl, runId);
  const summary = summaryBody(report, run, links);
  return { run, comparison, report, links, summary };
}

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
var mayLookAgain = (failure, exists) => exists ? failure.status === 404 : isUncertain(failure);

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
    found.push(...[pullRequest].flat());
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
    return nothing(failureNote(error, "Nothing was commented", log));
  }
}
async function commentOnEach(pullRequests, { run, report, links }, { api, log, pause }) {
  const viewer = await api.viewer();
  const message = { stamp: run.stamp, body: commentBody(report, run, links) };
  const comments = [];
  const notes = [];
  for (const number of pullRequests) {
    try {
      const { kind, id, left } = await postComment(api, number, message, viewer, pause);
      const address = links.comment(number, id);
      comments.push(address);
      const [before, after] = kind === "newer" ? ["A newer run has", " already"] : ["This was", ""];
      log.info(`${before} commented on pull request ${number}${after}: ${address}`);
      const rest = left > 0 ? ` ${plural(left, "older comment")} could not be deleted.` : "";
      notes.push(`${before} [commented on pull request ${number}](${address})${after}.${rest}`);
    } catch (error) {
      notes.push(failureNote(error, `Pull request ${number} has no comment of this`, log));
    }
  }
  return { pullRequests, comments, notes };
}
var nothing = (note) => ({ pullRequests: [], comments: [], notes: [note] });
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
  reportVerdict(comparison);
  await addSummary(summary);
  const { apiUrl } = runner;
  const told = await publishToPullRequests(finding, { apiUrl, token: settings.token, log });
  setOutput("comment", told.comments.join(","));
  setOutput("pull-request", told.pullRequests.join(","));
  await addSummary(`
${told.notes.join("\n\n")}`);
}
await act("comment", commentCommand);
