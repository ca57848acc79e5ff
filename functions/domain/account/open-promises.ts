/** What was promised to the customer when the account was handed over, until somebody says that it is kept. */
import type { Account } from './account';

export const openPromises = ({ handOver }: Pick<Account, 'handOver'>): string | null =>
  handOver === null || handOver.promisesKeptOn !== undefined || (handOver.promises ?? '').trim() === ''
    ? null
    : handOver.promises;
