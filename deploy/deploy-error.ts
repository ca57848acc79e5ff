/** What stops a deployment and the operator can do something about: the message says at what, why, and what to do. */
export class DeployError extends Error {}
