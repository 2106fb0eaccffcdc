/** Tells a waiting person what a long step is doing. */
export interface Progress {
  /**
   * Shows the step under way. On a terminal `step` and `detail` replace the line before; elsewhere a step is printed
   * once, as a plain line, and its details are left out.
   */
  update(step: string, detail?: string): void;
  /** Ends the step under way; `result`, if given, stays as a line of its own. */
  done(result?: string): void;
}

type Output = Pick<NodeJS.WriteStream, 'write'> & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>;

const clearLine = '\r\u001b[2K';

/** Progress that is written to `output`, usually standard error. */
export function createProgress(output: Output): Progress {
  let current: string | undefined;
  return {
    update(step, detail = '') {
      if (output.isTTY) {
        const line = detail === '' ? step : `${step} ${detail}`;
        // A line that wraps could not be cleared again. Some terminals have no size, that is 0.
        output.write(clearLine + line.slice(0, (output.columns || 80) - 1));
      } else if (step !== current) {
        output.write(`${step}\n`);
      }
      current = step;
    },
    done(result) {
      if (output.isTTY && current !== undefined) output.write(clearLine);
      if (result !== undefined) output.write(`${result}\n`);
      current = undefined;
    },
  };
}
