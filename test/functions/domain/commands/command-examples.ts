import { debtsOf } from '../../../../functions/domain/account/standing';
import {
  type Command,
  type CommandType,
  definitionOf,
} from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import type { Status } from '../../../../functions/domain/status/statuses';
import { ENTRY_GUARDS, TRANSITIONS } from '../../../../functions/domain/status/transitions';
import { aContext, anAccount, anOpportunityInput, TODAY } from '../../../builders';
import {
  accepted,
  active,
  badFit,
  busyClient,
  client,
  cold,
  DATA,
  dataFor,
  dead,
  type Life,
  met,
  onFile,
  opportunitiesOf,
  ownedByFieldSales,
  quarterly,
  reviewed,
  unregistered,
  working,
} from '../account-lives';

/** A command that is accepted, on the life it is made on. */
export type Example = [life: Life, command: Command, by?: string];

const hq = anAccount({ id: 'hq', name: '株式会社本社' });

const proposedBadFit = accepted(quarterly(), {
  type: 'propose',
  to: 'BAD_FIT',
  data: DATA.FIT(quarterly().account, TODAY),
});

/** What the examples know beside their account. */
export const WORLD = { others: { hq }, links: { hq: { id: 'hq', name: hq.name, successorId: null } } };

/** With what it makes of another account. */
export const outcomeOf = ([life, command, by = 'is']: Example) => {
  const decision = decide(life.account, command, aContext({ by, ...WORLD, history: life.history }));
  if ('refusal' in decision) return decision;
  const { counterpart } = definitionOf<CommandType>(command);
  return { ...decision, counterpart: counterpart?.(life.account, command, decision.events) ?? null };
};

const LIVES: Readonly<Record<Status, () => Life>> = {
  COLD: cold,
  WORKING: met,
  ACTIVE_OPPORTUNITY: active,
  QUARTERLY_CHECK: quarterly,
  DEAD_OPPORTUNITY: dead,
  CURRENT_CLIENT: client,
  BAD_FIT: () => reviewed(badFit(met())),
  ON_FILE: () => onFile(met()),
};

const moves = (approval: boolean): Example[] =>
  TRANSITIONS.filter(({ guards }) => guards.includes('MANAGER') === approval).flatMap(
    ({ from, to, guards }) =>
      from.flatMap((status): Example[] => {
        if ((status === 'BAD_FIT' && to === 'COLD') || (status === 'ON_FILE' && to === 'QUARTERLY_CHECK'))
          return [];
        const life = status === 'WORKING' && to === 'COLD' ? working() : LIVES[status]();
        if (to === 'COLD' && life.account.everMet) return [];
        const filled = dataFor(guards, life.account, TODAY);
        const data = filled.ownerId === undefined ? filled : { ...filled, ownerId: 'is2' };
        return [[life, { type: approval ? 'propose' : 'changeStatus', to, data }, 'manager']];
      }),
  );

const imported = (status: Status): Life =>
  accepted(unregistered(), { type: 'import', row: { list: 'L', details: { name: '株式会社輸入' }, status } });

const call = { kind: 'call', date: TODAY, with: '総務部' } as const;
const [firstOpen = ''] = Object.keys(active().account.opportunities);
const closing = { opportunityId: firstOpen, outcome: 'lost', on: TODAY } as const;
const details = { name: '株式会社例' };

const needUnclear: typeof DATA.LOST = (account, today) => ({
  ...DATA.LOST(account, today),
  bant: { need: 'unclear' },
});

const reviews = (): Example[] => {
  const life = reviewed(badFit(met()));
  const judged = DATA.FIT(met().account, TODAY);
  const review = { type: 'reviewBadFit', note: '見直しました' } as const;
  return [
    [life, { ...review, to: 'BAD_FIT' }, 'manager'],
    [life, { ...review, to: 'BAD_FIT', data: { fit: { ...judged.fit, reason: 'SIZE' } } }, 'manager'],
    [life, { ...review, to: 'BAD_FIT', judgeId: 'fs' }, 'manager'],
    [life, { ...review, to: 'WORKING', data: dataFor(['OWNER', 'ACTION'], life.account, TODAY) }, 'manager'],
    [life, { ...review, to: 'ON_FILE', data: DATA.KEEP(life.account, TODAY) }, 'manager'],
    [badFit(met()), { ...review, to: 'BAD_FIT' }, 'manager'],
    [badFit(met()), { ...review, to: 'ON_FILE', data: DATA.KEEP(life.account, TODAY) }, 'manager'],
  ];
};

