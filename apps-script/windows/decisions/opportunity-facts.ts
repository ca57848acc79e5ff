/** The whole note with which an opportunity was passed on, line by line. */
import type { Opportunity } from '../../../functions/domain/account/account';
import { INPUT_FIELD_LABELS } from '../../../functions/domain/account/input-field-texts';
import { tHandOver } from '../messages/hand-over-catalog';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';

const NOTE_PARTS = ['metWith', 'bant', 'nextStep'] as const;

export const opportunityFacts = (
  viewer: Pick<Viewer, 'language' | 'members'>,
  { handOverNote, handOver, note }: Opportunity,
): string[] => [
  ...NOTE_PARTS.map(
    (part) =>
      `${localize(viewer, INPUT_FIELD_LABELS[`opportunity.handOverNote.${part}`])}: ${handOverNote[part]}`,
  ),
  ...(note === null ? [] : [note]),
  ...(handOver === null
    ? []
    : [
        tHandOver(viewer, handOver.acknowledgedOn === null ? 'passedWaiting' : 'passedOn', {
          from: memberName(viewer, handOver.fromId ?? handOver.by),
          date: formatDate(viewer, handOver.on),
          note: handOver.note ?? '',
        }),
      ]),
];
