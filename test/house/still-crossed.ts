/** What the borders do not hold yet. */

/** Imports against a border that are still there. They are to be cut: nothing is added, and what is cut is deleted. */
export const STILL_CROSSED: readonly string[] = [];

/** Circles that are still there, as for STILL_CROSSED. */
export const STILL_CIRCLES: readonly string[] = [];
