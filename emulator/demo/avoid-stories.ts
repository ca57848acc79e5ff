/** Lives of what nobody prospects into: clients, bad fits, kept on file. All made up. */

import { addMonths } from '../../functions/domain/calendar/calendar-date';
import { lostBeforeOpportunity } from './nurture-stories';
import { BAD_FIT_NOTES } from './sample-texts';
import {
  badFitData,
  contactLabel,
  type DemoStory,
  enterQuarterlyCheck,
  firstActionInput,
  handToFieldSales,
  opportunityInput,
  partIdAt,
  pickNth,
  previousStoryDay,
  quarterlyCheckData,
  type StoryDay,
  startWorking,
  winOpportunity,
} from './story-kit';
import { OWN_PRODUCTS, PURCHASED_PRODUCT } from './team';

export const wonClient =
  (since: StoryDay, day: StoryDay): DemoStory =>
  (it) => {
    winOpportunity(it, handToFieldSales(it, since), day);
  };
export const clientWithOneLoss: DemoStory = (it) => {
  const first = handToFieldSales(it, 150);
  const second = it.addStep(125, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(it, 125, pickNth(OWN_PRODUCTS, it.n + 1)),
  });
  it.addStep(95, it.fs, {
    type: 'closeOpportunity',
    closing: {
      opportunityId: partIdAt('o', first),
      outcome: 'lost',
      on: it.on(95),
      lostReason: 'COMPETITOR',
    },
  });
  winOpportunity(it, second, 95);
};
export const clientWithNewOpportunity: DemoStory = (it) => {
  winOpportunity(it, handToFieldSales(it, 230), 180);
  it.addStep(20, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(it, 20, pickNth(OWN_PRODUCTS, it.n + 1)),
  });
};
export const longStandingClient: DemoStory = (it) => {
  it.addStep(300, it.fs, {
    type: 'changeStatus',
    to: 'CURRENT_CLIENT',
    data: {
      ownerId: it.memberIds[it.fs],
      product: {
        product: pickNth(OWN_PRODUCTS, it.n),
        since: addMonths(it.on(300), -12 - it.n),
        reference: `注文書 H-${1000 + it.n}`,
      },
    },
  });
};
export const churnedClient: DemoStory = (it) => {
  const sold = winOpportunity(it, handToFieldSales(it, 260), 180);
  it.addStep(45, it.fs, {
    type: 'changeStatus',
    to: 'QUARTERLY_CHECK',
    data: {
      ...quarterlyCheckData(it),
      meeting: {
        date: it.on(45),
        with: contactLabel(it),
        note: '組織の統合で契約を終えるが、課題は残っているとのこと。',
      },
      churn: [{ productId: partIdAt('p', sold), endsOn: it.on(45), reason: '担当部署の統合で利用を終了' }],
    },
  });
};

/** On companies of the purchased list, which came as clients of its product. */
export const clientOfTwoLists: DemoStory = (it) => {
  it.addStep(230, it.fs, {
    type: 'saveProduct',
    product: {
      product: pickNth(OWN_PRODUCTS, it.n),
      state: 'live',
      since: it.on(260),
      reference: `注文書 H-${2000 + it.n}`,
      source: 'list:ハチ契約一覧',
    },
  });
};
export const confirmedPurchasedClient: DemoStory = (it) => {
  it.addStep(180, it.fs, {
    type: 'saveProduct',
    product: {
      id: partIdAt('p', 1),
      product: PURCHASED_PRODUCT,
      state: 'live',
      confirmedBy: it.memberIds[it.fs],
    },
  });
};
export const clientWithExpiredContract: DemoStory = (it) => {
  it.addStep(95, it.fs, {
    type: 'saveProduct',
    product: {
      id: partIdAt('p', 1),
      product: PURCHASED_PRODUCT,
      state: 'live',
      reference: `注文書 M-${300 + it.n}`,
      endsOn: it.on(12),
      churnReason: '契約満了。更新の有無は未確認。',
    },
  });
};
export const untouchedCold: DemoStory = () => undefined;

export const judgedBadFit =
  (day: StoryDay, reviewed?: StoryDay): DemoStory =>
  (it) => {
    startWorking(it, previousStoryDay(day));
    const judged = it.addStep(day, it.is, { type: 'changeStatus', to: 'BAD_FIT', data: badFitData(it) });
    if (reviewed !== undefined)
      it.addStep(reviewed, it.manager, {
        type: 'approve',
        proposalId: partIdAt('r', judged),
        note: '内容を確認しました。半年後に見直します。',
      });
  };
export const badFitAfterLoss =
  (approved: boolean): DemoStory =>
  (it) => {
    lostBeforeOpportunity(125)(it);
    const proposed = it.addStep(30, it.is, {
      type: 'propose',
      to: 'BAD_FIT',
      data: badFitData(it),
      note: pickNth(BAD_FIT_NOTES, it.n).note,
    });
    if (approved)
      it.addStep(20, it.manager, {
        type: 'approve',
        proposalId: partIdAt('r', proposed),
        note: '製品ごとの確認ができているため承認します。',
      });
  };
export const badFitFoundByCheck: DemoStory = (it) => {
  enterQuarterlyCheck(it, 125);
  it.addStep(12, it.is, {
    type: 'recordCheck',
    result: 'badFit',
    activity: {
      kind: 'call',
      date: it.on(12),
      with: contactLabel(it),
      note: '業務をすべて外部に移したとのこと。',
    },
    data: badFitData(it),
  });
};

export const registeredDuplicate: DemoStory = (it) => {
  const name = `(株)${it.company.name.replace(/株式会社|\s/g, '')}`;
  it.addStep(80, it.is, { type: 'register', details: { name }, status: 'COLD' });
  it.addStep(60, it.is, {
    type: 'putOnFile',
    onFile: { reason: 'DUPLICATE', reasonText: '名刺から登録したもの', successorId: it.company.id },
  });
};
export const acquiredCompany: DemoStory = (it) => {
  it.addStep(260, it.fs, {
    type: 'register',
    details: { name: '株式会社ほしぞら架空物流' },
    status: 'CURRENT_CLIENT',
    data: {
      ownerId: it.memberIds[it.fs],
      product: { product: pickNth(OWN_PRODUCTS, it.n), since: it.on(300), reference: '注文書 H-3001' },
    },
  });
  it.addStep(80, it.fs, {
    type: 'putOnFile',
    onFile: { reason: 'ACQUIRED', successorId: it.company.id, products: 'successor' },
  });
};
export const dissolvedCompany: DemoStory = (it) => {
  it.addStep(180, it.is, { type: 'register', details: { name: 'まぼろし架空工業合同会社' }, status: 'COLD' });
  it.addStep(60, it.is, { type: 'putOnFile', onFile: { reason: 'DISSOLVED' } });
};
export const restoreRequested: DemoStory = (it) => {
  it.addStep(180, it.is, { type: 'register', details: { name: '架空サンプル商会株式会社' }, status: 'COLD' });
  it.addStep(110, it.is, {
    type: 'putOnFile',
    onFile: { reason: 'OTHER', reasonText: '事業を休止すると連絡があった' },
  });
  it.addStep(5, it.is, {
    type: 'restore',
    to: 'WORKING',
    data: { ownerId: it.memberIds[it.is], action: firstActionInput(it, 5) },
    note: '事業を再開したと本人から連絡があった',
  });
};
