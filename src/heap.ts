/** How much memory the process takes beyond what it needs. */
import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 collect garbage when the heap is a third larger than what was left of it, not several times as large: an
 * answer is garbage as soon as it is sent, and the processor's caches hold a small heap better.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
