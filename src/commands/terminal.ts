import pc from 'picocolors';
import { stdoutWantsColour } from '../platform/colours.ts';
import type { Report } from '../report/sections.ts';
import { renderTerminal } from '../report/terminal.ts';

/** A report as this terminal can show it; 100 characters wide where stdout is none. */
export function forTerminal(report: Report): string {
  const colours = pc.createColors(stdoutWantsColour());
  return renderTerminal(report, { colours, columns: process.stdout.columns || 100 });
}
