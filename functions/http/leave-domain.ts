import type { Domain } from 'node:domain';

/**
 * The framework runs each call in a `node:domain`, to catch what the call does not. An endpoint catches all of its own; in
 * the domain, each of its promises would cost several times as much, and a connection to Firestore would belong to the
 * call that opened it for as long as it stays open.
 */
export function leaveDomain(): void {
  // Node sets it where the module is in use; its types do not have it.
  const { domain } = process as { domain?: Domain | null };
  domain?.exit();
}
