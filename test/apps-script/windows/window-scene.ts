/** For tests of the windows' updates: accounts as the script gives them, and what an update asks to have done. */

import type { AccountView } from '../../../apps-script/script-api';
import type { Effect } from '../../../apps-script/windows/kit/step';
import type { Viewer } from '../../../apps-script/windows/messages/viewer';
import type { CommandResult } from '../../../functions/contract/commands';
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { Account } from '../../../functions/domain/account/account';
import { toRecord } from '../../../functions/domain/account/account-record';
import { approvalFacts } from '../../../functions/domain/account/approval-facts';
import { moveOutlook } from '../../../functions/domain/account/move-outlook';
import { offeredTransitions } from '../../../functions/domain/account/offered-transitions';
import { refuse } from '../../../functions/domain/account/refusals';
import type { CommandRefusal } from '../../../functions/domain/commands/command-refusal';
import { mergePreview } from '../../../functions/domain/commands/merge-preview';
import type { MergePreview } from '../../../functions/domain/commands/merge-terms';
import type { SimilarAccount } from '../../../functions/domain/company/duplicates';
import { registerRow } from '../../../functions/domain/register/row';
import { aContext, anAccount, MEMBERS, TODAY, theMember } from '../../builders';

export const aViewer = (over: Partial<Viewer> = {}): Viewer => ({
  language: 'ja',
  channel: 'menu',
  today: TODAY,
  members: MEMBERS,
  you: theMember('is'),
  ...over,
});

export const anAccountView = (account: Account = anAccount(), by = 'is'): AccountView => ({
  account: toRecord(account),
  history: [],
  offers: offeredTransitions(account, aContext({ by })),
  outlook: moveOutlook(account, aContext({ by })),
  approval: approvalFacts(account, aContext({ by })),
  group: { parent: null, children: [] },
  problems: [],
  members: MEMBERS,
  you: theMember(by),
  today: TODAY,
  zone: 'Asia/Tokyo',
});

type Acceptance = Exclude<CommandResult, { refusal: unknown }>;

export const anAcceptance = (account: Account, over: Partial<Acceptance> = {}): CommandResult => ({
  requestId: 'r-1',
  status: 200,
  replayed: false,
  row: registerRow(account),
  ...over,
});

export const aRefusal = (
  refusal: CommandRefusal = refuse('NEED_AGREED', { facts: { suggested: 'QUARTERLY_CHECK' } }),
): CommandResult => ({
  requestId: 'r-1',
  status: 422,
  refusal,
  words: { ja: 'だめです', en: 'No' },
  row: null,
});

/** What a window calls to look a company up. */
export const lookupOf = (q: string) => ['lookup', 'POST', { body: { q } }];

/** Nothing is found, unless `over` says so. */
export const aLookupAnswer = (over: Partial<LookupAnswer> = {}): LookupAnswer => ({
  verdict: {
    kind: 'new',
    sure: null,
    accountId: null,
    products: [],
    ownerId: null,
    ownerName: null,
    lastContact: null,
    lastContactWith: null,
    awaitedCondition: null,
    parent: null,
    path: [],
    text: { ja: '新規', en: 'new' },
  },
  asked: { as: 'name', value: '物語', note: null },
  hits: [],
  more: false,
  count: 0,
  problems: [],
  ...over,
});

/** What would become of two accounts, as the functions answer it to a manager. */
export const aMergePreview = (gone: Account, stays: Account): MergePreview => {
  const preview = mergePreview(
    gone,
    { intoId: stays.id, reason: 'DUPLICATE' },
    aContext({
      by: 'manager',
      others: { [gone.id]: gone, [stays.id]: stays },
      links: { [stays.id]: { id: stays.id, name: stays.name, successorId: null } },
    }),
  );
  if (!('proposed' in preview)) throw new Error(preview.code);
  return preview;
};

export const aSimilarAccount = (id: string): SimilarAccount => ({
  id,
  name: '株式会社似る',
  status: 'COLD',
  ownerName: null,
  successorId: null,
  why: ['name', 'phone'],
});

export const offline = { error: { code: 'OFFLINE', message: { ja: '通信', en: 'offline' } } };

type EffectOf<Message, Kind extends Effect<Message>['kind']> = Extract<Effect<Message>, { kind: Kind }>;

/** The one effect of that kind. */
export const effectOf = <Message, Kind extends Effect<Message>['kind']>(
  effects: readonly Effect<Message>[],
  kind: Kind,
): EffectOf<Message, Kind> => {
  const found = effects.filter((effect): effect is EffectOf<Message, Kind> => effect.kind === kind);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${found.length} effects of kind ${kind}, not one`);
  return found[0];
};
