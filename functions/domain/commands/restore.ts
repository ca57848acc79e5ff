import type { ProposalInput } from '../account/command-inputs';
import { proposeTransition } from '../account/proposals';
import { defineCommand } from './command';
import { awaitedPaths, RULE_FIELDS } from './command-reads';

/** A proposal to bring back an account that is a bad fit or on file. */
export const restore = defineCommand<'restore', ProposalInput>({
  type: 'restore',
  givenBy: 'knownRep',
  reads: ({ data = {} }) => [...RULE_FIELDS, ...awaitedPaths(data)],
  decide: (draft, { to, data = {}, note = null }, context) =>
    proposeTransition(draft, to, data, note, context),
});
