/**
 * What the HTML report does beyond being read. It makes its own controls work, so that there is none
 * which does nothing where scripts do not run. It knows the page only by the classes and ids that
 * `html*.ts` write, and writes text only as text.
 */
import { copying } from './copying.ts';
import { filtering } from './filtering.ts';
import { folding } from './folding.ts';
import { sorting } from './sorting.ts';
import { theming } from './theming.ts';

const folds = folding();
sorting();
filtering(folds);
copying();
theming();
