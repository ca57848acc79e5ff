/** Paths of changes that several commands read. */
import type { AwaitedInput } from '../account/command-inputs';

/** What the guards read. A contact that was logged meanwhile is no conflict; a first meeting is (everMet). */
export const RULE_FIELDS: readonly string[] = [
  'status',
  'ownerId',
  'everMet',
  'bant',
  'latentNeed',
  'opportunities',
  'products',
  'lost',
  'badFit',
  'onFile',
  'proposal',
];

/** The person we keep in touch with, and what is waited for, where the command names them itself. */
export const awaitedPaths = ({ contact, contactId, awaitedCondition }: AwaitedInput): string[] => [
  ...(contact === undefined && contactId === undefined ? [] : ['awaitedContactId']),
  ...(contact?.id === undefined ? [] : [`contacts.${contact.id}`]),
  ...(awaitedCondition === undefined ? [] : ['status', 'awaitedCondition']),
];
