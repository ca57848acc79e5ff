/** A trouble in the person's language, and a way to try again. */
import type { Trouble } from '../told';
import { type Here, of, say } from './here';
import { button, node } from './nodes';

export const troubleView = (
  here: Pick<Here, 'language'>,
  { message }: Trouble,
  again: (() => unknown) | null,
): HTMLElement =>
  node(
    'div',
    { class: 'trouble', role: 'alert' },
    node('p', {}, of(here, message)),
    again === null ? null : button(say(here, 'tryAgain'), again),
  );
