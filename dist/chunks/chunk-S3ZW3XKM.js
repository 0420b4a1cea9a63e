import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usageError
} from "./chunk-ULI3DSBC.js";

// src/github/events/intake.ts
import { constants } from "node:fs";
import { lstat, open, readFile } from "node:fs/promises";
var MAX_MEASUREMENT_BYTES = 4 * 1024 ** 2;
async function readUntrustedFile(path, limit = MAX_MEASUREMENT_BYTES) {
  const before = await lstat(path).catch((error) => {
    throw usageError(`${path} cannot be read (${codeOf(error)}); name the downloaded file`, {
      cause: error
    });
  });
  if (before.isSymbolicLink()) throw usageError(`${path} is a symbolic link, and not followed`);
  if (!before.isFile()) throw usageError(`${path} is no regular file`);
  const file = await openPlain(path);
  try {
    const { nlink, size } = await file.stat();
    if (nlink !== 1) throw usageError(`${path} is a hard link: it has ${nlink} names`);
    const bytes = size > limit ? void 0 : await readUpTo(file, limit);
    if (bytes === void 0) {
      throw usageError(`${path} has more than ${limit} bytes, the most that is read from a run`);
    }
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usageError(`${path} is not text in UTF-8`, { cause: error });
  } finally {
    await file.close();
  }
}
async function openPlain(path) {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    throw usageError(`${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
  throw usageError(`${path} is no regular file`);
}
async function readUpTo(file, limit) {
  const buffer = Buffer.alloc(limit + 1);
  let length = 0;
  while (length <= limit) {
    const { bytesRead } = await file.read(buffer, length, limit + 1 - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
  }
  return void 0;
}
var codeOf = (error) => error.code ?? "unknown error";
async function readEvent(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw usageError(`the event ${path} cannot be read (${codeOf(error)})`, { cause: error });
  }
}

export {
  readUntrustedFile,
  readEvent
};
