import { editHint, stepHint } from '../../../../functions/domain/queue/edit-hint';
import { BAND_ORDER } from '../../../../functions/domain/queue/queue';
import { EDIT_HINTS, STEP_HINTS } from '../../../../functions/domain/queue/queue-edit-texts';

test('what a row gives is asked for there, all else in the window of the command', () => {
  expect(editHint('approve', ['note'])).toBe(EDIT_HINTS.note);
  expect(editHint('changeStatus', ['awaitedCondition'])).toBe(EDIT_HINTS.note);
  expect(editHint('changeStatus', ['awaitedCondition', 'bant.need'])).toBe(EDIT_HINTS.changeStatus);
  expect(editHint('setNextCheck', ['nextCheckDate'])).toBe(EDIT_HINTS.due);
  expect(editHint('approve', [])).toBeNull();
});

test('a row says where it is worked off when that is not its result', () => {
  const working = { status: 'WORKING', ownerId: 'is', actorId: null, lateness: 0 } as const;
  const hinted = (over: Partial<Parameters<typeof stepHint>[0]>) =>
    BAND_ORDER.filter((band) => stepHint({ band, ...working, ...over }) !== null);
  expect(hinted({ actorId: 'is', lateness: 3 })).toEqual(['leaver', 'debt']);
  expect(hinted({ actorId: null, lateness: 2 })).toEqual(['leaver', 'debt']);
  // So late that somebody else is to take it over.
  expect(hinted({ actorId: null, lateness: 3 })).toEqual(['overdue', 'handOver', 'leaver', 'debt']);
  expect(stepHint({ ...working, band: 'handOver', lateness: 3 })).toBe(STEP_HINTS.owner);
  // Nobody has it.
  const unowned = { ...working, status: 'QUARTERLY_CHECK', ownerId: null } as const;
  expect(stepHint({ ...unowned, band: 'decide' })).toBe(STEP_HINTS.owner);
  expect(stepHint({ ...unowned, band: 'approve' })).toBeNull();
});
