import type { Unit } from '../../../../model/metric.ts';
import { scaleOf } from '../../chartScale.ts';
import { formatValue } from '../../../../text/format.ts';

/** Colours by the names that the style sheet has for them. */
export const colour = (name: string): string => `var(--${name})`;

/** One that the drawing library can measure, close to the one of the page. */
const FONT = 'system-ui, sans-serif';

export const TEXT = { color: colour('faint'), fontFamily: FONT, fontSize: 12 } as const;

export const GRID_LINE = { lineStyle: { color: colour('line') } } as const;

/** Room for the words of the axes is made by the library. */
export const AROUND = { outerBoundsMode: 'same', outerBoundsContain: 'all' } as const;

/** Of every chart. The ground is the page's own. */
export const COMMON = { animation: false, backgroundColor: 'none', darkMode: false } as const;

/** An axis with the lines of {@link scaleOf}. */
export function valueAxis(values: readonly number[], unit: Unit) {
  const { least, most, ticks } = scaleOf(values, unit);
  return {
    type: 'value',
    min: least,
    max: most,
    interval: (ticks[1] ?? most) - (ticks[0] ?? least),
    axisLabel: {
      ...TEXT,
      formatter: (value: number) => formatValue(value, unit),
      hideOverlap: true,
    },
    splitLine: GRID_LINE,
  } as const;
}

/** Beside the pointer; drawn as text, never parsed as HTML. */
export const TOOLTIP = {
  trigger: 'axis',
  renderMode: 'richText',
  confine: true,
  backgroundColor: colour('card'),
  borderColor: colour('faint'),
  borderWidth: 1,
  textStyle: { color: colour('ink'), fontFamily: FONT, fontSize: 12 },
  shadowBlur: 0,
} as const;

/** What gives a text a style there. */
export const plainText = (text: string): string => text.replace(/[{}|]/g, ' ');
