import { element } from './dom.ts';

/** Colours as the system has them, or as the reader chooses. */
export function theming(): void {
  const choice = element('theme', HTMLSelectElement);
  const apply = (): void => {
    const { value } = choice;
    if (value === '') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = value;
  };
  choice.addEventListener('change', apply);
  // A browser may have kept the choice when the page is loaded again.
  apply();
  element('tools', HTMLElement).hidden = false;
}
