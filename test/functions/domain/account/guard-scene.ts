/** What the tests of the guards share: linked accounts, data with one datum replaced, and the command that brings it. */
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { MATRIX } from '../../../../functions/domain/status/matrix';
import type { Status } from '../../../../functions/domain/status/statuses';
import type { Life } from '../account-lives';

export const TOMORROW = '2026-07-02';
/** The newest first: hq → branch → this account. */
export const LINKS = {
  hq: { id: 'hq', name: '株式会社本社', successorId: null },
  branch: { id: 'branch', name: '支社', successorId: 'hq' },
  own: { id: 'own', name: '旧社名', successorId: 'acc-1' },
  orphan: { id: 'orphan', name: '行方不明', successorId: 'gone' },
};

/** The data with one datum replaced; undefined takes it away. */
export const having = (data: TransitionData, path: string, value: unknown): TransitionData => {
  const copy = structuredClone(data) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let part = copy;
  for (const key of keys) {
    part[key] ??= {};
    part = part[key] as Record<string, unknown>;
  }
  if (value === undefined) delete part[last];
  else part[last] = value;
  return copy as TransitionData;
};

/** The command that asks for the transition: a proposal where a manager has to approve it. */
export const request = (life: Life, to: Status, data: TransitionData): Command => ({
  type: MATRIX[life.account.standing.status][to] === 'M' ? 'propose' : 'changeStatus',
  to,
  data,
});
