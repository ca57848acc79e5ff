/** Lives that end among the prospects: at work on them, or given up. All made up. */
import { type Day, followUp, type Life, meet, part, passOn, startWorking } from './telling';

export const working =
  (since: Day, ...calls: Day[]): Life =>
  (it) => {
    startWorking(it, since);
    for (const day of calls) followUp(it, day);
  };

export const unresponsive: Life = (it) => {
  working(150, 125, 110)(it);
  it.tell(95, it.is, {
    type: 'changeStatus',
    to: 'COLD',
    data: { reason: '四回連絡したが反応がなく、一度も会えていない。' },
  });
};

export const returned: Life = (it) => {
  const opened = passOn(it, 30);
  it.tell(12, it.fs, {
    type: 'closeOpportunity',
    closing: { opportunityId: part('o', opened), outcome: 'returned', on: it.on(12) },
    decision: {
      to: 'WORKING',
      data: { reason: '決裁者にまだ会えていないため、IS で確認をお願いします。' },
    },
  });
};

export const wronglyMet: Life = (it) => {
  startWorking(it, 30);
  const met = meet(it, 20);
  it.tell(12, it.manager, {
    type: 'correctMeeting',
    activityId: part('a', met),
    reason: '同じ名前の別の会社との商談だったため、取り消します。',
  });
};

export const wronglyAnswered: Life = (it) => {
  startWorking(it, 20);
  const answered = it.tell(12, it.is, { type: 'setBant', bant: { budget: 'yes' } });
  it.tell(12, it.is, { type: 'undo', version: answered });
};
