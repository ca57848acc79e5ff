/** The sidebar's view of one account: it is read anew behind an open form, and what was typed stays. */
import { partOf } from '../../functions/domain/account';
import type { HistoryEntry } from '../../functions/domain/history';
import type { Status } from '../../functions/domain/statuses';
import { isManager, mayWrite } from '../../functions/domain/team';
import type { AccountTold, Fate } from '../told';
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
  wordsForm,
} from './account-forms';
import { historyView } from './account-history';
import {
  bantSection,
  contactsSection,
  debtsWords,
  detailsSection,
  groupSection,
  headFacts,
  opportunitiesSection,
  productsSection,
} from './account-sections';
import { changedSentence, changeStatusView } from './change-status';
import { checkCommand, checkFields } from './check';
import { activityOf, logCommand, logFields, loggedSentence, overlapWarning } from './contact-log';
import { makeFields, makeForm, type Tree } from './form';
import { type FormValues, formField, moveEntered } from './form-data';
import { type Here, memberName, say, shownDate } from './here';
import { statusWord } from './history-words';
import { mergeView } from './merge-form';
import type { MergeTerms } from './merge-terms';
import { button, fill, focusIn, node } from './nodes';
import { outcomeView, showOutcome } from './outcome-view';
import { refusalView } from './refusal-view';
import type { Given } from './request-ids';
import { ask } from './script';
import { giveOne, type Sender } from './sending';
import { statusChip } from './status-chip';
import { troubleView } from './trouble-view';
import type { WordKey } from './words';

export type Tab = 'account' | 'history';

export interface Pane {
  id: string;
  element: HTMLElement;
  /** Of the account that is shown; 0 while it is not read yet. */
  version(): number;
  refresh(): Promise<void>;
  /** Something is typed, or on its way. */
  isInUse(): boolean;
  change(to: Status): Promise<void>;
}

