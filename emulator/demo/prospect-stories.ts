/** Stories of prospects: being worked on, or given up. All made up. */
import {
  type DemoStory,
  handToFieldSales,
  logFollowUp,
  logMeeting,
  partIdAt,
  type StoryDay,
  startWorking,
} from './story-kit';
import { STORY_NOTES } from './story-notes';

export const workingProspect =
  (since: StoryDay, ...calls: StoryDay[]): DemoStory =>
  (story) => {
    startWorking(story, since);
    for (const day of calls) logFollowUp(story, day);
  };

export const unresponsive: DemoStory = (story) => {
  workingProspect(150, 125, 110)(story);
  story.addStep(95, story.is, {
    type: 'changeStatus',
    to: 'COLD',
    data: { reason: STORY_NOTES.noResponse },
  });
};

export const returnedToInsideSales: DemoStory = (story) => {
  const opened = handToFieldSales(story, 30);
  story.addStep(12, story.fs, {
    type: 'closeOpportunity',
    closing: { opportunityId: partIdAt('o', opened), outcome: 'returned', on: story.on(12) },
    decision: {
      to: 'WORKING',
      data: { reason: STORY_NOTES.decisionMakerNotMet },
    },
  });
};

export const correctedMeeting: DemoStory = (story) => {
  startWorking(story, 30);
  const met = logMeeting(story, 20);
  story.addStep(12, story.manager, {
    type: 'correctMeeting',
    activityId: partIdAt('a', met),
    reason: STORY_NOTES.wrongCompany,
  });
};

export const undoneBant: DemoStory = (story) => {
  startWorking(story, 20);
  const answered = story.addStep(12, story.is, { type: 'setBant', bant: { budget: 'yes' } });
  story.addStep(12, story.is, { type: 'undo', version: answered });
};
