import { append } from '../account/draft';
import { openPromises } from '../account/open-promises';
import { refuse } from '../account/refusals';
import { defineCommand } from './command';

/** Says that what was promised to the customer with a hand-over is done; until then the owner is reminded of it. */
export const keepPromises = defineCommand<'keepPromises', { note?: string }>({
  type: 'keepPromises',
  givenBy: 'rep',
  reads: () => ['handOver'],
  decide: (draft, { note }, { today }) => {
    const { account } = draft;
    const { handOver } = account;
    if (handOver === null || (handOver.promises ?? '').trim() === '') return refuse('PROMISES_NONE');
    if (openPromises(account) === null) return draft;
    return append(
      draft,
      'promisesKept',
      { ...account, handOver: { ...handOver, promisesKeptOn: today } },
      { reason: note ?? null },
    );
  },
});
