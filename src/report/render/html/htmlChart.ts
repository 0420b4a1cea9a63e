import { markup, type Markup } from '../../../text/escapeHtml.ts';
import { htmlTable } from './htmlTable.ts';
import { LINE_COLOURS, LINE_SHAPES, type PageChart } from './pageChart.ts';
import { plainLine } from '../../../text/plain.ts';
import { figures, level, table, type Bars, type Chart, type Table } from '../../model.ts';

/**
 * A chart: a place that the page's script draws it in, what its lines or bars mean, and every value in a
 * table, for who does not see it and for where no script runs. `id` is of this chart only.
 */
export function htmlChart(chart: Chart | Bars, id: string): Markup {
  const data = JSON.stringify(chart.kind === 'chart' ? linesOf(chart) : barsOf(chart));
  const values = chart.kind === 'chart' ? lineTable(chart) : barTable(chart);
  return markup`<figure class="chart">
<figcaption id="${id}">${chart.title}</figcaption>
<div class="plot" role="img" aria-labelledby="${id}" aria-describedby="${id}-key" data-chart="${data}"></div>
<div id="${id}-key">${chart.kind === 'chart' ? lineKey(chart) : barKey(chart)}</div>
<details class="values"><summary>Values</summary>
${htmlTable(values, id)}
</details>
</figure>`;
}

const linesOf = ({ unit, x, series }: Chart): PageChart => ({
  kind: 'lines',
  unit,
  x: { ...x, title: plainLine(x.title) },
  series: series.map(({ name, values, formula }) => ({
    name: plainLine(name),
    values,
    ...(formula && { formula: formula.points }),
  })),
});

const barsOf = ({ unit, rows }: Bars): PageChart => ({
  kind: 'bars',
  unit,
  rows: rows.map((row) => ({ ...row, name: plainLine(row.name) })),
});

/** Which line is which, and what is drawn of it. */
function lineKey({ series }: Chart): Markup {
  const items = series.map(({ name, formula }, k) => {
    const look = `line${(k % LINE_COLOURS) + 1} ${LINE_SHAPES[k % LINE_SHAPES.length] ?? ''}`;
    const of = formula ? markup` = <code>${formula.text}</code>` : '';
    return markup`<li><span class="point ${look}" aria-hidden="true"></span> <code>${name}</code>${of}</li>`;
  });
  const drawn = series.some(({ formula }) => formula)
    ? markup`<p class="hint">Points: measured. Dashed lines: the formula.</p>`
    : '';
  return markup`<ul class="legend">${items}</ul>${drawn}`;
}

function barKey({ rows }: Bars): Markup {
  const known = rows.some(({ before }) => before !== null);
  const items = [
    markup`<span class="point square line1" aria-hidden="true"></span> now`,
    ...(known ? [markup`<span class="point stroke" aria-hidden="true"></span> baseline`] : []),
    ...(rows.some(({ band }) => band)
      ? [markup`<span class="point band" aria-hidden="true"></span> the band it moves in by itself`]
      : []),
  ];
  return markup`<ul class="legend">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}

function lineTable({ series, x, unit }: Chart): Table {
  const formulas = series.some(({ formula }) => formula);
  return table(
    [x.title, ...x.values.map((size) => figures(String(size))), ...(formulas ? ['Formula'] : [])],
    series.map(({ name, values, formula }) => [
      name,
      ...values.map((value) => level(value, unit)),
      ...(formulas ? [formula?.text ?? ''] : []),
    ]),
  );
}

function barTable({ rows, unit }: Bars): Table {
  return table(
    ['', ...['Baseline', 'From', 'To', 'Now'].map(figures)],
    rows.map(({ name, before, band, after }) => [
      name,
      level(before, unit),
      level(band?.low ?? null, unit),
      level(band?.high ?? null, unit),
      level(after, unit),
    ]),
  );
}
