/** A trouble in the person's language, and a way to try again. */
import type { ApiError } from '../../script-api';
import { localize, t, type Viewer } from '../messages/viewer';
import { button, node } from './dom';

export const errorView = (
  viewer: Pick<Viewer, 'language'>,
  { message }: ApiError,
  again: (() => unknown) | null,
): HTMLElement =>
  node(
    'div',
    { class: 'trouble', role: 'alert' },
    node('p', {}, localize(viewer, message)),
    again === null ? null : button(t(viewer, 'tryAgain'), again),
  );
