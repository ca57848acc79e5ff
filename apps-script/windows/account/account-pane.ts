/** The sidebar's view of one account: it is read anew behind an open form, and what was typed stays. */
import { partById } from '../../../functions/domain/account/account';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { isManager, mayWrite } from '../../../functions/domain/account/team';
import { isOwnRecentChange, undoObstacle } from '../../../functions/domain/account/undo-obstacle';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView, SheetCommandResult } from '../../script-api';
import { type CommandSender, sendOne } from '../kit/command-sender';
import { button, focusFirst, node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { createFields, createForm, type FormTree } from '../kit/form';
import { type FormValues, fieldFromNeed, moveInputOf } from '../kit/form-data';
import { refusalView } from '../kit/refusal-view';
import type { CommandRequestBody } from '../kit/request-ids';
import { resultView, showResult } from '../kit/result-view';
import { callScript } from '../kit/script-client';
import { statusChip } from '../kit/status-chip';
import type { WindowMessageKey } from '../messages/catalog';
import { statusLabel } from '../messages/change-text';
import { formatDate, memberName, t, type Viewer } from '../messages/viewer';
import { changeStatusSentence, changeStatusView } from '../status/change-status-form';
import {
  type AccountForm,
  awaitedForm,
  bantForm,
  closeForm,
  contactForm,
  detailsForm,
  handOverForm,
  nextCheckForm,
  opportunityForm,
  parentForm,
  productForm,
  textForm,
} from './account-forms';
import { historyView } from './account-history';
import {
  bantSection,
  contactsSection,
  detailsSection,
  groupSection,
  headFacts,
  missingDataText,
  opportunitiesSection,
  productsSection,
} from './account-sections';
import {
  activityOf,
  logContactCommand,
  logContactFields,
  logContactSentence,
  overlapWarning,
} from './log-contact-form';
import type { MergeChoice } from './merge-command';
import { mergeView } from './merge-form';
import { recordCheckCommand, recordCheckFields } from './record-check-form';

export type PaneTab = 'account' | 'history';

export interface AccountPane {
  id: string;
  element: HTMLElement;
  /** Of the account that is shown; 0 while it is not read yet. */
  version(): number;
  refresh(): Promise<void>;
  /** Something is typed, or on its way. */
  isInUse(): boolean;
  change(to: Status): Promise<void>;
}

const SECTIONS = [
  'change',
  'debts',
  'bant',
  'contacts',
  'opportunities',
  'products',
  'group',
  'details',
  'history',
] as const;
type SectionName = (typeof SECTIONS)[number];

interface OpenForm {
  element: HTMLElement;
  isDirty(): boolean;
  isBusy(): boolean;
}

/** The functions decide; what they would surely refuse is not offered. */
const undoableEntry = ({ history, you }: AccountView): HistoryEntry | null => {
  const [newest] = history;
  if (newest === undefined || !mayWrite(you)) return null;
  return undoObstacle(newest, { actor: you, now: new Date().toISOString() }) === null ? newest : null;
};

/** A manager, or who merged it within a day. */
const mayUnmerge = ({ merged }: AccountView['account'], you: AccountView['you']): boolean =>
  merged !== null &&
  mayWrite(you) &&
  (isManager(you) || isOwnRecentChange(merged, { actor: you, now: new Date().toISOString() }));

export const accountPane = (
  viewer: Viewer,
  sender: CommandSender,
  id: string,
  name: string,
  first: PaneTab,
  look: (id: string) => void,
): AccountPane => {
  let accountView: AccountView | null = null;
  let work: OpenForm | null = null;
  let tab: PaneTab = first;

  const head = node(
    'div',
    {},
    node('h2', { class: 'name' }, name),
    node('p', { class: 'quiet' }, t(viewer, 'reading')),
  );
  const said = node('div', { 'aria-live': 'polite' });
  const eachSlot = (make: () => HTMLElement): Record<SectionName, HTMLElement> =>
    Object.fromEntries(SECTIONS.map((slot) => [slot, make()])) as Record<string, HTMLElement> as Record<
      SectionName,
      HTMLElement
    >;
  const slots = eachSlot(() => node('div', { class: 'slot' }));
  const bodies = eachSlot(() => node('div'));
  const heads = eachSlot(() => node('div', { class: 'section-head' }));

  const section = (slot: SectionName): HTMLElement =>
    node('section', {}, heads[slot], bodies[slot], slots[slot]);
  const panels: Readonly<Record<PaneTab, HTMLElement>> = {
    account: node(
      'div',
      { role: 'tabpanel', id: 'panel-account', 'aria-labelledby': 'tab-account' },
      ...(
        ['change', 'debts', 'bant', 'contacts', 'opportunities', 'products', 'group', 'details'] as const
      ).map(section),
    ),
    history: node(
      'div',
      { role: 'tabpanel', id: 'panel-history', 'aria-labelledby': 'tab-history' },
      node('section', {}, slots.history, bodies.history),
    ),
  };
  const tabButton = (one: PaneTab): HTMLButtonElement =>
    node(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${one}`,
        'aria-controls': `panel-${one}`,
        onclick: () => showTab(one),
      },
      t(viewer, one === 'account' ? 'tabAccount' : 'tabHistory'),
    );
  const tabs = { account: tabButton('account'), history: tabButton('history') };
  const showTab = (one: PaneTab): void => {
    tab = one;
    for (const each of ['account', 'history'] as const) {
      tabs[each].setAttribute('aria-selected', String(each === one));
      tabs[each].tabIndex = each === one ? 0 : -1;
      panels[each].hidden = each !== one;
    }
  };
  const tabList = node(
    'div',
    {
      role: 'tablist',
      class: 'tabs',
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
        showTab(tab === 'account' ? 'history' : 'account');
        tabs[tab].focus();
      },
    },
    tabs.account,
    tabs.history,
  );
  const whole = node('div', { hidden: true }, tabList, panels.account, panels.history);
  const element = node('article', { class: 'pane' }, head, said, whole);

  const close = (): void => {
    work?.element.remove();
    work = null;
  };
  /** One form at a time; one with something in it is not thrown away for another. */
  const begin = (slot: SectionName, made: OpenForm): void => {
    if (work?.isBusy()) return;
    if (work?.isDirty()) {
      setChildren(said, node('p', { class: 'warning', role: 'alert' }, t(viewer, 'finishFirst')));
      work.element.scrollIntoView({ block: 'center' });
      return;
    }
    close();
    setChildren(said);
    work = made;
    slots[slot].append(made.element);
    made.element.scrollIntoView({ block: 'nearest' });
    focusFirst(made.element);
  };
  const done = (result: SheetCommandResult, sentence: string): void => {
    close();
    showResult(
      said,
      resultView(viewer, sender, { sentence, accepted: [result], onUndone: refresh, close: null }),
    );
    said.scrollIntoView({ block: 'nearest' });
    void refresh();
  };

  const open = (
    slot: SectionName,
    make: (now: AccountView) => AccountForm & {
      intro?: Node | null;
      sentence?: (result: SheetCommandResult, tree: FormTree) => string;
    },
    values: FormValues = {},
  ): void => {
    if (accountView === null) return;
    const { account } = accountView;
    const { title, fields, submit, command, intro, sentence } = make(accountView);
    fields.write(values);
    const form = createForm(viewer, {
      title: t(viewer, title),
      intro: intro ?? null,
      fields,
      submit: t(viewer, submit),
      cancel: close,
      send: (tree) =>
        sendOne(
          viewer,
          sender,
          { accountId: account.id, version: account.version, command: command(tree) },
          {
            done: (result) => done(result, sentence?.(result, tree) ?? t(viewer, 'saved')),
            reload: async () => {
              const typed = fields.values();
              await refresh();
              close();
              open(slot, make, typed);
            },
          },
        ),
    });
    begin(slot, { element: form.element, isDirty: fields.isDirty, isBusy: form.isBusy });
  };

  const openChange = (to: Status, values: FormValues = {}): void => {
    if (accountView === null) return;
    showTab('account');
    const view = changeStatusView(viewer, sender, {
      accountView,
      to,
      values,
      choice: false,
      done,
      cancel: close,
      reload: async (wanted, typed) => {
        await refresh();
        close();
        openChange(wanted ?? to, typed);
      },
    });
    begin('change', view);
  };

  const openMerge = (terms: Partial<MergeChoice> = {}): void => {
    if (accountView === null) return;
    begin(
      'details',
      mergeView(viewer, sender, {
        accountView,
        terms,
        done,
        cancel: close,
        reload: async (chosen) => {
          await refresh();
          close();
          openMerge(chosen);
        },
      }),
    );
  };

  /** At once, without a form. */
  const act = async (command: CommandRequestBody['command'], sentence: WindowMessageKey): Promise<void> => {
    if (accountView === null || work?.isBusy()) return;
    const request: CommandRequestBody = {
      accountId: accountView.account.id,
      version: accountView.account.version,
      command,
    };
    const send = async (): Promise<void> => {
      setChildren(said, node('p', { class: 'quiet' }, t(viewer, 'sending')));
      const answer = await sender.send([request]);
      if ('error' in answer) {
        setChildren(said, errorView(viewer, answer.error, send));
        return;
      }
      const [result] = answer.value;
      if (result === undefined) return;
      if (result.refusal === null) done(result, t(viewer, sentence));
      else setChildren(said, refusalView(viewer, result.refusal, { reload: refresh }));
    };
    await send();
  };

  /** What the account owes is asked of the functions: an empty answer is refused with everything that is missing. */
  const fillDebts = async (): Promise<void> => {
    if (accountView === null) return;
    const { id: accountId, version } = accountView.account;
    setChildren(said, node('p', { class: 'quiet' }, t(viewer, 'reading')));
    const answer = await sender.send([{ accountId, version, command: { type: 'fillIn', data: {} } }]);
    if ('error' in answer) {
      setChildren(said, errorView(viewer, answer.error, fillDebts));
      return;
    }
    const [result] = answer.value;
    if (result === undefined) return;
    if (result.refusal === null) {
      done(result, t(viewer, 'saved'));
      return;
    }
    if ((result.refusal.missing ?? []).length === 0) {
      setChildren(said, refusalView(viewer, result.refusal, { reload: refresh }));
      return;
    }
    const asked = (result.refusal.missing ?? []).map((need) => ({ ...fieldFromNeed(need), optional: true }));
    setChildren(said);
    open('debts', (now) => ({
      title: 'fillIn',
      submit: 'save',
      fields: createFields(viewer, { account: now.account }, asked),
      command: (tree) => ({ type: 'fillIn', data: moveInputOf(tree).data }),
    }));
  };

  const log = (): void =>
    open('change', (now) => ({
      title: 'logContact',
      submit: 'log',
      fields: logContactFields(viewer, now),
      intro: overlapWarning(viewer, now),
      command: logContactCommand,
      sentence: (result, tree) => logContactSentence(viewer, result, activityOf(tree).kind),
    }));
  const check = (): void =>
    open('change', (now) => ({
      title: 'recordCheck',
      submit: 'recordCheck',
      fields: recordCheckFields(viewer, now),
      intro: overlapWarning(viewer, now),
      command: recordCheckCommand,
      sentence: (result) => changeStatusSentence(viewer, result, false),
    }));

  const proposalView = ({ account, you, members }: AccountView): HTMLElement | null => {
    const { proposal } = account;
    if (proposal === null) return null;
    const only = Object.values(members).filter(isManager).length === 1;
    const may = isManager(you) && (proposal.by !== you.id || only);
    const answer = (type: 'approve' | 'reject'): void =>
      open('change', () =>
        textForm(viewer, type, 'note', false, (note) => ({ type, proposalId: proposal.id, note })),
      );
    return node(
      'div',
      { class: 'warning' },
      node(
        'p',
        {},
        t(viewer, proposal.inEffect ? 'reviewPending' : 'proposalPending', {
          who: memberName(viewer, proposal.by),
          date: formatDate(viewer, proposal.on),
          status: statusLabel(viewer, proposal.to),
        }),
      ),
      proposal.note === null ? null : node('p', {}, proposal.note),
      may
        ? node(
            'div',
            { class: 'buttons' },
            button(t(viewer, 'approve'), () => answer('approve')),
            button(t(viewer, 'reject'), () => answer('reject')),
          )
        : null,
    );
  };

  const handOverView = ({ account, you }: AccountView): HTMLElement | null => {
    const waiting = account.handOver;
    if (waiting === null || waiting.acknowledgedOn !== null) return null;
    const mine = waiting.toId === you.id;
    return node(
      'div',
      { class: 'warning' },
      node(
        'p',
        {},
        t(viewer, mine ? 'handedToYou' : 'handedTo', {
          by: memberName(viewer, waiting.by),
          to: memberName(viewer, waiting.toId),
          date: formatDate(viewer, waiting.on),
        }),
      ),
      node('p', {}, waiting.note),
      waiting.promises === null ? null : node('p', {}, t(viewer, 'promised', { words: waiting.promises })),
      mine
        ? node(
            'div',
            { class: 'buttons' },
            button(t(viewer, 'acknowledge'), () =>
              act({ type: 'acknowledgeHandOver', accept: true }, 'acknowledged'),
            ),
            button(t(viewer, 'return'), () =>
              open('change', () =>
                textForm(viewer, 'return', 'reason', true, (note) => ({
                  type: 'acknowledgeHandOver',
                  accept: false,
                  ...(note === '' ? {} : { note }),
                })),
              ),
            ),
          )
        : null,
    );
  };

  const linkView = ({ account, you }: AccountView): HTMLElement | null => {
    const successor = account.onFile?.successorId ?? null;
    if (successor === null) return null;
    return node(
      'div',
      { class: 'buttons' },
      button(t(viewer, 'showSuccessor'), () => look(successor)),
      mayUnmerge(account, you)
        ? button(`${t(viewer, 'unmerge')}…`, () =>
            open('change', () => ({
              ...textForm(viewer, 'unmerge', 'reason', false, (reason) => ({ type: 'unmerge', reason })),
              sentence: () => t(viewer, 'unmergeDone'),
            })),
          )
        : null,
      account.merged === null && isManager(you)
        ? button(t(viewer, 'cutLink'), () =>
            open('change', () =>
              textForm(viewer, 'cutLink', 'reason', false, (reason) => ({ type: 'cutLink', reason })),
            ),
          )
        : null,
    );
  };

  const headOf = (
    slot: SectionName,
    title: WindowMessageKey,
    ...acts: readonly (HTMLElement | null)[]
  ): void => setChildren(heads[slot], node('h3', {}, t(viewer, title)), ...acts);

  const show = (now: AccountView): void => {
    const { account, you, offers } = now;
    const may = mayWrite(you) && !account.withdrawn;
    const undoable = undoableEntry(now);
    const owns = account.ownerId === null || account.ownerId === you.id || isManager(you);
    setChildren(
      head,
      node('h2', { class: 'name' }, account.name),
      node('div', {}, statusChip(viewer, account.status)),
      account.withdrawn ? node('p', { class: 'warning' }, t(viewer, 'withdrawn')) : null,
      proposalView(now),
      handOverView(now),
      headFacts(viewer, now),
      linkView(now),
      overlapWarning(viewer, now),
      mayWrite(you) ? null : node('p', { class: 'quiet' }, t(viewer, 'readOnly')),
      may
        ? node(
            'div',
            { class: 'buttons' },
            button(t(viewer, 'logContact'), log, 'primary'),
            account.status === 'QUARTERLY_CHECK' ? button(t(viewer, 'recordCheck'), check, 'primary') : null,
            account.status === 'QUARTERLY_CHECK'
              ? button(t(viewer, 'setNextCheck'), () =>
                  open('change', (latest) => nextCheckForm(viewer, latest)),
                )
              : null,
            account.status === 'QUARTERLY_CHECK'
              ? button(t(viewer, 'setAwaited'), () => open('change', (latest) => awaitedForm(viewer, latest)))
              : null,
            owns
              ? button(t(viewer, 'handOver'), () => open('change', (latest) => handOverForm(viewer, latest)))
              : null,
            undoable === null
              ? null
              : button(t(viewer, 'undoNewest'), () =>
                  act({ type: 'undo', version: undoable.version }, 'undone'),
                ),
          )
        : null,
    );
    headOf('change', 'changeStatus');
    setChildren(
      bodies.change,
      offers.length === 0
        ? node('p', { class: 'quiet' }, t(viewer, 'noOffers'))
        : node(
            'div',
            { class: 'offers' },
            ...offers.map(({ to, approval }) =>
              node(
                'button',
                {
                  type: 'button',
                  class: 'offer',
                  'data-status': to,
                  disabled: !may,
                  onclick: () => openChange(to),
                },
                approval
                  ? t(viewer, 'proposeTo', { status: statusLabel(viewer, to) })
                  : statusLabel(viewer, to),
              ),
            ),
          ),
    );
    if (account.debts.length === 0) {
      setChildren(heads.debts);
      setChildren(bodies.debts);
    } else {
      headOf('debts', 'debts', may ? button(t(viewer, 'fillIn'), fillDebts, 'link') : null);
      setChildren(bodies.debts, node('p', { class: 'warning' }, missingDataText(viewer, now)));
    }
    headOf(
      'bant',
      'bant',
      may
        ? button(t(viewer, 'edit'), () => open('bant', (latest) => bantForm(viewer, latest)), 'link')
        : null,
    );
    setChildren(bodies.bant, bantSection(viewer, now));
    headOf(
      'contacts',
      'contacts',
      may
        ? button(
            t(viewer, 'add'),
            () => open('contacts', (latest) => contactForm(viewer, latest, null)),
            'link',
          )
        : null,
    );
    setChildren(
      bodies.contacts,
      contactsSection(viewer, now, {
        may,
        edit: (contactId) =>
          open('contacts', (latest) =>
            contactForm(viewer, latest, partById(latest.account.contacts, contactId) ?? null),
          ),
      }),
    );
    const onActive = account.status === 'ACTIVE_OPPORTUNITY' || account.status === 'CURRENT_CLIENT';
    const addable = onActive || offers.some(({ to }) => to === 'ACTIVE_OPPORTUNITY');
    headOf(
      'opportunities',
      'opportunities',
      may && addable
        ? button(
            t(viewer, 'add'),
            () =>
              onActive
                ? open('opportunities', (latest) => opportunityForm(viewer, latest))
                : openChange('ACTIVE_OPPORTUNITY'),
            'link',
          )
        : null,
    );
    setChildren(
      bodies.opportunities,
      opportunitiesSection(viewer, now, {
        may,
        close: (opportunityId) => {
          const opportunity = partById(account.opportunities, opportunityId);
          if (opportunity !== undefined)
            open('opportunities', (latest) => closeForm(viewer, latest, opportunity));
        },
      }),
    );
    headOf(
      'products',
      'productsHead',
      may
        ? button(
            t(viewer, 'add'),
            () => open('products', (latest) => productForm(viewer, latest, null)),
            'link',
          )
        : null,
    );
    setChildren(
      bodies.products,
      productsSection(viewer, now, {
        may,
        edit: (productId) =>
          open('products', (latest) =>
            productForm(viewer, latest, partById(latest.account.products, productId) ?? null),
          ),
      }),
    );
    headOf(
      'group',
      'group',
      may
        ? button(
            t(viewer, account.parentId === null ? 'setParent' : 'edit'),
            () => open('group', (latest) => parentForm(viewer, latest)),
            'link',
          )
        : null,
      may && account.parentId !== null
        ? button(
            t(viewer, 'clearParent'),
            () => act({ type: 'editDetails', details: { parentId: null } }, 'saved'),
            'link',
          )
        : null,
    );
    setChildren(bodies.group, groupSection(viewer, now, look));
    headOf(
      'details',
      'details',
      may
        ? button(t(viewer, 'edit'), () => open('details', (latest) => detailsForm(viewer, latest)), 'link')
        : null,
    );
    const mergeable = may && account.merged === null && account.onFile?.successorId == null;
    setChildren(
      bodies.details,
      detailsSection(viewer, now),
      mergeable ? button(`${t(viewer, 'mergeInto')}…`, () => openMerge()) : null,
    );
    setChildren(
      bodies.history,
      historyView(viewer, now, (activity) =>
        open('history', () =>
          textForm(viewer, 'correctMeeting', 'reason', false, (reason) => ({
            type: 'correctMeeting',
            activityId: activity.id,
            reason,
          })),
        ),
      ),
    );
    whole.hidden = false;
    showTab(tab);
  };

  let newest = 0;
  const refresh = async (): Promise<void> => {
    newest += 1;
    const mine = newest;
    const answer = await callScript('readAccount', id, null);
    if (mine !== newest) return;
    if ('error' in answer) {
      setChildren(said, errorView(viewer, answer.error, refresh));
      return;
    }
    accountView = answer.value;
    const { members, you, today } = accountView;
    Object.assign(viewer, { members, you, today });
    show(accountView);
  };

  return {
    id,
    element,
    version: () => accountView?.account.version ?? 0,
    refresh,
    isInUse: () => work !== null && (work.isDirty() || work.isBusy()),
    change: async (to) => {
      if (accountView === null) await refresh();
      openChange(to);
    },
  };
};
