import {
  CLOSE_BUTTON,
  type ClosableUpdate,
  ESCAPE_KEY,
  neverBusy,
  updateClosable,
} from '../../../../apps-script/windows/kit/closing';
import { CLOSE, step } from '../../../../apps-script/windows/kit/step';

/** How many blocks are still to be sent. */
const BLOCKS: ClosableUpdate<number, 'sent'> = {
  update: (left) => step(left - 1),
  isBusy: (left) => left > 0,
};

test('the button does nothing until all is sent, and closes the window then', () => {
  expect(updateClosable(BLOCKS, 1, CLOSE_BUTTON)).toEqual(step(1));
  const sent = updateClosable(BLOCKS, 1, 'sent');
  expect(sent).toEqual(step(0));
  expect(updateClosable(BLOCKS, sent.state, CLOSE_BUTTON)).toEqual(step(0, CLOSE));
});

test('a window that sends nothing is closed at any time', () => {
  expect(updateClosable({ ...BLOCKS, isBusy: neverBusy }, 1, CLOSE_BUTTON).effects).toEqual([CLOSE]);
});

test('Escape takes back a question within the window first, then closes it, but not while something is sent', () => {
  const asking: ClosableUpdate<number, 'no' | 'sent'> = {
    update: (left, message) => step(message === 'no' ? 0 : left),
    isBusy: (left) => left > 1,
    takeBack: (left) => (left === 1 ? 'no' : null),
  };
  const { state, effects } = updateClosable(asking, 1, ESCAPE_KEY);
  expect([state, effects]).toEqual([0, []]);
  expect(updateClosable(asking, state, ESCAPE_KEY).effects).toEqual([CLOSE]);
  expect(updateClosable(asking, 2, ESCAPE_KEY)).toEqual(step(2));
});
