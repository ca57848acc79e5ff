/** The dialogs: one page, and what it was opened for. */

import { mayWrite } from '../../functions/domain/account/team';
import type { ActivityKind } from '../../functions/domain/status/code-lists';
import type { AccountView, DialogInput, DialogView, SelectedRow, SheetCommandResult } from '../script-api';
import {
  activityOf,
  logContactCommand,
  logContactFields,
  logContactSentence,
  overlapWarning,
} from './account/log-contact-form';
import { recordCheckCommand, recordCheckFields } from './account/record-check-form';
import { lookupBox, similarCompanies } from './companies/lookup';
import { registerCommand } from './companies/register-command';
import { registerFields } from './companies/register-form';
import { bulkForm } from './kit/bulk-form';
import { createSender, sendOne } from './kit/command-sender';
import { button, focusFirst, node, setChildren } from './kit/dom';
import { errorView } from './kit/error-view';
import { createForm, type FormFields, type FormTree } from './kit/form';
import type { FormValues } from './kit/form-data';
import type { CommandRequestBody } from './kit/request-ids';
import { type ResultSummary, resultView, showResult } from './kit/result-view';
import { callScript, closeWindow, readWindowInput } from './kit/script-client';
import { statusChip } from './kit/status-chip';
import { importView } from './lists/import-view';
import { leadsView } from './lists/leads-view';
import { statusLabel } from './messages/change-text';
import { t, type Viewer } from './messages/viewer';
import { bulkChangeStatusView } from './status/bulk-change-status';
import { changeStatusSentence, changeStatusView } from './status/change-status-form';

const { room, input } = readWindowInput<DialogInput>();
const viewer: Viewer = {
  language: input.language,
  channel: 'menu',
  today: input.today,
  members: {},
  you: null,
};
const sender = createSender('menu');
/** Beneath the choice of rows: what the view shows of them. */
const body = node('div');
const close: ResultSummary['close'] = { label: t(viewer, 'close'), act: closeWindow };

document.documentElement.lang = input.language;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
});

const quietNote = (words: string): HTMLElement => node('p', { class: 'quiet', role: 'status' }, words);

const showReading = (): void => setChildren(body, quietNote(t(viewer, 'reading')));

/** One account as the functions have it, with who is here; tried again until it is. */
const withAccount = async (id: string, show: (accountView: AccountView) => void): Promise<void> => {
  showReading();
  const answer = await callScript('readAccount', id, null);
  if ('error' in answer) {
    setChildren(
      body,
      errorView(viewer, answer.error, () => withAccount(id, show)),
    );
    return;
  }
  const { members, you, today } = answer.value;
  Object.assign(viewer, { members, you, today });
  if (mayWrite(you)) show(answer.value);
  else setChildren(body, quietNote(t(viewer, 'readOnly')));
};

const withTeam = async (show: () => void): Promise<void> => {
  showReading();
  const answer = await callScript('readTeam');
  if ('error' in answer)
    setChildren(
      body,
      errorView(viewer, answer.error, () => withTeam(show)),
    );
  else {
    Object.assign(viewer, answer.value);
    show();
  }
};

const showDone = (result: SheetCommandResult, sentence: string, next?: ResultSummary['next']): void =>
  showResult(
    body,
    resultView(viewer, sender, {
      sentence,
      accepted: [result],
      close,
      ...(next === undefined ? {} : { next }),
    }),
  );

const heading = ({ account }: AccountView): HTMLElement =>
  node(
    'div',
    { class: 'account-line' },
    node('strong', { class: 'name' }, account.name),
    statusChip(viewer, account.status),
  );

const changeOneStatus = (id: string, to: DialogInput['to'], values: FormValues = {}): void =>
  void withAccount(id, (accountView) => {
    const view = changeStatusView(viewer, sender, {
      accountView,
      to,
      values,
      done: (result, sentence) => showDone(result, sentence),
      cancel: closeWindow,
      reload: (wanted, typed) => changeOneStatus(id, wanted, typed),
    });
    setChildren(body, heading(accountView), view.element);
    focusFirst(view.element);
  });

