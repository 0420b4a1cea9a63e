import type { Bars, Chart, Series } from '../../model.ts';

/** What the script of the page gets to know of a chart, as JSON. */
export type PageChart = PageLines | PageBars;

export interface PageLines extends Pick<Chart, 'unit' | 'x'> {
  readonly kind: 'lines';
  readonly series: readonly (Pick<Series, 'name' | 'values'> & {
    readonly formula?: NonNullable<Series['formula']>['points'];
  })[];
}

export interface PageBars extends Pick<Bars, 'unit' | 'rows'> {
  readonly kind: 'bars';
}

/** Colours of lines that the style sheet has; later lines begin anew, with other shapes of their points. */
export const LINE_COLOURS = 6;

/** Shapes of a line's points: lines are told apart without their colours, too. */
export const LINE_SHAPES = ['circle', 'square', 'triangle'] as const;
