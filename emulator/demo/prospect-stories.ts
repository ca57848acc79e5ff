/** Lives that end among the prospects: at work on them, or given up. All made up. */
import {
  type DemoStory,
  handToFieldSales,
  logFollowUp,
  logMeeting,
  partIdAt,
  type StoryDay,
  startWorking,
} from './story-kit';

export const workingProspect =
  (since: StoryDay, ...calls: StoryDay[]): DemoStory =>
  (it) => {
    startWorking(it, since);
    for (const day of calls) logFollowUp(it, day);
  };

export const unresponsive: DemoStory = (it) => {
  workingProspect(150, 125, 110)(it);
  it.addStep(95, it.is, {
    type: 'changeStatus',
    to: 'COLD',
    data: { reason: '四回連絡したが反応がなく、一度も会えていない。' },
  });
};

export const returnedToInsideSales: DemoStory = (it) => {
  const opened = handToFieldSales(it, 30);
  it.addStep(12, it.fs, {
    type: 'closeOpportunity',
    closing: { opportunityId: partIdAt('o', opened), outcome: 'returned', on: it.on(12) },
    decision: {
      to: 'WORKING',
      data: { reason: '決裁者にまだ会えていないため、IS で確認をお願いします。' },
    },
  });
};

export const correctedMeeting: DemoStory = (it) => {
  startWorking(it, 30);
  const met = logMeeting(it, 20);
  it.addStep(12, it.manager, {
    type: 'correctMeeting',
    activityId: partIdAt('a', met),
    reason: '同じ名前の別の会社との商談だったため、取り消します。',
  });
};

export const undoneBant: DemoStory = (it) => {
  startWorking(it, 20);
  const answered = it.addStep(12, it.is, { type: 'setBant', bant: { budget: 'yes' } });
  it.addStep(12, it.is, { type: 'undo', version: answered });
};
