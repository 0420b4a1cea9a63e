import { markup, type Markup } from '../../../text/escapeHtml.ts';
import { areasSvg } from '../svg/areasSvg.ts';
import type { Areas } from '../../model.ts';

/** Areas as a drawing that needs no script. The values are in tables beside it. */
export const htmlAreas = (areas: Areas, id: string): Markup => markup`<figure class="chart">
<figcaption id="${id}">${areas.title}</figcaption>
<div class="stage" role="region" tabindex="0" aria-labelledby="${id}">
${areasSvg(areas)}
</div>
</figure>`;