/** One form about one account, opened again with what was typed after a conflict. */
const openAccountForm = (
  { id }: Pick<SelectedRow, 'id'>,
  make: {
    fields(accountView: AccountView): FormFields;
    intro?(accountView: AccountView): Node | null;
    submit: string;
    command(tree: FormTree): CommandRequestBody['command'];
    sentence(result: SheetCommandResult, tree: FormTree): string;
    next?: ResultSummary['next'];
  },
  values: FormValues = {},
): void =>
  void withAccount(id, (accountView) => {
    const { account } = accountView;
    const fields = make.fields(accountView);
    fields.write(values);
    const form = createForm(viewer, {
      title: null,
      intro: make.intro?.(accountView) ?? null,
      fields,
      submit: make.submit,
      cancel: closeWindow,
      send: (tree) =>
        sendOne(
          viewer,
          sender,
          { accountId: account.id, version: account.version, command: make.command(tree) },
          {
            done: (result) => showDone(result, make.sentence(result, tree), make.next),
            reload: () => openAccountForm({ id }, make, fields.values()),
          },
        ),
    });
    setChildren(body, heading(accountView), form.element);
    focusFirst(form.element);
  });

const activityKind = (tree: FormTree): ActivityKind => activityOf(tree).kind;

const logOneContact = (row: SelectedRow): void =>
  openAccountForm(row, {
    fields: (accountView) => logContactFields(viewer, accountView),
    intro: (accountView) => overlapWarning(viewer, accountView),
    submit: t(viewer, 'log'),
    command: logContactCommand,
    sentence: (result, tree) => logContactSentence(viewer, result, activityKind(tree)),
  });

const logManyContacts = (rows: readonly SelectedRow[]): void =>
  setChildren(
    body,
    bulkForm(viewer, sender, {
      rows,
      excluded: [],
      fields: logContactFields(viewer, null),
      intro: node('p', { class: 'hint' }, t(viewer, 'sameForAll')),
      submit: (n) => t(viewer, 'logForMany', { n }),
      command: (_, tree) => logContactCommand(tree),
      sentence: (n) => t(viewer, 'loggedMany', { n }),
      openAlone: (row) => void callScript('openDialog', 'logContact', [row.id], null, ''),
      close,
      cancel: closeWindow,
    }),
  );

const recordOneCheck = (row: SelectedRow, rest: readonly SelectedRow[]): void => {
  const [following, ...later] = rest;
  openAccountForm(row, {
    fields: (accountView) => recordCheckFields(viewer, accountView),
    intro: (accountView) =>
      accountView.account.status === 'QUARTERLY_CHECK'
        ? overlapWarning(viewer, accountView)
        : node('p', { class: 'refusal' }, t(viewer, 'noCheckRuns')),
    submit: t(viewer, 'recordCheck'),
    command: recordCheckCommand,
    sentence: (result) => changeStatusSentence(viewer, result, false),
    ...(following === undefined
      ? {}
      : {
          next: {
            label: t(viewer, 'nextOne', { name: following.name, n: rest.length }),
            act: () => recordOneCheck(following, later),
          },
        }),
  });
};

const recordManyChecks = (rows: readonly SelectedRow[]): void => {
  const running = rows.filter(({ status }) => status === 'QUARTERLY_CHECK');
  const others = rows.filter(({ status }) => status !== 'QUARTERLY_CHECK');
  const [first, ...rest] = running;
  if (first === undefined) {
    setChildren(body, quietNote(t(viewer, 'noCheckRuns')));
    return;
  }
  if (rest.length === 0 && others.length === 0) {
    recordOneCheck(first, []);
    return;
  }
  const together = (): void =>
    void withTeam(() =>
      setChildren(
        body,
        bulkForm(viewer, sender, {
          rows: running,
          excluded: others.map((row) => ({ row, why: t(viewer, 'noCheckRuns') })),
          fields: recordCheckFields(viewer, null),
          intro: node('p', { class: 'hint' }, t(viewer, 'sameForAll')),
          submit: (n) => t(viewer, 'checkMany', { n }),
          command: (_, tree) => recordCheckCommand(tree),
          sentence: (n) => t(viewer, 'checkedMany', { n }),
          openAlone: (row) => void callScript('openDialog', 'recordCheck', [row.id], null, ''),
          close,
          cancel: closeWindow,
        }),
      ),
    );
  setChildren(
    body,
    node('p', {}, t(viewer, 'checkHow', { n: running.length })),
    node(
      'div',
      { class: 'buttons' },
      button(t(viewer, 'oneByOne'), () => recordOneCheck(first, rest), 'primary'),
      button(t(viewer, 'allTheSame'), together),
    ),
  );
};

