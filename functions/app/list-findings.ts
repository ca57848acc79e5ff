/** By account what the latest lists say of the end of companies: that they are closed, or that their list has them no more. */
import type { ListFinding } from '../domain/register/findings';
import type { Database } from '../store/firestore';
import { readBatchesToCheck } from '../store/import-batches';

export const readListFindings = async (
  db: Database,
): Promise<ReadonlyMap<string, readonly ListFinding[]>> => {
  const findings = new Map<string, ListFinding[]>();
  const add = (accountId: string, finding: ListFinding): void => {
    findings.set(accountId, [...(findings.get(accountId) ?? []), finding]);
  };
  for (const { list, closed, changes } of await readBatchesToCheck(db)) {
    for (const { accountId, closure, version } of closed)
      add(accountId, { finding: { kind: 'closed', list, closure }, version });
    for (const { accountId, version } of changes?.gone ?? [])
      if (version !== null) add(accountId, { finding: { kind: 'dropOut', list }, version });
  }
  return findings;
};
