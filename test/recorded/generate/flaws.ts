/** Spoils a command in one place, as people, programs and time do. */
import { addDays } from './dates';
import { type Json, valuesOf } from './json';
import { STATUSES } from './people';
import type { World } from './world';

interface Leaf {
  holder: Json;
  key: string;
  value: unknown;
}

const leavesOf = (holder: Json): Leaf[] =>
  Object.keys(holder).flatMap((key): Leaf[] => {
    const value = holder[key];
    if (key === 'type') return [];
    const own: Leaf = { holder, key, value };
    return typeof value === 'object' && value !== null ? [own, ...leavesOf(value)] : [own];
  });

const wrongValue = (world: World, value: unknown): unknown => {
  const { random } = world;
  if (typeof value === 'number') return random.one([-1, 0.5, 'many', null]);
  if (typeof value === 'boolean') return random.one(['yes', null, 0]);
  if (typeof value !== 'string') return random.one(['text', 7, null, []]);
  if (/^\d{4}-\d\d-\d\d$/.test(value))
    return random.one(['2031-01-06', '2031-01-06', '2019-05-07', '2026-02-30', '明日']);
  if (/^m_/.test(value))
    return random.one([world.idOf('left'), world.idOf('viewer'), 'm_nobody', 'constructor']);
  if (/^[acopr](_|\d)/.test(value)) return random.one(['a_nobody', 'o999999', 'constructor', '__all__']);
  if (/^[A-Z_]+$/.test(value))
    return random.one(['NONSENSE', 'OTHER', 'COLD', 'ON_FILE', 'ACTIVE_OPPORTUNITY', 'CURRENT_CLIENT']);
  return random.one(['', ' ', '短い', '1234567890123', 'bell\u0007', 5]);
};

type Flaw = (world: World, asked: Json) => void;

const value: Flaw = (world, { command }) => {
  const leaf = world.random.maybeOne(leavesOf(command));
  if (leaf !== undefined) leaf.holder[leaf.key] = wrongValue(world, leaf.value);
};

const leftOut: Flaw = ({ random }, { command }) => {
  const leaf = random.maybeOne(leavesOf(command).filter(({ holder }) => !Array.isArray(holder)));
  if (leaf !== undefined) delete leaf.holder[leaf.key];
};

const staleVersion: Flaw = ({ random }, asked) => {
  asked.expectedVersion = Math.max(0, asked.expectedVersion - 1 - random.below(5));
};

const futureVersion: Flaw = ({ random }, asked) => {
  asked.expectedVersion += 1 + random.below(9);
};

const envelope: Flaw = ({ random }, asked) => {
  random.one([
    () => delete asked.requestId,
    () => Object.assign(asked, { requestId: 'short' }),
    () => Object.assign(asked, { accountId: asked.accountId === null ? 'a_nobody' : null }),
    () => Object.assign(asked, { expectedVersion: random.one([-1, 0.5, '1']) }),
    () => Object.assign(asked, { colour: 'red' }),
    () => Object.assign(asked.command, { colour: 'red' }),
    () => Object.assign(asked.command, { type: random.one(['import', 'absorb', 'delete', 7]) }),
  ])();
};

const unknownAccount: Flaw = ({ random }, asked) => {
  if (asked.accountId !== null) asked.accountId = random.one(['a_nobody', 'constructor']);
};

const ALL_YES = { need: 'yes', budget: 'yes', authority: 'yes', timing: 'yes' };

/** For single kinds: what only a rule of their own refuses. */
const AIMED: Readonly<
  Record<string, readonly ((world: World, command: Json, account: Json, asked: Json) => void)[]>
