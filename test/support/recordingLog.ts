import type { Log } from '../../src/platform/log/log.ts';

/** A log for tests: keeps what was said, by its level. */
export interface RecordingLog extends Log {
  readonly lines: readonly string[];
}

export function recordingLog(): RecordingLog {
  const lines: string[] = [];
  const at = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return {
    lines,
    info: at('info'),
    debug: at('debug'),
    warn: at('warn'),
    error: at('error'),
    async phase(title, work) {
      lines.push(`begin: ${title}`);
      try {
        return await work((step) => lines.push(`step: ${step}`));
      } finally {
        lines.push(`end: ${title}`);
      }
    },
  };
}
