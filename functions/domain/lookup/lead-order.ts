/** The order in which the leads that the register knows are shown. */
import type { Status } from '../status/statuses';

interface OrderedLead {
  line: number;
  status: Status;
  met: boolean;
  /** Accounts that fit; with more than one it is not sure which. */
  fitting: number;
}

const rankOf = ({ status, met, fitting }: OrderedLead): number => {
  if (fitting > 1) return 3;
  if (status === 'CURRENT_CLIENT') return 0;
  return met ? 1 : 2;
};

/** Clients first, then whom we have met, then the other known ones, then the unsure ones; each in the order of the list. */
export const inLeadOrder = <Lead extends OrderedLead>(leads: readonly Lead[]): Lead[] =>
  [...leads].sort((a, b) => rankOf(a) - rankOf(b) || a.line - b.line);
