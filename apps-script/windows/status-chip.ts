/** A status as the register colours it. */
import { STATUS, type Status } from '../../functions/domain/statuses';
import { type Here, of } from './here';
import { node } from './nodes';

export const statusChip = (here: Pick<Here, 'language'>, status: Status): HTMLElement =>
  node('span', { class: 'chip', 'data-status': status }, of(here, STATUS[status].label));
