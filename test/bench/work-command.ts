/** The call that moves accounts from COLD to WORKING, as the sheet sends it. */

import type { CommandRequest } from '../../functions/contract/commands';
import type { CallInput } from '../../functions/contract/contract';
import type { LoadCall } from './load';
import { REP_ID } from './team';

const toWorking = (accountId: string): CommandRequest => ({
  requestId: `bench-${accountId}`,
  accountId,
  expectedVersion: 1,
  command: {
    type: 'changeStatus',
    to: 'WORKING',
    data: {
      ownerId: REP_ID,
      action: { kind: 'call', date: '2026-04-01', with: '総務部 佐藤様', twoWay: true },
    },
  },
});

export const workCall = (authorization: string, accountIds: readonly string[]): LoadCall => {
  const body: CallInput<'commands', 'POST'>['body'] = {
    channel: 'cell',
    commands: accountIds.map(toWorking),
  };
  return {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
};
