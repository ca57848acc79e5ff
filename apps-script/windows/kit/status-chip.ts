/** A status as the register colours it. */
import { STATUS, type Status } from '../../../functions/domain/status/statuses';
import { localize, type Viewer } from '../messages/viewer';
import { node } from './dom';

export const statusChip = (viewer: Pick<Viewer, 'language'>, status: Status): HTMLElement =>
  node('span', { class: 'chip', 'data-status': status }, localize(viewer, STATUS[status].label));
