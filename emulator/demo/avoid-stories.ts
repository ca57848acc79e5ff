/** Stories of accounts in which nobody prospects: clients, bad fits, accounts on file. All made up. */

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
import { FICTIONAL_COMPANIES, orderReference, STORY_NOTES } from './story-notes';
import { CONTRACT_LIST, OWN_PRODUCTS, PURCHASED_PRODUCT } from './team';

export const wonClient =
  (since: StoryDay, day: StoryDay): DemoStory =>
  (story) => {
    winOpportunity(story, handToFieldSales(story, since), day);
  };
export const clientWithOneLoss: DemoStory = (story) => {
  const first = handToFieldSales(story, 150);
  const second = story.addStep(125, story.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(story, 125, pickNth(OWN_PRODUCTS, story.n + 1)),
  });
  story.addStep(95, story.fs, {
    type: 'closeOpportunity',
    closing: {
      opportunityId: partIdAt('o', first),
      outcome: 'lost',
      on: story.on(95),
      lostReason: 'COMPETITOR',
    },
  });
  winOpportunity(story, second, 95);
};
export const clientWithNewOpportunity: DemoStory = (story) => {
  winOpportunity(story, handToFieldSales(story, 230), 180);
  story.addStep(20, story.fs, {
    type: 'addOpportunity',
    opportunity: opportunityInput(story, 20, pickNth(OWN_PRODUCTS, story.n + 1)),
  });
};
export const longStandingClient: DemoStory = (story) => {
  story.addStep(300, story.fs, {
    type: 'changeStatus',
    to: 'CURRENT_CLIENT',
    data: {
      ownerId: story.memberIds[story.fs],
      product: {
        product: pickNth(OWN_PRODUCTS, story.n),
        since: addMonths(story.on(300), -12 - story.n),
        reference: orderReference(`H-${1000 + story.n}`),
      },
    },
  });
};
export const churnedClient: DemoStory = (story) => {
  const sold = winOpportunity(story, handToFieldSales(story, 260), 180);
  story.addStep(45, story.fs, {
    type: 'changeStatus',
    to: 'QUARTERLY_CHECK',
    data: {
      ...quarterlyCheckData(story),
      meeting: {
        date: story.on(45),
        with: contactLabel(story),
        note: STORY_NOTES.churnMeeting,
      },
      churn: [{ productId: partIdAt('p', sold), endsOn: story.on(45), reason: STORY_NOTES.churnReason }],
    },
  });
};

/** For companies of the purchased list, which were imported as clients of its product. */
export const clientOfTwoLists: DemoStory = (story) => {
  story.addStep(230, story.fs, {
    type: 'saveProduct',
    product: {
      product: pickNth(OWN_PRODUCTS, story.n),
      state: 'live',
      since: story.on(260),
      reference: orderReference(`H-${2000 + story.n}`),
      source: `list:${CONTRACT_LIST}`,
    },
  });
};
export const confirmedPurchasedClient: DemoStory = (story) => {
  story.addStep(180, story.fs, {
    type: 'saveProduct',
    product: {
      id: partIdAt('p', 1),
      product: PURCHASED_PRODUCT,
      state: 'live',
      confirmedBy: story.memberIds[story.fs],
    },
  });
};
export const clientWithExpiredContract: DemoStory = (story) => {
  story.addStep(95, story.fs, {
    type: 'saveProduct',
    product: {
      id: partIdAt('p', 1),
      product: PURCHASED_PRODUCT,
      state: 'live',
      reference: orderReference(`M-${300 + story.n}`),
      endsOn: story.on(12),
      churnReason: STORY_NOTES.expiredContract,
    },
  });
};
export const untouchedCold: DemoStory = () => undefined;

export const judgedBadFit =
  (day: StoryDay, reviewed?: StoryDay): DemoStory =>
  (story) => {
    startWorking(story, previousStoryDay(day));
    const proposed = story.addStep(day, story.is, {
      type: 'changeStatus',
      to: 'BAD_FIT',
      data: badFitData(story),
    });
    if (reviewed !== undefined)
      story.addStep(reviewed, story.manager, {
        type: 'approve',
        proposalId: partIdAt('r', proposed),
        note: STORY_NOTES.badFitApproved,
      });
  };
export const badFitAfterLoss =
  (approved: boolean): DemoStory =>
  (story) => {
    lostBeforeOpportunity(125)(story);
    const proposed = story.addStep(30, story.is, {
      type: 'propose',
      to: 'BAD_FIT',
      data: badFitData(story, 'gone'),
      note: pickNth(BAD_FIT_NOTES, story.n).note,
    });
    if (approved)
      story.addStep(20, story.manager, {
        type: 'approve',
        proposalId: partIdAt('r', proposed),
        note: STORY_NOTES.proposalApproved,
      });
  };
export const badFitFoundByCheck: DemoStory = (story) => {
  enterQuarterlyCheck(story, 125);
  story.addStep(12, story.is, {
    type: 'recordCheck',
    result: 'badFit',
    activity: {
      kind: 'call',
      date: story.on(12),
      with: contactLabel(story),
      note: STORY_NOTES.badFitFound,
    },
    data: badFitData(story, 'gone'),
  });
};

export const registeredDuplicate: DemoStory = (story) => {
  const name = `(株)${story.company.name.replace(/株式会社|\s/g, '')}`;
  story.addStep(80, story.is, { type: 'register', details: { name }, status: 'COLD' });
  story.addStep(60, story.is, {
    type: 'putOnFile',
    onFile: {
      reason: 'DUPLICATE',
      reasonText: STORY_NOTES.registeredFromCard,
      successorId: story.company.id,
    },
  });
};
export const acquiredCompany: DemoStory = (story) => {
  story.addStep(260, story.fs, {
    type: 'register',
    details: { name: FICTIONAL_COMPANIES.acquired },
    status: 'CURRENT_CLIENT',
    data: {
      ownerId: story.memberIds[story.fs],
      product: {
        product: pickNth(OWN_PRODUCTS, story.n),
        since: story.on(300),
        reference: orderReference('H-3001'),
      },
    },
  });
  story.addStep(80, story.fs, {
    type: 'putOnFile',
    onFile: { reason: 'ACQUIRED', successorId: story.company.id, products: 'successor' },
  });
};
export const dissolvedCompany: DemoStory = (story) => {
  story.addStep(180, story.is, {
    type: 'register',
    details: { name: FICTIONAL_COMPANIES.dissolved },
    status: 'COLD',
  });
  story.addStep(60, story.is, { type: 'putOnFile', onFile: { reason: 'DISSOLVED' } });
};
export const restoreRequested: DemoStory = (story) => {
  story.addStep(180, story.is, {
    type: 'register',
    details: { name: FICTIONAL_COMPANIES.suspended },
    status: 'COLD',
  });
  story.addStep(110, story.is, {
    type: 'putOnFile',
    onFile: { reason: 'OTHER', reasonText: STORY_NOTES.suspended },
  });
  story.addStep(5, story.is, {
    type: 'restore',
    to: 'WORKING',
    data: { ownerId: story.memberIds[story.is], action: firstActionInput(story, 5) },
    note: STORY_NOTES.resumed,
  });
};
