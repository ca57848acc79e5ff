import { applyTransition } from '../account/apply-transition';
import type { TransitionData } from '../account/command-inputs';
import type { Status } from '../status/statuses';
import { defineCommand } from './command';
import { awaitedPaths, RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

interface ChangeStatusInput {
  to: Status;
  data?: TransitionData;
}

export const changeStatus = defineCommand<
  'changeStatus',
  ChangeStatusInput,
  { type: 'receive' } & ReceiveInput
>({
  type: 'changeStatus',
  givenBy: 'rep',
  givenByIn: { ACTIVE_OPPORTUNITY: 'fieldSales' },
  cell: true,
  reads: ({ data = {} }) => [...RULE_FIELDS, ...awaitedPaths(data)],
  needs: ({ data }) => ({ successorId: data?.onFile?.successorId ?? null }),
  counterpart: (account, { data }, events) => receivingHalf(account, events, data),
  decide: (draft, { to, data = {} }, context) => applyTransition(draft, to, data, context),
});
