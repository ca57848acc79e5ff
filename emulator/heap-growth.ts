/** How much memory the suite takes beside what it needs. */
import { setFlagsFromString } from 'node:v8';

/** An option of V8, which takes no notice of one that it does not have. */
export const HEAP_GROWTH_OPTION = '--heap-growing-percent';

/**
 * V8 lets the heap grow to four times of what is in use before it clears it, on a machine with memory to spare: the suite holds a
 * whole database and its spreadsheets, and shares the machine with an editor and a browser. Half as much again costs no time
 * that could be measured.
 */
export const keepHeapSmall = (): void => setFlagsFromString(`${HEAP_GROWTH_OPTION}=50`);
