import type { Report } from './sections.ts';
export function renderHtml(report: Report): string { return `<!doctype html><title>${report.title}</title>`; }
