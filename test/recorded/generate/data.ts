/** The data of a change: for every field that the product asks for, something that satisfies it. */
import { addDays, plainWorkday } from './dates';
import { type Json, valuesOf } from './json';
import { CONTACTS } from './people';
import type { World } from './world';

const REASONS = [
  '担当者の異動のため',
  '予算がつかなかったため',
  '別会社と判明したため',
  'Agreed with the customer',
];

/** What a field key such as `lost.reason` stands for. */
type Fill = (world: World, account: Json, to: string | null) => Json;

const bantFor: Fill = (world, _, to) =>
  to === 'DEAD_OPPORTUNITY' ? world.random.one(['no', 'unclear']) : 'yes';
const notYes: Fill = ({ random }) => random.one(['no', 'unclear', 'unknown']);
const today: Fill = (world) => world.today;
const words =
  (...choices: string[]): Fill =>
  ({ random }) =>
    random.one(choices);
const owner: Fill = (world) =>
  world.idOf(world.random.one(['is', 'is', 'is2', 'fs', 'fs2', 'manager'] as const));
const fieldSales: Fill = (world) => world.idOf(world.random.one(['fs', 'fs', 'fs2'] as const));

const closings: Fill = (world, account, to) =>
  valuesOf(account.opportunities)
    .filter(({ state }) => state === 'open')
    .map(({ id }) => closing(world, id, to));

export const closing = ({ random, today: on }: World, opportunityId: string, to: string | null): Json => {
  const outcome = to === 'CURRENT_CLIENT' ? 'won' : random.one(['lost', 'lost', 'returned']);
  return {
    opportunityId,
    outcome,
    on,
    ...(outcome === 'lost' && random.chance(0.7)
      ? { lostReason: random.one(['BUDGET', 'COMPETITOR', 'TIMING']) }
      : {}),
    ...(random.chance(0.3) ? { note: '先方の都合' } : {}),
  };
};

const churns: Fill = ({ random, today: endsOn }, account) =>
  valuesOf(account.products)
    .filter(({ state }) => state === 'live' || state === 'ended')
    .map(({ id }) => ({ productId: id, endsOn, reason: random.one(['内製化', '他社へ切替', '事業終了']) }));

const contactPerson: Fill = ({ random }, account) => {
  const known = random.maybeOne(valuesOf(account.contacts).filter(({ state }) => state === 'present'));
  if (known !== undefined && random.chance(0.6)) return { contactId: known.id };
  return {
    contact: { name: random.one(CONTACTS), ...(random.chance(0.3) ? { department: '情報システム部' } : {}) },
  };
};

