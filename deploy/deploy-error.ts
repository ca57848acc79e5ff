/** A failure that the operator can solve; its message says what failed, why, and what to do. */
export class DeployError extends Error {}
