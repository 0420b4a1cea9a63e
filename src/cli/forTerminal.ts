import { coloursFor } from '../platform/log/colours.ts';
import type { Report } from '../report/model.ts';
import { renderTerminal } from '../report/render/terminal/terminal.ts';

/** A report as this terminal can show it; 100 characters wide where stdout is none. */
export const forTerminal = (report: Report, more = 'in report.md'): string =>
  renderTerminal(report, {
    more,
    colours: coloursFor(process.stdout),
    columns: process.stdout.columns || 100,
  });
