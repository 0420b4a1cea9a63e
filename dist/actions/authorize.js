import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  connect,
  parseCommentEvent,
  reply
} from "../chunks/chunk-TD5OUUUF.js";
import {
  RequestFailure,
  readRunner,
  remedyOf
} from "../chunks/chunk-YX24FMFP.js";
import "../chunks/chunk-LFXBMTSD.js";
import {
  knownWorkloads
} from "../chunks/chunk-RXPND74W.js";
import "../chunks/chunk-NLPLDUTU.js";
import {
  readEvent
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
  enumeration
} from "../chunks/chunk-OHF2BV36.js";
import "../chunks/chunk-TSNSTRFB.js";
import "../chunks/chunk-HSULD6WJ.js";
import "../chunks/chunk-6MX2ZWUR.js";
import "../chunks/chunk-YKIAVSG6.js";
import {
  setOutput
} from "../chunks/chunk-FKADNPDV.js";
import "../chunks/chunk-5XWL5JNG.js";

// src/github/authorize/commentCommand.ts
var FORM = "/ganeti-perf refresh COMMIT [WORKLOAD ...]";
var NAME = /^\/ganeti-perf(?![\w-])/;
var REFRESH = /^\/ganeti-perf +refresh +([0-9a-f]{7,40})((?: +[a-z][a-z0-9-]{0,59}){0,20}) *$/i;
function parseCommentCommand(body) {
  const [line = ""] = body.split(/\r?\n/, 1);
  if (!NAME.test(line)) return { kind: "none" };
  const [, sha, names = ""] = REFRESH.exec(line) ?? [];
  if (sha === void 0) return { kind: "bad" };
  const workloads = [...new Set(names.split(" ").filter(Boolean))];
  return { kind: "refresh", sha: sha.toLowerCase(), workloads };
}

// src/github/authorize/decide.ts
async function decide(comment, api, workloads) {
  const { action, author, pullRequest, repository } = comment;
  const command = parseCommentCommand(comment.body);
  const ignored = (because) => ({ kind: "ignored", because });
  if (command.kind === "none") return ignored("the comment is no command");
  if (action !== "created") return ignored(`the comment was ${action}, and only a new one counts`);
  if (pullRequest === void 0) return ignored("the comment is not on a pull request");
  if (author?.type !== "User") return ignored("the comment was not written by a person");
  const refused = (remedy) => ({ kind: "refused", pullRequest, remedy });
  if (!await mayWrite(author, api)) {
    return refused(
      "Only somebody who may write to this repository can ask for that. Ask one of its maintainers to write the command."
    );
  }
  if (command.kind === "bad") return refused(`That is not understood. Write \`${FORM}\`.`);
  const unknown = command.workloads.filter((name) => !workloads.includes(name));
  if (unknown.length > 0) {
    const known = enumeration(
      workloads.map((name) => `\`${name}\``),
      50
    );
    const which = unknown.length === 1 ? "A workload named there is" : "Workloads named there are";
    return refused(`${which} not known. There are: ${known}.`);
  }
  const now = await api.comment(comment.id);
  if (!now) return ignored("the comment is gone");
  if (now.body !== comment.body) {
    return refused("The comment was edited since. Write the command in a new one.");
  }
  return grantOn(await api.pullRequest(pullRequest), command, repository.id, refused);
}
function grantOn({ number, state, head, base }, { sha, workloads }, repositoryId, refused) {
  if (state !== "open" || base.repo.id !== repositoryId) {
    return refused("This pull request is not open. Reopen it first.");
  }
  if (!head.repo)
    return refused("The fork of this pull request is gone, so it cannot be measured.");
  const again = `Look at it, then write \`/ganeti-perf refresh ${head.sha}\`.`;
  if (!head.sha.startsWith(sha)) {
    return refused(
      `The newest commit is \`${head.sha}\`, and not the one that is named there. ${again}`
    );
  }
  if (head.repo.id !== repositoryId && sha !== head.sha) {
    return refused(
      `Of a fork the whole commit has to be named. The newest one is \`${head.sha}\`. ${again}`
    );
  }
  return {
    kind: "granted",
    pullRequest: number,
    headSha: head.sha,
    headRepository: head.repo.full_name,
    baseRef: base.ref,
    workloads
  };
}
var WRITES = /* @__PURE__ */ new Set(["admin", "maintain", "write"]);
async function mayWrite({ login, id }, api) {
  const found = await api.permission(login);
  return found !== void 0 && found.userId === id && WRITES.has(found.permission);
}

// src/action/authorizeStep.ts
async function authorizeCommand(settings) {
  setOutput("authorized", false);
  const log = actionsLog(settings);
  const runner = readRunner("authorize");
  const comment = parseCommentEvent(await readEvent(runner.eventPath), runner.eventPath);
  const connected = connect(settings.token, runner, log);
  const decision = await decide(comment, connected.api, await knownWorkloads());
  await answer(decision, comment, connected, log);
  if (decision.kind !== "granted") return;
  setOutput("head-sha", decision.headSha);
  setOutput("head-repository", decision.headRepository);
  setOutput("base-ref", decision.baseRef);
  setOutput("pull-request", decision.pullRequest);
  setOutput("workload", decision.workloads.join(","));
  setOutput("authorized", true);
}
async function answer(decision, { id }, { api, pause }, log) {
  if (decision.kind === "ignored") {
    log.info(`nothing to do: ${decision.because}`);
    return;
  }
  try {
    if (decision.kind === "granted") {
      log.info(`refresh of pull request ${decision.pullRequest} at ${decision.headSha}`);
      await api.react(id);
      return;
    }
    await addSummary(decision.remedy);
    const message = { about: `comment ${id}`, markdown: decision.remedy };
    await reply(api, decision.pullRequest, message, await api.viewer(), pause);
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    log.warn(`the comment has no answer: ${error.message}. ${remedyOf(error) ?? ""}`.trim());
  }
}
await act("authorize", authorizeCommand);
