/** Commands about the parts of an account: contacts, opportunities, products, details, owners. */

import { corporateNumber } from './companies';
import { closing, dataFor, withFields } from './data';
import { addDays } from './dates';
import { type Json, valuesOf } from './json';
import type { Maker, Scene } from './maker';
import { CONTACTS, isManager, type Who } from './people';

const OPPORTUNITY = [
  'opportunity.product',
  'opportunity.fsOwnerId',
  'opportunity.since',
  'opportunity.handOverNote.metWith',
  'opportunity.handOverNote.bant',
  'opportunity.handOverNote.nextStep',
];

const openOf = ({ account }: Scene): Json[] =>
  valuesOf(account.opportunities).filter(({ state }) => state === 'open');
const inUseOf = ({ account, world: { today } }: Scene): Json[] =>
  valuesOf(account.products).filter(
    ({ state, endsOn }) => state === 'live' && (endsOn === null || endsOn > today),
  );

const logActivity: Maker = {
  fits: () => true,
  make: ({ world: { random, today }, account }) => {
    const person = random.maybeOne(valuesOf(account.contacts));
    const whom =
      person !== undefined && random.chance(0.4)
        ? { contactId: person.id }
        : { with: random.one([...CONTACTS, '総務部']) };
    const activity = {
      kind: random.weighted([
        ['meeting', 3],
        ['call', 4],
        ['mail', 3],
        ['visit', 2],
        ['note', 1],
      ] as const),
      date: random.chance(0.6) ? today : addDays(today, -random.below(60)),
      ...whom,
      ...(random.chance(0.5) ? { twoWay: random.chance(0.6) } : {}),
      ...(random.chance(0.3) ? { note: random.one(['資料を送付', '来期に再度', 'Asked for a quote']) } : {}),
    };
    return { type: 'logActivity', activity, ...(random.chance(0.3) ? { coordinatedWith: '田中さん' } : {}) };
  },
};

const correctMeeting: Maker = {
  nearly: ({ account }) => account.everMet,
  fits: ({ account, actor }) =>
    isManager(actor) && valuesOf(account.activities).some(({ kind }) => kind === 'meeting'),
  make: ({ world: { random }, account }) => {
    const meeting = random.maybeOne(valuesOf(account.activities).filter(({ kind }) => kind === 'meeting'));
    return {
      type: 'correctMeeting',
      activityId: meeting?.id ?? 'a000001',
      reason: random.one(['別会社の商談でした', '日付の入れ違いのため', '短い']),
    };
  },
};

const addOpportunity: Maker = {
  fits: ({ account: { status } }) => status !== 'BAD_FIT' && status !== 'ON_FILE',
  make: ({ world, account }) => {
    const { random } = world;
    const { opportunity } = withFields(world, {}, account, OPPORTUNITY, null);
    const lost = random.maybeOne(valuesOf(account.opportunities).filter(({ state }) => state === 'lost'));
    const more = {
      ...(random.chance(0.4) ? { amount: 100_000 * (1 + random.below(90)) } : {}),
      ...(random.chance(0.2) ? { note: '紹介' } : {}),
      ...(lost !== undefined && random.chance(0.5) ? { follows: lost.id } : {}),
    };
    const data = withFields(
      world,
      {},
      account,
      random.chance(0.6) ? ['ownerId', 'coordinatedWith'] : [],
      null,
    );
    return {
      type: 'addOpportunity',
      opportunity: { ...opportunity, ...more },
      ...(Object.keys(data).length > 0 ? { data } : {}),
    };
  },
};

/** The offers of the account as it stands still ask for what the command itself settles. */
const decisionTo = (scene: Scene, to: string): Json => {
  const { world, account, offers } = scene;
  const offer = offers.find((one) => one.to === to);
  if (offer === undefined) return { to };
  const { closing: _, churn: __, product: ___, ...data } = dataFor(world, account, offer);
  return { to, data };
};

const closeOpportunity: Maker = {
  nearly: ({ account }) => Object.keys(account.opportunities).length > 0,
  fits: (scene) => openOf(scene).length > 0,
  make: (scene) => {
    const { world, account } = scene;
    const { random } = world;
    const open = openOf(scene);
    const last = open.length === 1 && account.status === 'ACTIVE_OPPORTUNITY';
    const to = random.one([
      'CURRENT_CLIENT',
      'QUARTERLY_CHECK',
      'DEAD_OPPORTUNITY',
      'WORKING',
      'QUARTERLY_CHECK',
      'DEAD_OPPORTUNITY',
      'ON_FILE',
    ]);
    const id = random.maybeOne(open)?.id ?? random.maybeOne(valuesOf(account.opportunities))?.id ?? 'o000001';
    return {
      type: 'closeOpportunity',
      closing: closing(world, id, to),
      ...(last && random.chance(0.85) ? { decision: decisionTo(scene, to) } : {}),
    };
  },
};

