import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  FullName,
  RequestFailure,
  TIMING,
  apiOf,
  createClient,
  isUncertain
} from "./chunk-YX24FMFP.js";
import {
  explainIssue,
  parseJson
} from "./chunk-LAUIYLMP.js";
import {
  int,
  object,
  string
} from "./chunk-SHGZJK5N.js";
import {
  usageError
} from "./chunk-HSULD6WJ.js";
import {
  setSecret
} from "./chunk-FKADNPDV.js";

// src/github/events/commentEvent.ts
var Id = int().positive();
var EventSchema = object({
  action: string().max(100),
  repository: object({ id: Id, full_name: FullName }),
  issue: object({ number: Id, pull_request: object({}).optional() }),
  comment: object({
    id: Id,
    body: string().nullish(),
    user: object({ login: string().regex(/^[\w-]+(?:\[bot\])?$/), id: Id, type: string() }).nullable()
  })
});
function parseCommentEvent(text, fileName) {
  const content = parseJson(text, fileName);
  const result = EventSchema.safeParse(content);
  if (!result.success) {
    const [issue2] = result.error.issues;
    const reason = issue2 ? explainIssue(issue2, content) : "not an event";
    throw usageError(`${fileName} is no event of a comment: ${reason}`);
  }
  const { action, repository, issue, comment } = result.data;
  const [owner = "", name = ""] = repository.full_name.split("/");
  return {
    repository: { id: repository.id, owner, name },
    action,
    pullRequest: issue.pull_request ? issue.number : void 0,
    id: comment.id,
    body: comment.body ?? "",
    author: comment.user
  };
}

// src/github/comments/reply.ts
import { setTimeout as sleep } from "node:timers/promises";
var ROUNDS = 5;
var replyMarker = (about) => `<!-- ganeti-perf-reply: ${about} -->`;
async function reply(api, pullRequest, { about, markdown }, viewer, pause) {
  const marker = replyMarker(about);
  const body = `${marker}

${markdown}
`;
  let failure;
  for (let round = 0; round < ROUNDS; round++) {
    const found = (await api.comments(pullRequest)).find(
      (comment) => isOf(comment, viewer) && firstLine(comment.body) === marker
    );
    if (found && sameText(found.body, body)) return found.id;
    try {
      const written = found ? await api.updateComment(found.id, body) : await api.createComment(pullRequest, body);
      return written.id;
    } catch (error) {
      if (!(error instanceof RequestFailure) || !isUncertain(error)) throw error;
      failure = error;
      await sleep(pause);
    }
  }
  throw failure ?? new RequestFailure("the reply is deleted again and again", void 0);
}
var isOf = ({ author }, viewer) => author?.login === viewer.login && author.type === viewer.type;
var firstLine = (body) => body.split(/\r?\n/, 1)[0] ?? "";
var sameText = (a, b) => a.replaceAll("\r\n", "\n").trim() === b.replaceAll("\r\n", "\n").trim();

// src/action/connection.ts
function connect(token, { apiUrl, repository }, log) {
  setSecret(token);
  const note = (line) => log.debug(line);
  const client = createClient({ apiUrl, token, timing: TIMING, note });
  return { client, api: apiOf(client, repository, token), pause: 3 * TIMING.second };
}

export {
  parseCommentEvent,
  reply,
  connect
};