const registerNew = (name: string): void =>
  void withTeam(() => {
    if (viewer.you === null || !mayWrite(viewer.you)) {
      setChildren(body, quietNote(t(viewer, 'readOnly')));
      return;
    }
    const alike = similarCompanies(viewer, ({ id }) => void callScript('goTo', id));
    const fields = registerFields(viewer, name);
    const typed = (): void => alike.typed(String(fields.values()['details.name'] ?? ''));
    let before = name;
    fields.onChange(() => {
      const now = String(fields.values()['details.name'] ?? '');
      if (now !== before) typed();
      before = now;
    });
    const form = createForm(viewer, {
      title: null,
      intro: alike.element,
      fields,
      submit: t(viewer, 'register'),
      cancel: closeWindow,
      send: (tree) =>
        sendOne(
          viewer,
          sender,
          { accountId: null, version: 0, command: registerCommand(tree) },
          {
            done: (result) =>
              showDone(
                result,
                result.row === null
                  ? t(viewer, 'accepted')
                  : t(viewer, 'registered', {
                      name: result.row.name,
                      status: statusLabel(viewer, result.row.status),
                    }),
              ),
            reload: null,
          },
        ),
    });
    setChildren(body, form.element);
    if (name !== '') typed();
    focusFirst(form.element);
  });

const lookUp = (name: string): void =>
  void withTeam(() => {
    const box = lookupBox(viewer, {
      choose: async ({ id, name: found }) => {
        const answer = await callScript('goTo', id);
        if ('error' in answer) setChildren(said, errorView(viewer, answer.error, null));
        else setChildren(said, quietNote(t(viewer, answer.value ? 'wentTo' : 'noRow', { name: found })));
      },
      register:
        viewer.you !== null && mayWrite(viewer.you)
          ? (typed) => void callScript('openDialog', 'register', [], null, typed)
          : null,
    });
    const said = node('div', { 'aria-live': 'polite' });
    setChildren(body, box.element, said);
    if (name !== '') box.search(name);
    box.focus();
  });

/** With the rows that the view is about; hidden ones only on the person's word. */
const withSelectedRows = (show: (rows: readonly SelectedRow[]) => void): void => {
  const tick = node('input', { type: 'checkbox' });
  const rows = (): readonly SelectedRow[] => (tick.checked ? [...input.rows, ...input.hidden] : input.rows);
  const names = node('p', { class: 'names' });
  const start = (): void => {
    const chosen = rows();
    const listed = chosen.slice(0, 8).map(({ name }) => name);
    names.textContent =
      chosen.length < 2
        ? ''
        : t(viewer, 'selected', {
            n: chosen.length,
            names: listed.join(viewer.language === 'ja' ? '、' : ', '),
            more: chosen.length > 8 ? '…' : '',
          });
    if (chosen.length === 0)
      setChildren(body, quietNote(t(viewer, input.hidden.length > 0 ? 'onlyHidden' : 'noRows')));
    else show(chosen);
  };
  tick.addEventListener('change', start);
  // A form begins anew with other rows: what was typed must not be lost.
  body.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.closest('.form') !== null) tick.disabled = true;
  });
  setChildren(
    room,
    names,
    input.hidden.length === 0
      ? null
      : node('label', { class: 'tick' }, tick, t(viewer, 'includeHidden', { n: input.hidden.length })),
    input.otherRows === 0 ? null : quietNote(t(viewer, 'otherRows', { n: input.otherRows })),
    body,
  );
  start();
};

const VIEWS: Readonly<Record<DialogView, () => void>> = {
  changeStatus: () =>
    withSelectedRows((rows) => {
      const [only, ...more] = rows;
      if (only !== undefined && more.length === 0) changeOneStatus(only.id, input.to);
      else
        void withTeam(() =>
          setChildren(
            body,
            bulkChangeStatusView(viewer, sender, { rows, to: input.to, close, cancel: closeWindow }),
          ),
        );
    }),
  logContact: () =>
    withSelectedRows((rows) => {
      const [only, ...more] = rows;
      if (only !== undefined && more.length === 0) logOneContact(only);
      else void withTeam(() => logManyContacts(rows));
    }),
  recordCheck: () => withSelectedRows(recordManyChecks),
  lookUp: () => {
    setChildren(room, body);
    lookUp(input.name);
  },
  register: () => {
    setChildren(room, body);
    registerNew(input.name);
  },
  import: () => {
    setChildren(room, importView(viewer, closeWindow));
  },
  leads: () => {
    setChildren(room, leadsView(viewer));
  },
};

VIEWS[input.view]();