export const EXAMPLES: readonly Example[] = [
  ...moves(false),
  ...moves(true),
  [unregistered(), { type: 'register', details, status: 'COLD' }],
  [
    unregistered(),
    {
      type: 'register',
      details,
      status: 'WORKING',
      data: dataFor(['OWNER', 'ACTION'], cold().account, TODAY),
    },
  ],
  [
    unregistered(),
    {
      type: 'register',
      details,
      status: 'CURRENT_CLIENT',
      data: dataFor(['EVIDENCE'], cold().account, TODAY),
    },
  ],
  [cold(), { type: 'putOnFile', onFile: { reason: 'LEGAL_HOLD' } }],
  [client(), { type: 'putOnFile', onFile: { reason: 'ACQUIRED', successorId: 'hq', products: 'successor' } }],
  [
    reviewed(badFit(met())),
    { type: 'restore', to: 'WORKING', data: dataFor(['OWNER', 'ACTION'], met().account, TODAY) },
    'manager',
  ],
  ...reviews(),
  [working(), { type: 'logActivity', activity: call }],
  [cold(), { type: 'logActivity', activity: { ...call, kind: 'meeting' } }],
  ...(['stillWaiting', 'noAnswer'] as const).map(
    (result): Example => [quarterly(), { type: 'recordCheck', result, activity: call }],
  ),
  ...(
    [
      ['becameDeal', DATA.OPPORTUNITY],
      ['needGone', needUnclear],
      ['badFit', DATA.FIT],
    ] as const
  ).map(
    ([result, data]): Example => [
      quarterly(),
      { type: 'recordCheck', result, activity: call, data: data(quarterly().account, TODAY) },
    ],
  ),
  [quarterly(), { type: 'setNextCheck', date: '2026-10-01' }],
  [dead(), { type: 'setRevisit', date: '2026-12-01' }],
  [
    proposedBadFit,
    { type: 'approve', proposalId: proposedBadFit.account.proposal?.id ?? '', note: '確認' },
    'manager',
  ],
  [quarterly(), { type: 'setAwaited', awaitedCondition: '来期' }],
  ...[cold(), met(), quarterly(), dead(), active(), client()].map(
    (life): Example => [
      life,
      {
        type: 'addOpportunity',
        opportunity: anOpportunityInput({ since: TODAY }),
        data: life.account.ownerId === null ? { ownerId: 'is' } : {},
      },
    ],
  ),
  [
    active(),
    { type: 'editOpportunity', opportunityId: firstOpen, probability: 30, amount: 1, department: '総務部' },
    'fs',
  ],
  [
    busyClient(),
    {
      type: 'closeOpportunity',
      closing: { ...closing, opportunityId: Object.keys(busyClient().account.opportunities)[0] ?? '' },
    },
    'fs',
  ],
  [
    active(),
    { type: 'closeOpportunity', closing, decision: { to: 'WORKING', data: { reason: 'FS が差し戻し' } } },
    'fs',
  ],
  [working(), { type: 'saveContact', contact: { name: '鈴木' } }],
  [
    quarterly(),
    { type: 'eraseContact', contactId: Object.keys(quarterly().account.contacts)[0] ?? '' },
    'manager',
  ],
  [
    quarterly(),
    { type: 'moveContact', contactId: Object.keys(quarterly().account.contacts)[0] ?? '', toId: 'hq' },
  ],
  [client(), { type: 'saveProduct', product: { product: 'Desk', state: 'prospect' } }],
  [
    working(),
    { type: 'saveProduct', product: { product: 'Desk', state: 'live', since: TODAY, reference: 'PO' } },
  ],
  [working(), { type: 'setBant', bant: { budget: 'yes' } }],
  [working(), { type: 'editDetails', details: { kana: 'カナ' } }],
  [quarterly(), { type: 'quickEntry', text: '確認 継続 来期の予算' }],
  [working(), { type: 'addFormerName', name: '株式会社旧' }],
  [working(), { type: 'handOver', toId: 'is2', note: '担当替え' }],
  [
    accepted(working(), { type: 'handOver', toId: 'is2', note: '担当替え', promises: '4月に訪問' }),
    { type: 'keepPromises' },
  ],
  [working(), { type: 'handOverInsideSales', toId: 'is2', note: '担当替え' }],
  [ownedByFieldSales(), { type: 'handOver', toId: 'fs2', note: '担当替え', withOpportunities: true }, 'fs'],
  [
    active(),
    {
      type: 'handOverOpportunity',
      opportunityId: opportunitiesOf(active())[0] ?? '',
      toId: 'fs2',
      note: '担当替え',
    },
    'fs',
  ],
  [working(), { type: 'markNotDuplicate', otherId: 'hq' }],
  ...(
    [
      'WORKING',
      'QUARTERLY_CHECK',
      'DEAD_OPPORTUNITY',
      'CURRENT_CLIENT',
      'ACTIVE_OPPORTUNITY',
      'BAD_FIT',
      'ON_FILE',
    ] as const
  ).map((status): Example => {
    const life = imported(status);
    const { nextCheckDate: _, ...data } = dataFor(ENTRY_GUARDS[status], life.account, TODAY);
    const debts = debtsOf(life.account);
    const { ownerId, ...others } = data;
    return [
      life,
      {
        type: 'fillIn',
        data: debts.includes('OWNER') && ownerId !== undefined ? { ...others, ownerId } : others,
      },
    ];
  }),
];
