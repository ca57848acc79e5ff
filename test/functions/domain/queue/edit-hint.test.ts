import { editHint, stepHint } from '../../../../functions/domain/queue/edit-hint';
import { BAND_ORDER } from '../../../../functions/domain/queue/queue';
import { EDIT_HINTS } from '../../../../functions/domain/queue/queue-edit-texts';

test('what a row gives is asked for there, all else in the window of the command', () => {
  expect(editHint('approve', ['note'])).toBe(EDIT_HINTS.note);
  expect(editHint('changeStatus', ['awaitedCondition'])).toBe(EDIT_HINTS.note);
  expect(editHint('changeStatus', ['awaitedCondition', 'bant.need'])).toBe(EDIT_HINTS.changeStatus);
  expect(editHint('setNextCheck', ['nextCheckDate'])).toBe(EDIT_HINTS.due);
  expect(editHint('approve', [])).toBeNull();
});

test('a row says where it is worked off when that is not its result', () => {
  expect(BAND_ORDER.filter((band) => stepHint({ band }) !== null)).toEqual(['leaver', 'debt']);
});
