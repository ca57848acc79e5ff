/** The forms of an account's pane by name, so that one can be opened again on a newer version of the account. */
import { contactById, partById } from '../../../functions/domain/account/account';
import type { AccountView } from '../../script-api';
import type { CommandForm } from '../kit/command-form';
import type { FormField } from '../kit/form-data';
import type { InputPath, TransitionInput } from '../kit/form-input';
import { tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import {
  answerHandOverForm,
  awaitedForm,
  bantForm,
  detailsForm,
  fillInForm,
  formerNameForm,
  handOverForm,
  keepPromisesForm,
  nextCheckForm,
  parentForm,
  textForm,
} from './account-forms';
import { closeForm } from './close-form';
import { eraseContactForm } from './erase-contact-form';
import { logContactForm } from './log-contact-form';
import { moveContactForm } from './move-contact-form';
import { contactForm, opportunityForm, productForm } from './part-forms';
import { recordCheckForm } from './record-check-form';
import { reviewBadFitForm } from './review-bad-fit-form';

/** Forms about the account as a whole, offered at its head. */
export type HeadForm =
  | 'logContact'
  | 'recordCheck'
  | 'nextCheck'
  | 'awaited'
  | 'handOver'
  | 'answerHandOver'
  | 'keepPromises';

export type FormName =
  | { form: HeadForm }
  | { form: 'approve' | 'reject'; proposalId: string }
  | { form: 'reviewBadFit' }
  | { form: 'unmerge' | 'cutLink' }
  | { form: 'bant' | 'opportunity' | 'parent' | 'details' | 'formerName' }
  | { form: 'fillIn'; missing: readonly FormField<InputPath<TransitionInput>>[] }
  /** Null for a new one. */
  | { form: 'contact' | 'product'; id: string | null }
  | { form: 'closeOpportunity' | 'eraseContact' | 'moveContact'; id: string }
  | { form: 'correctMeeting'; activityId: string };

/** Null where the part that it is about is not there any more. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each form, and nothing else.
export const accountForm = (viewer: Viewer, accountView: AccountView, name: FormName): CommandForm | null => {
  const { account } = accountView;
  switch (name.form) {
    case 'logContact':
      return logContactForm(viewer, accountView, {}, tAccount(viewer, 'logContact'));
    case 'recordCheck':
      return recordCheckForm(viewer, accountView, {}, tAccount(viewer, 'recordCheck'));
    case 'nextCheck':
      return nextCheckForm(viewer, accountView);
    case 'awaited':
      return awaitedForm(viewer, accountView);
    case 'handOver':
      return handOverForm(viewer, accountView);
    case 'answerHandOver':
      return answerHandOverForm(viewer, accountView);
    case 'keepPromises':
      return keepPromisesForm(viewer);
    case 'approve':
    case 'reject': {
      const { form: type, proposalId } = name;
      const products = accountView.approval?.toJudge ?? [];
      return textForm(viewer, {
        title: type,
        label: 'note',
        done: type === 'approve' ? 'proposalApproved' : 'proposalRejected',
        command: (note) =>
          type === 'approve' && products.length > 0
            ? { type, proposalId, note, products: [...products] }
            : { type, proposalId, note },
      });
    }
    case 'reviewBadFit':
      return reviewBadFitForm(viewer, accountView);
    case 'unmerge':
    case 'cutLink': {
      const { form: type } = name;
      return textForm(viewer, {
        title: type,
        label: 'reason',
        done: type === 'unmerge' ? 'unmergeDone' : 'saved',
        command: (reason) => ({ type, reason }),
      });
    }
    case 'bant':
      return bantForm(viewer, accountView);
    case 'opportunity':
      return opportunityForm(viewer, accountView);
    case 'parent':
      return parentForm(viewer, accountView);
    case 'details':
      return detailsForm(viewer, accountView);
    case 'formerName':
      return formerNameForm(viewer, accountView);
    case 'fillIn':
      return fillInForm(viewer, accountView, name.missing);
    case 'contact':
      return contactForm(viewer, accountView, partOrNull(account.contacts, name.id));
    case 'eraseContact': {
      const contact = contactById(account, name.id);
      return contact === undefined ? null : eraseContactForm(viewer, contact);
    }
    case 'moveContact': {
      const contact = contactById(account, name.id);
      return contact === undefined ? null : moveContactForm(viewer, accountView, contact);
    }
    case 'product':
      return productForm(viewer, accountView, partOrNull(account.products, name.id));
    case 'closeOpportunity': {
      const opportunity = partById(account.opportunities, name.id);
      return opportunity === undefined ? null : closeForm(viewer, accountView, opportunity);
    }
    case 'correctMeeting': {
      const { activityId } = name;
      return textForm(viewer, {
        title: 'correctMeeting',
        label: 'reason',
        command: (reason) => ({ type: 'correctMeeting', activityId, reason }),
      });
    }
    default:
      return name satisfies never;
  }
};

const partOrNull = <Part>(parts: Readonly<Record<string, Part>>, id: string | null): Part | null =>
  id === null ? null : (partById(parts, id) ?? null);
