/** Commands about the status of an account: what it is, what it waits for, who agrees. */
import { dataFor, withFields } from './data';
import { plainWorkday } from './dates';
import type { Json } from './json';
import type { Maker, Scene } from './maker';
import { isManager, STATUSES } from './people';

const direct = ({ offers }: Scene): Json[] => offers.filter(({ approval }) => !approval);
const reviewed = ({ offers }: Scene): Json[] => offers.filter(({ approval }) => approval);
const isShut = ({ account: { status } }: Scene): boolean => status === 'BAD_FIT' || status === 'ON_FILE';
const offerTo = ({ offers }: Scene, to: string): Json | undefined => offers.find((offer) => offer.to === to);

/** Statuses that are hard to reach, or soon left again, come up more often. */
const WEIGHTS: Readonly<Record<string, number>> = {
  QUARTERLY_CHECK: 9,
  DEAD_OPPORTUNITY: 6,
  ACTIVE_OPPORTUNITY: 4,
  CURRENT_CLIENT: 3,
  WORKING: 2,
  ON_FILE: 0.3,
};

const chosen = ({ world: { random } }: Scene, offers: readonly Json[]): Json | undefined =>
  offers.length === 0
    ? undefined
    : random.weighted(offers.map((offer) => [offer, WEIGHTS[offer.to] ?? 1] as const));

const changeStatus: Maker = {
  fits: (scene) => direct(scene).length > 0,
  make: (scene) => {
    const { world, account } = scene;
    const offer = chosen(scene, direct(scene));
    if (offer === undefined || world.random.chance(0.06))
      return {
        type: 'changeStatus',
        to: world.random.one(STATUSES),
        ...(world.random.chance(0.5) ? { data: {} } : {}),
      };
    const data = dataFor(world, account, offer);
    const coordinated = world.random.chance(0.4) ? { coordinatedWith: '関係者と調整済み' } : {};
    return { type: 'changeStatus', to: offer.to, data: { ...data, ...coordinated } };
  },
};

const putOnFile: Maker = {
  fits: (scene) => offerTo(scene, 'ON_FILE') !== undefined,
  make: ({ world, account }) => {
    const { random } = world;
    const open =
      account.openOpportunities ??
      Object.values(account.opportunities).some((one: Json) => one.state === 'open');
    const { onFile, ...data } = withFields(
      world,
      {},
      account,
      [
        'onFile.reason',
        ...(random.chance(0.6) ? ['onFile.successorId', 'onFile.products'] : []),
        ...(random.chance(0.5) ? ['coordinatedWith'] : []),
      ],
      'ON_FILE',
    );
    const carried =
      open && onFile.successorId !== undefined && random.chance(0.8) ? { opportunities: 'successor' } : {};
    return {
      type: 'putOnFile',
      onFile: { ...onFile, ...carried },
      ...(Object.keys(data).length > 0 ? { data } : {}),
    };
  },
};

const proposal =
  (type: 'propose' | 'restore'): Maker['make'] =>
  (scene) => {
    const { world, account } = scene;
    const offer = world.random.maybeOne(reviewed(scene));
    const note = world.random.chance(0.7) ? { note: 'ご確認をお願いします' } : {};
    if (offer === undefined) return { type, to: world.random.one(['BAD_FIT', 'WORKING', 'COLD']), ...note };
    return { type, to: offer.to, data: dataFor(world, account, offer), ...note };
  };

const propose: Maker = {
  fits: (scene) => reviewed(scene).length > 0 && scene.account.proposal === null && !isShut(scene),
  nearly: (scene) => reviewed(scene).length > 0 || scene.account.proposal !== null,
  make: proposal('propose'),
};

const restore: Maker = {
  fits: (scene) => reviewed(scene).length > 0 && scene.account.proposal === null && isShut(scene),
  nearly: (scene) => isShut(scene) || scene.account.proposal !== null,
  make: proposal('restore'),
};

const answer = (type: 'approve' | 'reject', note: string): Maker => ({
  fits: ({ account: { proposal: waiting }, actor }) =>
    waiting !== null && isManager(actor) && waiting.by !== actor.id,
  nearly: ({ account: { proposal: waiting }, actor }) => waiting !== null && waiting.by === actor.id,
  make: ({ account, world: { random } }) => ({
    type,
    proposalId: account.proposal?.id ?? 'r000001',
    note: random.chance(0.05) ? ' ' : note,
  }),
});

const CHECKS = ['stillWaiting', 'stillWaiting', 'noAnswer', 'becameDeal', 'needGone', 'badFit'];
const GOALS: Readonly<Record<string, string>> = {
  becameDeal: 'ACTIVE_OPPORTUNITY',
  needGone: 'DEAD_OPPORTUNITY',
  badFit: 'BAD_FIT',
};