const SLOTS = [
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
type Slot = (typeof SLOTS)[number];

interface Work {
  element: HTMLElement;
  isDirty(): boolean;
  isBusy(): boolean;
}

const DAY_MS = 86_400_000;

/** The functions decide; what they would surely refuse is not offered. */
const mayUndo = ({ history, you }: AccountTold): HistoryEntry | null => {
  const [newest] = history;
  if (newest === undefined || !mayWrite(you)) return null;
  const mine = newest.by === you.id && Date.now() - Date.parse(newest.at) < DAY_MS;
  const meeting = newest.events.some(({ data, changes }) => {
    const activity = data.activity as { kind?: string } | undefined;
    return activity?.kind === 'meeting' || changes.some(({ path }) => path === 'everMet');
  });
  // A merge is taken apart, and opportunities that went to a successor stay there.
  const linked = newest.events.some(({ data }) => data.movedTo !== undefined || data.fromId !== undefined);
  return (mine || isManager(you)) && !meeting && !linked ? newest : null;
};

/** A manager, or who merged it within a day. */
const mayUnmerge = ({ merged }: AccountTold['account'], you: AccountTold['you']): boolean =>
  merged !== null &&
  mayWrite(you) &&
  (isManager(you) || (merged.by === you.id && Date.now() - Date.parse(merged.at) < DAY_MS));

export const accountPane = (
  here: Here,
  sender: Sender,
  id: string,
  name: string,
  first: Tab,
  look: (id: string) => void,
): Pane => {
  let told: AccountTold | null = null;
  let work: Work | null = null;
  let tab: Tab = first;

  const head = node(
    'div',
    {},
    node('h2', { class: 'name' }, name),
    node('p', { class: 'quiet' }, say(here, 'reading')),
  );
  const said = node('div', { 'aria-live': 'polite' });
  const eachSlot = (make: () => HTMLElement): Record<Slot, HTMLElement> =>
    Object.fromEntries(SLOTS.map((slot) => [slot, make()])) as Record<string, HTMLElement> as Record<
      Slot,
      HTMLElement
    >;
  const slots = eachSlot(() => node('div', { class: 'slot' }));
  const bodies = eachSlot(() => node('div'));
  const heads = eachSlot(() => node('div', { class: 'section-head' }));

  const section = (slot: Slot): HTMLElement => node('section', {}, heads[slot], bodies[slot], slots[slot]);
  const panels: Readonly<Record<Tab, HTMLElement>> = {
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
  const tabButton = (one: Tab): HTMLButtonElement =>
    node(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${one}`,
        'aria-controls': `panel-${one}`,
        onclick: () => showTab(one),
      },
      say(here, one === 'account' ? 'tabAccount' : 'tabHistory'),
    );
  const tabs = { account: tabButton('account'), history: tabButton('history') };
  const showTab = (one: Tab): void => {
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
  const begin = (slot: Slot, made: Work): void => {
    if (work?.isBusy()) return;
    if (work?.isDirty()) {
      fill(said, node('p', { class: 'warning', role: 'alert' }, say(here, 'finishFirst')));
      work.element.scrollIntoView({ block: 'center' });
      return;
    }
    close();
    fill(said);
    work = made;
    slots[slot].append(made.element);
    made.element.scrollIntoView({ block: 'nearest' });
    focusIn(made.element);
  };
  const done = (fate: Fate, sentence: string): void => {
    close();
    showOutcome(
      said,
      outcomeView(here, sender, { sentence, accepted: [fate], undone: refresh, close: null }),
    );
    said.scrollIntoView({ block: 'nearest' });
    void refresh();
  };

  const open = (
    slot: Slot,
    make: (
      now: AccountTold,
    ) => AccountForm & { intro?: Node | null; sentence?: (fate: Fate, tree: Tree) => string },
    values: FormValues = {},
  ): void => {
    if (told === null) return;
    const { account } = told;
    const { title, fields, submit, command, intro, sentence } = make(told);
    fields.write(values);
    const form = makeForm(here, {
      title: say(here, title),
      intro: intro ?? null,
      fields,
      submit: say(here, submit),
      cancel: close,
      send: (tree) =>
        giveOne(
          here,
          sender,
          { accountId: account.id, version: account.version, command: command(tree) },
          {
            done: (fate) => done(fate, sentence?.(fate, tree) ?? say(here, 'saved')),
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
    if (told === null) return;
    showTab('account');
    const view = changeStatusView(here, sender, {
      told,
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

  const openMerge = (terms: Partial<MergeTerms> = {}): void => {
    if (told === null) return;
    begin(
      'details',
      mergeView(here, sender, {
        told,
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
  const act = async (command: Given['command'], sentence: WordKey): Promise<void> => {
    if (told === null || work?.isBusy()) return;
    const wish: Given = { accountId: told.account.id, version: told.account.version, command };
    const send = async (): Promise<void> => {
      fill(said, node('p', { class: 'quiet' }, say(here, 'sending')));
      const answer = await sender.give([wish]);
      if ('trouble' in answer) {
        fill(said, troubleView(here, answer.trouble, send));
        return;
      }
      const [fate] = answer.told;
      if (fate === undefined) return;
      if (fate.refusal === null) done(fate, say(here, sentence));
      else fill(said, refusalView(here, fate.refusal, { reload: refresh }));
    };
    await send();
  };

  /** What the account owes is asked of the functions: an empty answer is refused with everything that is missing. */
  const fillDebts = async (): Promise<void> => {
    if (told === null) return;
    const { id: accountId, version } = told.account;
    fill(said, node('p', { class: 'quiet' }, say(here, 'reading')));
    const answer = await sender.give([{ accountId, version, command: { type: 'fillIn', data: {} } }]);
    if ('trouble' in answer) {
      fill(said, troubleView(here, answer.trouble, fillDebts));
      return;
    }
    const [fate] = answer.told;
    if (fate === undefined) return;
    if (fate.refusal === null) {
      done(fate, say(here, 'saved'));
      return;
    }
    if ((fate.refusal.missing ?? []).length === 0) {
      fill(said, refusalView(here, fate.refusal, { reload: refresh }));
      return;
    }
    const asked = (fate.refusal.missing ?? []).map((need) => ({ ...formField(need), optional: true }));
    fill(said);
    open('debts', (now) => ({
      title: 'fillIn',
      submit: 'save',
      fields: makeFields(here, { account: now.account }, asked),
      command: (tree) => ({ type: 'fillIn', data: moveEntered(tree).data }),
    }));
  };

  const log = (): void =>
    open('change', (now) => ({
      title: 'logContact',
      submit: 'log',
      fields: logFields(here, now),
      intro: overlapWarning(here, now),
      command: logCommand,
      sentence: (fate, tree) => loggedSentence(here, fate, activityOf(tree).kind),
    }));
  const check = (): void =>
    open('change', (now) => ({
      title: 'recordCheck',
      submit: 'recordCheck',
      fields: checkFields(here, now),
      intro: overlapWarning(here, now),
      command: checkCommand,
      sentence: (fate) => changedSentence(here, fate, false),
    }));

  const proposalView = ({ account, you, members }: AccountTold): HTMLElement | null => {
    const { proposal } = account;
    if (proposal === null) return null;
    const only = Object.values(members).filter(isManager).length === 1;
    const may = isManager(you) && (proposal.by !== you.id || only);
    const answer = (type: 'approve' | 'reject'): void =>
      open('change', () =>
        wordsForm(here, type, 'note', false, (note) => ({ type, proposalId: proposal.id, note })),
      );
    return node(
      'div',
      { class: 'warning' },
      node(
        'p',
        {},
        say(here, proposal.inEffect ? 'reviewPending' : 'proposalPending', {
          who: memberName(here, proposal.by),
          date: shownDate(here, proposal.on),
          status: statusWord(here, proposal.to),
        }),
      ),
      proposal.note === null ? null : node('p', {}, proposal.note),
      may
        ? node(
            'div',
            { class: 'buttons' },
            button(say(here, 'approve'), () => answer('approve')),
            button(say(here, 'reject'), () => answer('reject')),
          )
        : null,
    );
  };

  const handOverView = ({ account, you }: AccountTold): HTMLElement | null => {
    const waiting = account.handOver;
    if (waiting === null || waiting.acknowledgedOn !== null) return null;
    const mine = waiting.toId === you.id;
    return node(
      'div',
      { class: 'warning' },
      node(
        'p',
        {},
        say(here, mine ? 'handedToYou' : 'handedTo', {
          by: memberName(here, waiting.by),
          to: memberName(here, waiting.toId),
          date: shownDate(here, waiting.on),
        }),
      ),
      node('p', {}, waiting.note),
      waiting.promises === null ? null : node('p', {}, say(here, 'promised', { words: waiting.promises })),
      mine
        ? node(
            'div',
            { class: 'buttons' },
            button(say(here, 'acknowledge'), () =>
              act({ type: 'acknowledgeHandOver', accept: true }, 'acknowledged'),
            ),
            button(say(here, 'return'), () =>
              open('change', () =>
                wordsForm(here, 'return', 'reason', true, (note) => ({
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

  const linkView = ({ account, you }: AccountTold): HTMLElement | null => {
    const successor = account.onFile?.successorId ?? null;
    if (successor === null) return null;
    return node(
      'div',
      { class: 'buttons' },
      button(say(here, 'showSuccessor'), () => look(successor)),
      mayUnmerge(account, you)
        ? button(`${say(here, 'unmerge')}…`, () =>
            open('change', () => ({
              ...wordsForm(here, 'unmerge', 'reason', false, (reason) => ({ type: 'unmerge', reason })),
              sentence: () => say(here, 'unmergeDone'),
            })),
          )
        : null,
      account.merged === null && isManager(you)
        ? button(say(here, 'cutLink'), () =>
            open('change', () =>
              wordsForm(here, 'cutLink', 'reason', false, (reason) => ({ type: 'cutLink', reason })),
            ),
          )
        : null,
    );
  };

  const headOf = (slot: Slot, title: WordKey, ...acts: readonly (HTMLElement | null)[]): void =>
    fill(heads[slot], node('h3', {}, say(here, title)), ...acts);

  const show = (now: AccountTold): void => {
    const { account, you, offers } = now;
    const may = mayWrite(you) && !account.withdrawn;
    const undoable = mayUndo(now);
    const owns = account.ownerId === null || account.ownerId === you.id || isManager(you);
    fill(
      head,
      node('h2', { class: 'name' }, account.name),
      node('div', {}, statusChip(here, account.status)),
      account.withdrawn ? node('p', { class: 'warning' }, say(here, 'withdrawn')) : null,
      proposalView(now),
      handOverView(now),
      headFacts(here, now),
      linkView(now),
      overlapWarning(here, now),
      mayWrite(you) ? null : node('p', { class: 'quiet' }, say(here, 'readOnly')),
      may
        ? node(
            'div',
            { class: 'buttons' },
            button(say(here, 'logContact'), log, 'primary'),
            account.status === 'QUARTERLY_CHECK' ? button(say(here, 'recordCheck'), check, 'primary') : null,
            account.status === 'QUARTERLY_CHECK'
              ? button(say(here, 'setNextCheck'), () =>
                  open('change', (latest) => nextCheckForm(here, latest)),
                )
              : null,
            account.status === 'QUARTERLY_CHECK'
              ? button(say(here, 'setAwaited'), () => open('change', (latest) => awaitedForm(here, latest)))
              : null,
            owns
              ? button(say(here, 'handOver'), () => open('change', (latest) => handOverForm(here, latest)))
              : null,
            undoable === null
              ? null
              : button(say(here, 'undoNewest'), () =>
                  act({ type: 'undo', version: undoable.version }, 'undone'),
                ),
          )
        : null,
    );
    headOf('change', 'changeStatus');
    fill(
      bodies.change,
      offers.length === 0
        ? node('p', { class: 'quiet' }, say(here, 'noOffers'))
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
                approval ? say(here, 'proposeTo', { status: statusWord(here, to) }) : statusWord(here, to),
              ),
            ),
          ),
    );
    if (account.debts.length === 0) {
      fill(heads.debts);
      fill(bodies.debts);
    } else {
      headOf('debts', 'debts', may ? button(say(here, 'fillIn'), fillDebts, 'link') : null);
      fill(bodies.debts, node('p', { class: 'warning' }, debtsWords(here, now)));
    }
    headOf(
      'bant',
      'bant',
      may ? button(say(here, 'edit'), () => open('bant', (latest) => bantForm(here, latest)), 'link') : null,
    );
    fill(bodies.bant, bantSection(here, now));
    headOf(
      'contacts',
      'contacts',
      may
        ? button(
            say(here, 'add'),
            () => open('contacts', (latest) => contactForm(here, latest, null)),
            'link',
          )
        : null,
    );
    fill(
      bodies.contacts,
      contactsSection(here, now, {
        may,
        edit: (contactId) =>
          open('contacts', (latest) =>
            contactForm(here, latest, partOf(latest.account.contacts, contactId) ?? null),
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
            say(here, 'add'),
            () =>
              onActive
                ? open('opportunities', (latest) => opportunityForm(here, latest))
                : openChange('ACTIVE_OPPORTUNITY'),
            'link',
          )
        : null,
    );
    fill(
      bodies.opportunities,
      opportunitiesSection(here, now, {
        may,
        close: (opportunityId) => {
          const opportunity = partOf(account.opportunities, opportunityId);
          if (opportunity !== undefined)
            open('opportunities', (latest) => closeForm(here, latest, opportunity));
        },
      }),
    );
    headOf(
      'products',
      'productsHead',
      may
        ? button(
            say(here, 'add'),
            () => open('products', (latest) => productForm(here, latest, null)),
            'link',
          )
        : null,
    );
    fill(
      bodies.products,
      productsSection(here, now, {
        may,
        edit: (productId) =>
          open('products', (latest) =>
            productForm(here, latest, partOf(latest.account.products, productId) ?? null),
          ),
      }),
    );
    headOf(
      'group',
      'group',
      may
        ? button(
            say(here, account.parentId === null ? 'setParent' : 'edit'),
            () => open('group', (latest) => parentForm(here, latest)),
            'link',
          )
        : null,
      may && account.parentId !== null
        ? button(
            say(here, 'clearParent'),
            () => act({ type: 'editDetails', details: { parentId: null } }, 'saved'),
            'link',
          )
        : null,
    );
    fill(bodies.group, groupSection(here, now, look));
    headOf(
      'details',
      'details',
      may
        ? button(say(here, 'edit'), () => open('details', (latest) => detailsForm(here, latest)), 'link')
        : null,
    );
    const mergeable = may && account.merged === null && account.onFile?.successorId == null;
    fill(
      bodies.details,
      detailsSection(here, now),
      mergeable ? button(`${say(here, 'mergeInto')}…`, () => openMerge()) : null,
    );
    fill(
      bodies.history,
      historyView(here, now, (activity) =>
        open('history', () =>
          wordsForm(here, 'correctMeeting', 'reason', false, (reason) => ({
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
    const answer = await ask('readAccount', id, null);
    if (mine !== newest) return;
    if ('trouble' in answer) {
      fill(said, troubleView(here, answer.trouble, refresh));
      return;
    }
    told = answer.told;
    const { members, you, today } = told;
    Object.assign(here, { members, you, today });
    show(told);
  };

  return {
    id,
    element,
    version: () => told?.account.version ?? 0,
    refresh,
    isInUse: () => work !== null && (work.isDirty() || work.isBusy()),
    change: async (to) => {
      if (told === null) await refresh();
      openChange(to);
    },
  };
};
