import { markup, type Markup } from '../../../text/escapeHtml.ts';
import { flamesSvg } from '../svg/flamesSvg.ts';
import type { Flames } from '../../model.ts';

/** A flame graph as a drawing that needs no script. The values are in tables beside it. */
export const htmlFlames = (
  flames: Flames,
  id: string,
): Markup => markup`<figure class="chart flames">
<figcaption id="${id}">${flames.title}</figcaption>
<div class="stage" role="region" tabindex="0" aria-labelledby="${id}">
${flamesSvg(flames)}
</div>
</figure>`;
