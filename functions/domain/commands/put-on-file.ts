import { applyTransition } from '../account/apply-transition';
import type { TransitionData } from '../account/command-inputs';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

interface PutOnFileInput {
  onFile: NonNullable<TransitionData['onFile']>;
  data?: Omit<TransitionData, 'onFile'>;
}

export const putOnFile = defineCommand<'putOnFile', PutOnFileInput, { type: 'receive' } & ReceiveInput>({
  type: 'putOnFile',
  givenBy: 'rep',
  givenByIn: { ACTIVE_OPPORTUNITY: 'fieldSales' },
  reads: () => RULE_FIELDS,
  needs: ({ onFile }) => ({ successorId: onFile.successorId ?? null }),
  counterpart: (account, { data }, events) => receivingHalf(account, events, data),
  decide: (draft, { onFile, data }, context) =>
    applyTransition(draft, 'ON_FILE', { ...data, onFile }, context),
});
