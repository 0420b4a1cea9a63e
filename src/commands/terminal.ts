import { coloursFor } from '../platform/colours.ts';
import type { Report } from '../report/sections.ts';
import { renderTerminal } from '../report/terminal.ts';

/** A report as this terminal can show it; 100 characters wide where stdout is none. */
export const forTerminal = (report: Report, more = 'in report.md'): string =>
  renderTerminal(report, {
    more,
    colours: coloursFor(process.stdout),
    columns: process.stdout.columns || 100,
  });