const recordCheck: Maker = {
  fits: ({ account }) => account.status === 'QUARTERLY_CHECK',
  make: (scene) => {
    const { world, account } = scene;
    const { random, today } = world;
    const result = random.one(CHECKS);
    const activity = {
      kind:
        result === 'noAnswer'
          ? random.one(['call', 'mail'])
          : random.one(['call', 'mail', 'visit', 'meeting']),
      date: today,
      with: random.one(['山田部長', '総務部']),
    };
    const offer = offerTo(scene, GOALS[result] ?? '');
    const data =
      offer !== undefined
        ? dataFor(world, account, offer)
        : result === 'stillWaiting' && random.chance(0.4)
          ? {
              awaitedCondition: '期首の予算',
              ...(random.chance(0.5) ? { nextCheckDate: plainWorkday(today, 60) } : {}),
            }
          : null;
    return { type: 'recordCheck', result, activity, ...(data === null ? {} : { data }) };
  },
};

const setNextCheck: Maker = {
  fits: ({ account }) => account.status === 'QUARTERLY_CHECK',
  make: ({ world: { random, today } }) => ({
    type: 'setNextCheck',
    date: plainWorkday(today, 1 + random.below(300)),
    ...(random.chance(0.5) ? { reason: '先方の希望' } : {}),
  }),
};

const setAwaited: Maker = {
  fits: () => true,
  make: ({ world, account }) => {
    const { random } = world;
    const waits = account.status === 'QUARTERLY_CHECK';
    const condition =
      waits || random.chance(0.1)
        ? { awaitedCondition: random.one(['7月の組織変更', '補助金の採択', '更新の時期', null]) }
        : {};
    const person = random.chance(0.7) ? withFields(world, {}, account, ['contactId'], null) : {};
    return { type: 'setAwaited', ...condition, ...person };
  },
};

const OWED: Readonly<Record<string, readonly string[]>> = {
  OWNER: ['ownerId'],
  ACTION: ['action.kind', 'action.date', 'action.with'],
  MET: ['meeting.date', 'meeting.with'],
  NEED: ['bant.need', 'bant.budget', 'awaitedCondition', 'contactId'],
  NEXT_CHECK: ['nextCheckDate'],
  LOST: ['lost.on', 'lost.reason', 'latentNeed', 'lost.revisitOn', 'lost.revisitTrigger', 'bant.need'],
  EVIDENCE: ['product.product', 'product.since', 'product.reference'],
  FIT: ['fit.reason', 'fit.explicitNeed', 'fit.latentNeed', 'fit.products'],
  KEEP: ['onFile.reason', 'onFile.successorId'],
};

const fillIn: Maker = {
  fits: ({ account }) => account.debts.length > 0,
  make: ({ world, account }) => {
    const { random } = world;
    const keys = account.debts.flatMap((code: string) => OWED[code] ?? []);
    // An empty one is told what is missing.
    const data = random.chance(0.1) ? {} : withFields(world, {}, account, keys, account.status);
    return { type: 'fillIn', data };
  },
};

const FIRST_FIELDS: Readonly<Record<string, readonly string[]>> = {
  COLD: [],
  WORKING: ['ownerId', 'action.kind', 'action.date', 'action.with'],
  CURRENT_CLIENT: ['product.product', 'product.since', 'product.reference', 'product.confirmedBy'],
};

const register: Maker = {
  fits: () => true,
  make: ({ world }) => {
    const { random, companies } = world;
    const known = random.maybeOne(world.standing())?.account;
    const details = companies.details();
    const alike = known !== undefined && random.chance(0.2);
    // Half of those that have a name that is here share more than the name.
    if (known !== undefined && alike) {
      details.name = known.name;
      const likeness = random.below(4);
      if (likeness < 2) {
        delete details.corporateNumber;
        for (const key of ['phone', 'address', 'domains']) if (known[key] !== null) details[key] = known[key];
      }
      if (likeness === 2 && known.corporateNumber !== null) details.corporateNumber = known.corporateNumber;
    }
    if (known !== undefined && random.chance(0.08)) details.parentId = known.id;
    const status = random.weighted([
      ['COLD', 50],
      ['WORKING', 35],
      ['CURRENT_CLIENT', 15],
      ['QUARTERLY_CHECK', 2],
    ] as const);
    const data = withFields(world, {}, null, FIRST_FIELDS[status] ?? [], status);
    return {
      type: 'register',
      details,
      status,
      ...(Object.keys(data).length > 0 ? { data } : {}),
      ...(alike && random.chance(0.3) ? { notDuplicateOf: [known.id] } : {}),
    };
  },
};

export const STATUS_MAKERS = {
  register,
  changeStatus,
  putOnFile,
  propose,
  restore,
  approve: answer('approve', '確認しました'),
  reject: answer('reject', '根拠が足りません'),
  recordCheck,
  setNextCheck,
  setAwaited,
  fillIn,
} satisfies Record<string, Maker>;