const FILLS: Readonly<Record<string, Fill>> = {
  ownerId: owner,
  'action.kind': words('call', 'call', 'mail', 'visit', 'meeting'),
  'action.date': today,
  'action.with': words('総務部', '山田部長', '受付'),
  'action.twoWay': () => true,
  'meeting.date': (world) => addDays(world.today, -world.random.below(10)),
  'meeting.with': words('山田部長', '役員 3 名', 'IT manager'),
  'opportunity.product': (world) => world.random.one(world.products),
  'opportunity.fsOwnerId': fieldSales,
  'opportunity.since': today,
  'opportunity.handOverNote.metWith': words('山田部長と課長'),
  'opportunity.handOverNote.bant': words('予算あり、決裁者は役員', 'B 不明 A 部長 N 強い T 来期'),
  'opportunity.handOverNote.nextStep': words('見積を出す', 'デモ'),
  closing: closings,
  'bant.need': bantFor,
  'bant.budget': notYes,
  'bant.authority': notYes,
  'bant.timing': notYes,
  awaitedCondition: words('4月の予算編成', '親会社の承認', '現行契約の満了', 'New CFO'),
  nextCheckDate: (world) => plainWorkday(world.today, 20 + world.random.below(150)),
  'lost.on': today,
  'lost.reason': words('BUDGET', 'COMPETITOR', 'TIMING', 'AUTHORITY', 'NO_RESPONSE', 'OTHER'),
  'lost.reasonText': words('決裁が下りなかった', '体制の変更'),
  latentNeed: words('紙の台帳が残っている', '二重入力がある'),
  'lost.revisitOn': (world) => addDays(world.today, 90 + world.random.below(200)),
  'lost.revisitTrigger': words('次の期首', '担当者の着任'),
  'product.product': (world) => world.random.one(world.products),
  'product.since': (world) => addDays(world.today, -world.random.below(400)),
  'product.reference': ({ random }) => `PO-${1000 + random.below(9000)}`,
  'product.confirmedBy': (world) => world.idOf(world.random.one(['manager', 'fs'] as const)),
  churn: churns,
  'fit.reason': words('INDUSTRY', 'SIZE', 'NO_NEED', 'CLOSED_DOWN', 'OTHER'),
  'fit.reasonText': words('従業員が 5 名', '法律で使えない'),
  'fit.explicitNeed': () => 'none',
  'fit.latentNeed': () => 'none',
  'fit.products': (world) => [...world.products],
  'onFile.reason': words(
    'DUPLICATE',
    'MERGED',
    'ACQUIRED',
    'DISSOLVED',
    'LEGAL_HOLD',
    'FORMER_NAME',
    'OTHER',
  ),
  'onFile.reasonText': words('監査のため保存'),
  'onFile.successorId': (world, account) => world.otherThan(account?.id)?.id ?? 'a_nobody',
  'onFile.products': () => 'successor',
  coordinatedWith: words('田中さん', '佐藤さんと調整済み'),
  reason: ({ random }) => random.one(REASONS),
};

const put = (data: Json, path: readonly string[], value: Json): void => {
  const [name = '', ...rest] = path;
  if (rest.length === 0) data[name] = value;
  else {
    data[name] ??= {};
    put(data[name], rest, value);
  }
};

/** What is asked for, put on the data that is given already. `to` is the status that it is for. */
export const withFields = (
  world: World,
  data: Json,
  account: Json,
  keys: readonly string[],
  to: string | null,
): Json => {
  const filled = structuredClone(data ?? {});
  // One of the two proves a product, and one of the two brings a lost account back.
  const either = (one: string, other: string): string | null =>
    keys.includes(one) && keys.includes(other) ? world.random.one([one, other]) : null;
  const left = [
    either('product.reference', 'product.confirmedBy'),
    either('lost.revisitOn', 'lost.revisitTrigger'),
  ];
  for (const key of keys) {
    if (left.includes(key)) continue;
    // The day that the product computes is as good as one that is given.
    if (key === 'nextCheckDate' && world.random.chance(0.5)) continue;
    if (key === 'contactId') Object.assign(filled, contactPerson(world, account, to));
    else {
      const fill = FILLS[key];
      if (fill !== undefined) put(filled, key.split('.'), fill(world, account, to));
    }
  }
  return settled(world, filled, account);
};

const NEEDS_SUCCESSOR = ['DUPLICATE', 'MERGED', 'ACQUIRED'];

const settled = (world: World, data: Json, account: Json): Json => {
  const { onFile, lost } = data;
  if (onFile !== undefined && NEEDS_SUCCESSOR.includes(onFile.reason) && world.random.chance(0.8))
    onFile.successorId ??= world.otherThan(account?.id)?.id;
  if (
    onFile?.successorId !== undefined &&
    !NEEDS_SUCCESSOR.includes(onFile.reason) &&
    world.random.chance(0.7)
  ) {
    delete onFile.successorId;
    delete onFile.products;
  }
  if (onFile?.reason === 'OTHER') onFile.reasonText ??= '監査のため保存';
  if (lost?.reason === 'OTHER') lost.reasonText ??= '体制の変更';
  if (data.fit?.reason === 'OTHER') data.fit.reasonText ??= '法律で使えない';
  return data;
};

/** What a move to one of the statuses on offer asks for. */
export const dataFor = (world: World, account: Json, offer: Json): Json =>
  withFields(
    world,
    {},
    account,
    offer.asks.map(({ key }: Json) => key),
    offer.to,
  );
