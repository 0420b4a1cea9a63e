import { all, button } from './dom.ts';

const SHOWN_MS = 1500;

/** Blocks of lines get a button that copies what is shown. */
export function copying(): void {
  // Only where the browser has a clipboard for us: not on every page that came by plain HTTP.
  if (!('clipboard' in navigator)) return;
  for (const lines of all<HTMLElement>('.lines')) {
    const control = button('Copy');
    control.className = 'copy';
    control.addEventListener('click', () => void copy(lines, control));
    lines.append(control);
  }
}

async function copy(lines: HTMLElement, control: HTMLButtonElement): Promise<void> {
  const text = lines.querySelector('pre')?.textContent ?? '';
  control.textContent = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not allowed',
  );
  setTimeout(() => {
    control.textContent = 'Copy';
  }, SHOWN_MS);
}
