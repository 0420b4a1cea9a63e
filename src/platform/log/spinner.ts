const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const INTERVAL = 100;
const CLEAR_LINE = '\r\u001B[2K';

/** One line at the bottom of a terminal that says what is going on, redrawn while it is. */
export interface Spinner {
  /** Puts whole lines above the spinner's line. */
  print(text: string): void;
  start(label: () => string): void;
  stop(): void;
}

export function createSpinner(stream: NodeJS.WriteStream): Spinner {
  let timer: NodeJS.Timeout | undefined;
  let frame = 0;
  let label = (): string => '';
  const draw = (): void => {
    // A longer line would wrap, and a wrapped line cannot be cleared.
    const line = `${FRAMES[frame++ % FRAMES.length]} ${label()}`.slice(
      0,
      (stream.columns || 80) - 1,
    );
    stream.write(CLEAR_LINE + line);
  };
  return {
    print(text) {
      stream.write(timer === undefined ? text : CLEAR_LINE + text);
      if (timer !== undefined) draw();
    },
    start(newLabel) {
      label = newLabel;
      timer ??= setInterval(draw, INTERVAL).unref();
    },
    stop() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      stream.write(CLEAR_LINE);
    },
  };
}
