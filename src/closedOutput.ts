/** Who reads what is printed may have seen enough (`| head`): no reason to leave the work half done, or to print a stack. */
export function ignoreClosedOutput(): void {
  for (const output of [process.stdout, process.stderr])
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
