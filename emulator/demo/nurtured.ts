/** Lives of what is nurtured: open opportunities, quarterly checks, lost ones. All made up. */
import type { CalendarDate } from '../../functions/domain/calendar';
import { OWN_PRODUCTS } from './team';
import {
  agree,
  awaiting,
  check,
  type Day,
  earlier,
  type Life,
  lose,
  lostData,
  meet,
  opportunity,
  part,
  passOn,
  pick,
  pursue,
  type Scene,
  startWorking,
  type Telling,
  whom,
} from './telling';
import { CONTACTS } from './words';

export const active =
  (since: Day, ...meetings: Day[]): Life =>
  (it) => {
    passOn(it, since);
    for (const day of meetings) pursue(it, day);
  };

export const foundByFieldSales: Life = (it) => {
  it.tell(5, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunity(it, 5),
    data: {
      ownerId: it.memberIds[it.fs],
      meeting: { date: it.on(5), with: whom(it), note: '既存のお客様からの紹介でお会いした。' },
    },
  });
};

export const twoOpportunities: Life = (it) => {
  passOn(it, 45);
  it.tell(30, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunity(it, 30, pick(OWN_PRODUCTS, it.n + 1)),
  });
  pursue(it, 12);
};

export const becameDeal: Life = (it) => {
  agree(it, 125);
  it.tell(20, it.is, {
    type: 'recordCheck',
    result: 'becameDeal',
    activity: { kind: 'call', date: it.on(20), with: whom(it), note: '予算が承認された。商談に進む。' },
    data: { opportunity: opportunity(it, 20), bant: { budget: 'yes' } },
  });
};

export const wonBack: Life = (it) => {
  const opened = passOn(it, 205);
  lose(it, opened, 150);
  it.tell(20, it.is, {
    type: 'addOpportunity',
    opportunity: {
      ...opportunity(it, 20),
      follows: part('o', opened),
      note: '前回の失注から改めて相談あり。',
    },
  });
};

export const asked =
  (since: Day, when: keyof Scene['free']): Life =>
  (it) => {
    agree(it, since, when);
  };
export const agreed =
  (since: Day): Life =>
  (it) => {
    agree(it, since);
  };
export const checked =
  (since: Day, ...checks: [Day, 'stillWaiting' | 'noAnswer'][]): Life =>
  (it) => {
    agree(it, since);
    for (const [day, result] of checks) check(it, day, result);
  };

export const contactLeft: Life = (it) => {
  const { name } = pick(CONTACTS, it.n);
  const saved = agree(it, 80);
  it.tell(12, it.is, {
    type: 'saveContact',
    contact: { id: part('c', saved), name, state: it.n % 2 === 0 ? 'left' : 'moved' },
  });
};

export const handedOver =
  (acknowledged: boolean): Life =>
  (it) => {
    agree(it, 60, 'later');
    const toId = it.memberIds[acknowledged ? 'ito' : 'sato'];
    it.tell(12, it.manager, {
      type: 'handOver',
      toId,
      note: '窓口の方は午前中が繋がりやすいです。これまでの経緯は商談メモをご覧ください。',
      promises: '導入効果の試算を次回までに送る約束をしています。',
    });
    if (acknowledged) it.tell(5, 'ito', { type: 'acknowledgeHandOver', accept: true });
  };

export const revived: Life = (it) => {
  const opened = passOn(it, 230);
  lose(it, opened, 180);
  it.tell(60, it.is, {
    type: 'logActivity',
    activity: { kind: 'call', twoWay: true, date: it.on(60), with: whom(it), note: '課題を改めて伺えた。' },
  });
  it.tell(45, it.is, { type: 'changeStatus', to: 'QUARTERLY_CHECK', data: awaiting(it) });
};

export const dead =
  (day: Day, revisit?: (it: Telling) => CalendarDate): Life =>
  (it) => {
    startWorking(it, earlier(earlier(day)));
    meet(it, earlier(day));
    it.tell(day, it.is, {
      type: 'changeStatus',
      to: 'DEAD_OPPORTUNITY',
      data: lostData(it, day, revisit?.(it)),
    });
  };
export const deadAfterOpportunity =
  (since: Day, day: Day, revisit?: (it: Telling) => CalendarDate): Life =>
  (it) => {
    lose(it, passOn(it, since), day, revisit?.(it));
  };
export const needGone: Life = (it) => {
  agree(it, 125);
  it.tell(30, it.is, {
    type: 'recordCheck',
    result: 'needGone',
    activity: {
      kind: 'call',
      date: it.on(30),
      with: whom(it),
      note: '組織が変わり、対象の業務がなくなった。',
    },
    data: { ...lostData(it, 30), bant: { need: 'no' } },
  });
};

export const soon = ({ free, n }: Telling): CalendarDate =>
  pick([...free.thisWeek, ...free.thisMonth, ...free.later], n);
export const passed = ({ on }: Telling): CalendarDate => on(12);