> = {
  register: [
    (_, { details }) => Object.assign(details, { name: ' ' }),
    (_, { details }) => Object.assign(details, { corporateNumber: '1234567890123' }),
    (_, command) => Object.assign(command, { status: 'BAD_FIT' }),
    (_, { details }) => Object.assign(details, { parentId: 'a_nobody' }),
    (world, { details }) =>
      Object.assign(details, {
        corporateNumber: world
          .standing()
          .map(({ account }) => account.corporateNumber)
          .find((number) => number !== null),
      }),
  ],
  changeStatus: [
    ({ random }, command) => Object.assign(command, { to: random.one(STATUSES) }),
    ({ random }, command) => Object.assign(command, { to: random.one(STATUSES), data: {} }),
    (_, { data }) => Object.assign(data ?? {}, { bant: ALL_YES }),
    (_, { data }) => Object.assign(data ?? {}, { bant: { need: 'yes' } }),
  ],
  propose: [
    ({ random }, command) =>
      Object.assign(command, { to: random.one(['WORKING', 'ON_FILE', 'QUARTERLY_CHECK']) }),
  ],
  restore: [
    ({ random }, command) =>
      Object.assign(command, { to: random.one(['QUARTERLY_CHECK', 'ACTIVE_OPPORTUNITY', 'BAD_FIT']) }),
  ],
  recordCheck: [
    (_, { activity }) => Object.assign(activity, { kind: 'note' }),
    (_, command) =>
      Object.assign(command, { result: 'noAnswer', activity: { ...command.activity, kind: 'meeting' } }),
    (world, command) =>
      Object.assign(command, {
        result: 'stillWaiting',
        activity: { ...command.activity, date: addDays(world.today, -200) },
      }),
    (_, command) => Object.assign(command, { data: { bant: ALL_YES } }),
  ],
  // Made on what stood there in the beginning, or for no account at all.
  setBant: [
    (_, command, __, asked) => {
      asked.expectedVersion = 1;
      command.bant = { budget: 'no', authority: 'yes', need: 'no', timing: 'yes' };
    },
    (_, __, ___, asked) => Object.assign(asked, { accountId: 'a_nobody' }),
  ],
  setNextCheck: [
    (world, command) => Object.assign(command, { date: world.today }),
    (_, command) => Object.assign(command, { date: '2027-01-01' }),
  ],
  setAwaited: [
    (_, command) => Object.assign(command, { contactId: 'c999999' }),
    (_, command) => Object.assign(command, { awaitedCondition: '予算' }),
  ],
  closeOpportunity: [
    (_, command, account) =>
      Object.assign(command.closing, {
        opportunityId:
          valuesOf(account?.opportunities).find(({ state }) => state !== 'open')?.id ?? 'o999999',
      }),
    (_, { closing }) => Object.assign(closing, { on: '2020-01-06' }),
    (_, { closing }) => Object.assign(closing, { lostReason: 'NONSENSE' }),
    (_, command) => delete command.decision,
  ],
  saveContact: [
    (_, { contact }) => Object.assign(contact, { id: 'c999999' }),
    (_, { contact }) => Object.assign(contact, { speaksWith: ['m_nobody'] }),
  ],
  saveProduct: [
    (_, { product }) => Object.assign(product, { id: 'p999999' }),
    (_, { product }) => Object.assign(product, { since: '2026-06-01', endsOn: '2026-05-01' }),
    (_, { product }) => Object.assign(product, { state: 'ended', endsOn: '2031-01-06' }),
    (world, { product }) => Object.assign(product, { confirmedBy: world.idOf('left') }),
  ],
  editDetails: [
    (_, { details }) => Object.assign(details, { name: ' ' }),
    (_, { details }) => Object.assign(details, { corporateNumber: '12345' }),
    (_, { details }, account) => Object.assign(details, { parentId: account?.id ?? 'a_nobody' }),
  ],
  handOver: [
    (world, command) => Object.assign(command, { toId: world.idOf('left') }),
    (world, command) => Object.assign(command, { toId: world.idOf('viewer') }),
  ],
  merge: [
    ({ random }, command) => Object.assign(command, { survivorStatus: random.one(STATUSES) }),
    (_, command, account) => Object.assign(command, { intoId: account?.id }),
    (world, command) =>
      Object.assign(command, {
        intoId:
          world.standing().find(({ account }) => account.status === 'ON_FILE')?.account.id ?? 'a_nobody',
      }),
  ],
  markNotDuplicate: [
    (_, command, account) => Object.assign(command, { otherId: account?.id }),
    (_, command, account) => Object.assign(command, { otherId: account?.onFile?.successorId ?? 'a_nobody' }),
  ],
  undo: [
    (_, command) => Object.assign(command, { version: 99 }),
    ({ random }, command, account) =>
      Object.assign(command, { version: 1 + random.below(account?.version ?? 1) }),
  ],
  logActivity: [
    (_, { activity }) => Object.assign(activity, { date: '2031-01-06' }),
    (_, { activity }) => Object.assign(activity, { contactId: 'c999999' }),
  ],
  addOpportunity: [
    ({ random }, { opportunity }) => {
      delete opportunity[random.one(['product', 'since', 'handOverNote'])];
    },
    (_, { opportunity }) => Object.assign(opportunity, { follows: 'o999999' }),
  ],
};

const aimed: Flaw = (world, asked) => {
  const { command, accountId } = asked;
  const flaws = AIMED[command.type];
  if (flaws === undefined) staleVersion(world, asked);
  else world.random.one(flaws)(world, command, world.accounts.get(accountId)?.account, asked);
};

/** The same kind of command, spoilt in one way. */
export const spoilt = (world: World, asked: Json): Json => {
  const flawed = structuredClone(asked);
  world.random.weighted<Flaw>([
    [aimed, 75],
    [value, 22],
    [leftOut, 14],
    [staleVersion, 9],
    [futureVersion, 3],
    [envelope, 5],
    [unknownAccount, 4],
  ])(world, flawed);
  return flawed;
};
