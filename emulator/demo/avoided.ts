/** Lives of what nobody prospects into: clients, bad fits, kept on file. All made up. */

import { addMonths } from '../../functions/domain/calendar';
import { dead } from './nurtured';
import { OWN_PRODUCTS, PURCHASED_PRODUCT } from './team';
import {
  agree,
  awaiting,
  type Day,
  earlier,
  firstAction,
  type Life,
  misfit,
  opportunity,
  part,
  passOn,
  pick,
  startWorking,
  whom,
  win,
} from './telling';
import { MISFITS } from './words';

export const won =
  (since: Day, day: Day): Life =>
  (it) => {
    win(it, passOn(it, since), day);
  };
export const oneWonOneLost: Life = (it) => {
  const first = passOn(it, 150);
  const second = it.tell(125, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunity(it, 125, pick(OWN_PRODUCTS, it.n + 1)),
  });
  it.tell(95, it.fs, {
    type: 'closeOpportunity',
    closing: { opportunityId: part('o', first), outcome: 'lost', on: it.on(95), lostReason: 'COMPETITOR' },
  });
  win(it, second, 95);
};
export const moreBusiness: Life = (it) => {
  win(it, passOn(it, 230), 180);
  it.tell(20, it.fs, {
    type: 'addOpportunity',
    opportunity: opportunity(it, 20, pick(OWN_PRODUCTS, it.n + 1)),
  });
};
export const longClient: Life = (it) => {
  it.tell(300, it.fs, {
    type: 'changeStatus',
    to: 'CURRENT_CLIENT',
    data: {
      ownerId: it.memberIds[it.fs],
      product: {
        product: pick(OWN_PRODUCTS, it.n),
        since: addMonths(it.on(300), -12 - it.n),
        reference: `注文書 H-${1000 + it.n}`,
      },
    },
  });
};
export const churned: Life = (it) => {
  const sold = win(it, passOn(it, 260), 180);
  it.tell(45, it.fs, {
    type: 'changeStatus',
    to: 'QUARTERLY_CHECK',
    data: {
      ...awaiting(it),
      meeting: {
        date: it.on(45),
        with: whom(it),
        note: '組織の統合で契約を終えるが、課題は残っているとのこと。',
      },
      churn: [{ productId: part('p', sold), endsOn: it.on(45), reason: '担当部署の統合で利用を終了' }],
    },
  });
};

/** On companies of the purchased list, which came as clients of its product. */
export const clientOfTwoLists: Life = (it) => {
  it.tell(230, it.fs, {
    type: 'saveProduct',
    product: {
      product: pick(OWN_PRODUCTS, it.n),
      state: 'live',
      since: it.on(260),
      reference: `注文書 H-${2000 + it.n}`,
      source: 'list:ハチ契約一覧',
    },
  });
};
export const confirmedClient: Life = (it) => {
  it.tell(180, it.fs, {
    type: 'saveProduct',
    product: {
      id: part('p', 1),
      product: PURCHASED_PRODUCT,
      state: 'live',
      confirmedBy: it.memberIds[it.fs],
    },
  });
};
export const useRanOut: Life = (it) => {
  it.tell(95, it.fs, {
    type: 'saveProduct',
    product: {
      id: part('p', 1),
      product: PURCHASED_PRODUCT,
      state: 'live',
      reference: `注文書 M-${300 + it.n}`,
      endsOn: it.on(12),
      churnReason: '契約満了。更新の有無は未確認。',
    },
  });
};
export const untouched: Life = () => undefined;

export const badFit =
  (day: Day, reviewed?: Day): Life =>
  (it) => {
    startWorking(it, earlier(day));
    const judged = it.tell(day, it.is, { type: 'changeStatus', to: 'BAD_FIT', data: misfit(it) });
    if (reviewed !== undefined)
      it.tell(reviewed, it.manager, {
        type: 'approve',
        proposalId: part('r', judged),
        note: '内容を確認しました。半年後に見直します。',
      });
  };
export const badFitAfterLoss =
  (approved: boolean): Life =>
  (it) => {
    dead(125)(it);
    const proposed = it.tell(30, it.is, {
      type: 'propose',
      to: 'BAD_FIT',
      data: misfit(it),
      note: pick(MISFITS, it.n).note,
    });
    if (approved)
      it.tell(20, it.manager, {
        type: 'approve',
        proposalId: part('r', proposed),
        note: '製品ごとの確認ができているため承認します。',
      });
  };
export const badFitFoundByCheck: Life = (it) => {
  agree(it, 125);
  it.tell(12, it.is, {
    type: 'recordCheck',
    result: 'badFit',
    activity: { kind: 'call', date: it.on(12), with: whom(it), note: '業務をすべて外部に移したとのこと。' },
    data: misfit(it),
  });
};

export const duplicate: Life = (it) => {
  const name = `(株)${it.company.name.replace(/株式会社|\s/g, '')}`;
  it.tell(80, it.is, { type: 'register', details: { name }, status: 'COLD' });
  it.tell(60, it.is, {
    type: 'putOnFile',
    onFile: { reason: 'DUPLICATE', reasonText: '名刺から登録したもの', successorId: it.company.id },
  });
};
export const acquired: Life = (it) => {
  it.tell(260, it.fs, {
    type: 'register',
    details: { name: '株式会社ほしぞら架空物流' },
    status: 'CURRENT_CLIENT',
    data: {
      ownerId: it.memberIds[it.fs],
      product: { product: pick(OWN_PRODUCTS, it.n), since: it.on(300), reference: '注文書 H-3001' },
    },
  });
  it.tell(80, it.fs, {
    type: 'putOnFile',
    onFile: { reason: 'ACQUIRED', successorId: it.company.id, products: 'successor' },
  });
};
export const dissolved: Life = (it) => {
  it.tell(180, it.is, { type: 'register', details: { name: 'まぼろし架空工業合同会社' }, status: 'COLD' });
  it.tell(60, it.is, { type: 'putOnFile', onFile: { reason: 'DISSOLVED' } });
};
export const restoreAsked: Life = (it) => {
  it.tell(180, it.is, { type: 'register', details: { name: '架空サンプル商会株式会社' }, status: 'COLD' });
  it.tell(110, it.is, {
    type: 'putOnFile',
    onFile: { reason: 'OTHER', reasonText: '事業を休止すると連絡があった' },
  });
  it.tell(5, it.is, {
    type: 'restore',
    to: 'WORKING',
    data: { ownerId: it.memberIds[it.is], action: firstAction(it, 5) },
    note: '事業を再開したと本人から連絡があった',
  });
};
