/** What a look-up says of a company. */
import type { Member, Settings } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import type { Text } from '../text/text';
import type { Certainty } from './rank';

/**
 * `client`: a customer now. `former`: one before. `known`: in the register. `similar`: nothing sure, and similar companies are listed.
 * `new`: not in the register.
 */
export type VerdictKind = 'client' | 'former' | 'known' | 'similar' | 'new';

export type KnownKind = Exclude<VerdictKind, 'similar' | 'new'>;

export interface LookupVerdict {
  kind: VerdictKind;
  /** How sure it is that the company is meant; null where none is meant for sure. */
  sure: Certainty | null;
  /** The account that stands for the company now; null where none is meant for sure. */
  accountId: string | null;
  /** In use for a client, ended for a former one. */
  products: readonly {
    product: string;
    since: CalendarDate | null;
    endsOn: CalendarDate | null;
    source: string | null;
  }[];
  ownerId: string | null;
  ownerName: string | null;
  lastContact: CalendarDate | null;
  lastContactWith: string | null;
  awaitedCondition: string | null;
  parent: { id: string; name: string; status: Status } | null;
  /** From the company that was found to the one that stands for it now, names in order; empty where it stands for itself. */
  path: readonly { id: string; name: string }[];
  text: Text;
}

export interface VerdictContext {
  today: CalendarDate;
  members: Readonly<Record<string, Member>>;
  settings: Settings;
  /** How many companies have the name, where that is known to be more than were read. */
  sharing: number | null;
}
