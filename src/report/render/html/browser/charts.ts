/**
 * Draws the charts of the HTML report. A chart is drawn when it is about to be seen, and again when its
 * width changes; its colours are those of the style sheet, so it follows the theme by itself.
 */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { PageChart } from '../pageChart.ts';
import { barHeight, barOption } from './barOption.ts';
import { lineOption } from './lineOption.ts';
import { all } from './dom.ts';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const LINES_HEIGHT = 270;
/** How far below the screen charts are drawn beforehand, in pixels. */
const AHEAD = '400px';

const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) draw(target as HTMLElement);
    }
  },
  { rootMargin: AHEAD },
);
const waiting = new Set(all<HTMLElement>('.plot'));
for (const plot of waiting) seen.observe(plot);

// Paper has no edge to scroll to.
addEventListener('beforeprint', () => {
  for (const plot of waiting) if (plot.clientWidth > 0) draw(plot);
});

function draw(plot: HTMLElement): void {
  seen.unobserve(plot);
  if (!waiting.delete(plot)) return;
  // Ours: htmlChart.ts wrote it.
  const data = JSON.parse(plot.dataset['chart'] ?? '') as PageChart;
  plot.style.height = `${data.kind === 'bars' ? barHeight(data) : LINES_HEIGHT}px`;
  const chart = init(plot, null, { renderer: 'svg' });
  chart.setOption(data.kind === 'bars' ? barOption(data) : lineOption(data));
  new ResizeObserver(() => {
    if (plot.clientWidth > 0) chart.resize();
  }).observe(plot);
}