const saveContact: Maker = {
  fits: () => true,
  make: ({ world, account }) => {
    const { random } = world;
    const known = random.maybeOne(valuesOf(account.contacts));
    const state = random.chance(0.3) ? { state: random.one(['present', 'left', 'moved']) } : {};
    return {
      type: 'saveContact',
      contact: {
        ...(known !== undefined && random.chance(0.5) ? { id: known.id } : {}),
        name: known !== undefined && random.chance(0.5) ? known.name : random.one(CONTACTS),
        ...(random.chance(0.4) ? { department: random.one(['情報システム部', '経営企画室', null]) } : {}),
        ...(random.chance(0.3) ? { title: random.one(['部長', '課長', 'CIO']) } : {}),
        ...(random.chance(0.3)
          ? { email: `person${random.below(90)}@${account.domains[0] ?? 'person-sample.jp'}` }
          : {}),
        ...(random.chance(0.2) ? { phone: '090-1234-5678' } : {}),
        ...state,
        ...(random.chance(0.3) ? { speaksWith: [random.one([...world.actors.values()]).id] } : {}),
      },
    };
  },
};

const saveProduct: Maker = {
  fits: () => true,
  make: (scene) => {
    const { world, account } = scene;
    const { random, today } = world;
    const used = random.maybeOne(inUseOf(scene));
    if (used !== undefined && random.chance(0.5)) {
      const ended = {
        id: used.id,
        product: used.product,
        state: 'ended',
        endsOn: today,
        churnReason: random.one(['内製化', '統合']),
      };
      const isLast = inUseOf(scene).length === 1 && account.status === 'CURRENT_CLIENT';
      const to = random.one(['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'WORKING', 'ON_FILE']);
      return {
        type: 'saveProduct',
        product: ended,
        ...(isLast && random.chance(0.8) ? { decision: decisionTo(scene, to) } : {}),
      };
    }
    const known = random.maybeOne(valuesOf(account.products));
    return {
      type: 'saveProduct',
      product: {
        ...(known !== undefined && random.chance(0.4) ? { id: known.id } : {}),
        product: known?.product ?? random.one(world.products),
        state:
          account.status === 'CURRENT_CLIENT'
            ? random.one(['live', 'prospect'])
            : random.one(['prospect', 'lost', 'prospect']),
        ...(random.chance(0.6) ? { since: addDays(today, -random.below(300)) } : {}),
        ...(random.chance(0.5) ? { reference: `PO-${random.below(9000)}` } : {}),
        ...(random.chance(0.2) ? { confirmedBy: world.idOf('manager') } : {}),
        ...(random.chance(0.2) ? { source: '展示会の名簿' } : {}),
        ...(random.chance(0.1) ? { endsOn: addDays(today, 30) } : {}),
      },
    };
  },
};

const setBant: Maker = {
  fits: () => true,
  make: ({ world: { random } }) => {
    const keys = random.shuffled(['budget', 'authority', 'need', 'timing']).slice(0, 1 + random.below(3));
    const bant = Object.fromEntries(
      keys.map((key) => [key, random.one(['yes', 'no', 'unclear', 'unknown'])]),
    );
    return {
      type: 'setBant',
      bant,
      ...(random.chance(0.3) ? { latentNeed: random.one(['紙が残る', '集計が遅い', null]) } : {}),
    };
  },
};

const editDetails: Maker = {
  fits: () => true,
  make: ({ world, account }) => {
    const { random } = world;
    const fresh = world.companies.details();
    const others = random
      .shuffled(Object.keys(fresh).filter((key) => key !== 'name' && key !== 'corporateNumber'))
      .slice(0, 2);
    const details: Json = Object.fromEntries(
      others.map((key) => [key, random.chance(0.1) ? null : fresh[key]]),
    );
    if (details.domains === null) details.domains = [];
    if (random.chance(0.3)) details.name = fresh.name;
    if (random.chance(0.15))
      details.corporateNumber = random.one([
        corporateNumber(random.below(9_000_000)),
        account.corporateNumber,
      ]);
    if (random.chance(0.25)) details.parentId = random.one([world.otherThan(account.id)?.id ?? null, null]);
    return { type: 'editDetails', details };
  },
};

const handOver: Maker = {
  fits: ({ account, actor }) => account.ownerId === null || account.ownerId === actor.id || isManager(actor),
  make: ({ world }) => ({
    type: 'handOver',
    toId: world.idOf(world.random.one(['is', 'is2', 'fs', 'fs2', 'manager'] satisfies Who[])),
    note: '担当替えのため',
    ...(world.random.chance(0.4) ? { promises: '月末に見積' } : {}),
  }),
};

const acknowledgeHandOver: Maker = {
  nearly: ({ account: { handOver: waiting } }) => waiting !== null,
  fits: ({ account: { handOver: waiting }, actor }) =>
    waiting !== null && waiting.acknowledgedOn === null && waiting.toId === actor.id,
  make: ({ world: { random } }) => ({
    type: 'acknowledgeHandOver',
    accept: random.chance(0.65),
    ...(random.chance(0.4) ? { note: '承知しました' } : {}),
  }),
};

export const PART_MAKERS = {
  logActivity,
  correctMeeting,
  addOpportunity,
  closeOpportunity,
  saveContact,
  saveProduct,
  setBant,
  editDetails,
  handOver,
  acknowledgeHandOver,
} satisfies Record<string, Maker>;
