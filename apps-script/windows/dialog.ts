/** The dialogs: one page, and what it was opened for. */
import type { ActivityKind } from '../../functions/domain/code-lists';
import { mayWrite } from '../../functions/domain/team';
import type { AccountTold, DialogGiven, DialogView, Fate, SelectedRow } from '../told';
import { changeManyView } from './change-many';
import { changedSentence, changeStatusView } from './change-status';
import { checkCommand, checkFields } from './check';
import { activityOf, logCommand, logFields, loggedSentence, overlapWarning } from './contact-log';
import { type Fields, makeForm, type Tree } from './form';
import type { FormValues } from './form-data';
import { type Here, say } from './here';
import { statusWord } from './history-words';
import { importView } from './import-list';
import { leadsView } from './leads-list';
import { likeThis, lookupBox } from './lookup';
import { manyForm } from './many';
import { button, fill, focusIn, node } from './nodes';
import { type Outcome, outcomeView, showOutcome } from './outcome-view';
import { registerCommand, registerFields } from './register-form';
import type { Given } from './request-ids';
import { ask, closeWindow, opened } from './script';
import { giveOne, makeSender } from './sending';
import { statusChip } from './status-chip';
import { troubleView } from './trouble-view';

const { room, given } = opened<DialogGiven>();
const here: Here = { language: given.language, channel: 'menu', today: given.today, members: {}, you: null };
const sender = makeSender('menu');
/** Beneath the choice of rows: what the view shows of them. */
const body = node('div');
const close: Outcome['close'] = { label: say(here, 'close'), act: closeWindow };

document.documentElement.lang = given.language;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
});

const quiet = (words: string): HTMLElement => node('p', { class: 'quiet', role: 'status' }, words);

const reading = (): void => fill(body, quiet(say(here, 'reading')));

/** One account as the functions have it, with who is here; tried again until it is. */
const withAccount = async (id: string, show: (told: AccountTold) => void): Promise<void> => {
  reading();
  const answer = await ask('readAccount', id, null);
  if ('trouble' in answer) {
    fill(
      body,
      troubleView(here, answer.trouble, () => withAccount(id, show)),
    );
    return;
  }
  const { members, you, today } = answer.told;
  Object.assign(here, { members, you, today });
  if (mayWrite(you)) show(answer.told);
  else fill(body, quiet(say(here, 'readOnly')));
};

const withTeam = async (show: () => void): Promise<void> => {
  reading();
  const answer = await ask('readTeam');
  if ('trouble' in answer)
    fill(
      body,
      troubleView(here, answer.trouble, () => withTeam(show)),
    );
  else {
    Object.assign(here, answer.told);
    show();
  }
};

const done = (fate: Fate, sentence: string, next?: Outcome['next']): void =>
  showOutcome(
    body,
    outcomeView(here, sender, {
      sentence,
      accepted: [fate],
      close,
      ...(next === undefined ? {} : { next }),
    }),
  );

const heading = ({ account }: AccountTold): HTMLElement =>
  node(
    'div',
    { class: 'account-line' },
    node('strong', { class: 'name' }, account.name),
    statusChip(here, account.status),
  );

const changeOne = (id: string, to: DialogGiven['to'], values: FormValues = {}): void =>
  void withAccount(id, (told) => {
    const view = changeStatusView(here, sender, {
      told,
      to,
      values,
      done: (fate, sentence) => done(fate, sentence),
      cancel: closeWindow,
      reload: (wanted, typed) => changeOne(id, wanted, typed),
    });
    fill(body, heading(told), view.element);
    focusIn(view.element);
  });

/** One form about one account, opened again with what was typed after a conflict. */
const oneForm = (
  { id }: Pick<SelectedRow, 'id'>,
  make: {
    fields(told: AccountTold): Fields;
    intro?(told: AccountTold): Node | null;
    submit: string;
    command(tree: Tree): Given['command'];
    sentence(fate: Fate, tree: Tree): string;
    next?: Outcome['next'];
  },
  values: FormValues = {},
): void =>
  void withAccount(id, (told) => {
    const { account } = told;
    const fields = make.fields(told);
    fields.write(values);
    const form = makeForm(here, {
      title: null,
      intro: make.intro?.(told) ?? null,
      fields,
      submit: make.submit,
      cancel: closeWindow,
      send: (tree) =>
        giveOne(
          here,
          sender,
          { accountId: account.id, version: account.version, command: make.command(tree) },
          {
            done: (fate) => done(fate, make.sentence(fate, tree), make.next),
            reload: () => oneForm({ id }, make, fields.values()),
          },
        ),
    });
    fill(body, heading(told), form.element);
    focusIn(form.element);
  });

const kindOf = (tree: Tree): ActivityKind => activityOf(tree).kind;

const logOne = (row: SelectedRow): void =>
  oneForm(row, {
    fields: (told) => logFields(here, told),
    intro: (told) => overlapWarning(here, told),
    submit: say(here, 'log'),
    command: logCommand,
    sentence: (fate, tree) => loggedSentence(here, fate, kindOf(tree)),
  });

const logMany = (rows: readonly SelectedRow[]): void =>
  fill(
    body,
    manyForm(here, sender, {
      rows,
      left: [],
      fields: logFields(here, null),
      intro: node('p', { class: 'hint' }, say(here, 'sameForAll')),
      submit: (n) => say(here, 'logForMany', { n }),
      command: (_, tree) => logCommand(tree),
      sentence: (n) => say(here, 'loggedMany', { n }),
      alone: (row) => void ask('openDialog', 'logContact', [row.id], null, ''),
      close,
      cancel: closeWindow,
    }),
  );

const checkOne = (row: SelectedRow, rest: readonly SelectedRow[]): void => {
  const [following, ...later] = rest;
  oneForm(row, {
    fields: (told) => checkFields(here, told),
    intro: (told) =>
      told.account.status === 'QUARTERLY_CHECK'
        ? overlapWarning(here, told)
        : node('p', { class: 'refusal' }, say(here, 'noCheckRuns')),
    submit: say(here, 'recordCheck'),
    command: checkCommand,
    sentence: (fate) => changedSentence(here, fate, false),
    ...(following === undefined
      ? {}
      : {
          next: {
            label: say(here, 'nextOne', { name: following.name, n: rest.length }),
            act: () => checkOne(following, later),
          },
        }),
  });
};

const checkMany = (rows: readonly SelectedRow[]): void => {
  const running = rows.filter(({ status }) => status === 'QUARTERLY_CHECK');
  const others = rows.filter(({ status }) => status !== 'QUARTERLY_CHECK');
  const [first, ...rest] = running;
  if (first === undefined) {
    fill(body, quiet(say(here, 'noCheckRuns')));
    return;
  }
  if (rest.length === 0 && others.length === 0) {
    checkOne(first, []);
    return;
  }
  const together = (): void =>
    void withTeam(() =>
      fill(
        body,
        manyForm(here, sender, {
          rows: running,
          left: others.map((row) => ({ row, why: say(here, 'noCheckRuns') })),
          fields: checkFields(here, null),
          intro: node('p', { class: 'hint' }, say(here, 'sameForAll')),
          submit: (n) => say(here, 'checkMany', { n }),
          command: (_, tree) => checkCommand(tree),
          sentence: (n) => say(here, 'checkedMany', { n }),
          alone: (row) => void ask('openDialog', 'recordCheck', [row.id], null, ''),
          close,
          cancel: closeWindow,
        }),
      ),
    );
  fill(
    body,
    node('p', {}, say(here, 'checkHow', { n: running.length })),
    node(
      'div',
      { class: 'buttons' },
      button(say(here, 'oneByOne'), () => checkOne(first, rest), 'primary'),
      button(say(here, 'allTheSame'), together),
    ),
  );
};

const registerNew = (name: string): void =>
  void withTeam(() => {
    if (here.you === null || !mayWrite(here.you)) {
      fill(body, quiet(say(here, 'readOnly')));
      return;
    }
    const alike = likeThis(here, ({ id }) => void ask('goTo', id));
    const fields = registerFields(here, name);
    const typed = (): void => alike.typed(String(fields.values()['details.name'] ?? ''));
    let before = name;
    fields.changed(() => {
      const now = String(fields.values()['details.name'] ?? '');
      if (now !== before) typed();
      before = now;
    });
    const form = makeForm(here, {
      title: null,
      intro: alike.element,
      fields,
      submit: say(here, 'register'),
      cancel: closeWindow,
      send: (tree) =>
        giveOne(
          here,
          sender,
          { accountId: null, version: 0, command: registerCommand(tree) },
          {
            done: (fate) =>
              done(
                fate,
                fate.row === null
                  ? say(here, 'accepted')
                  : say(here, 'registered', {
                      name: fate.row.name,
                      status: statusWord(here, fate.row.status),
                    }),
              ),
            reload: null,
          },
        ),
    });
    fill(body, form.element);
    if (name !== '') typed();
    focusIn(form.element);
  });

const lookUp = (name: string): void =>
  void withTeam(() => {
    const box = lookupBox(here, {
      choose: async ({ id, name: found }) => {
        const answer = await ask('goTo', id);
        if ('trouble' in answer) fill(said, troubleView(here, answer.trouble, null));
        else fill(said, quiet(say(here, answer.told ? 'wentTo' : 'noRow', { name: found })));
      },
      register:
        here.you !== null && mayWrite(here.you)
          ? (typed) => void ask('openDialog', 'register', [], null, typed)
          : null,
    });
    const said = node('div', { 'aria-live': 'polite' });
    fill(body, box.element, said);
    if (name !== '') box.search(name);
    box.focus();
  });

/** With the rows that the view is about; hidden ones only on the person's word. */
const rowsView = (show: (rows: readonly SelectedRow[]) => void): void => {
  const tick = node('input', { type: 'checkbox' });
  const rows = (): readonly SelectedRow[] => (tick.checked ? [...given.rows, ...given.hidden] : given.rows);
  const names = node('p', { class: 'names' });
  const start = (): void => {
    const chosen = rows();
    const listed = chosen.slice(0, 8).map(({ name }) => name);
    names.textContent =
      chosen.length < 2
        ? ''
        : say(here, 'selected', {
            n: chosen.length,
            names: listed.join(here.language === 'ja' ? '、' : ', '),
            more: chosen.length > 8 ? '…' : '',
          });
    if (chosen.length === 0) fill(body, quiet(say(here, given.hidden.length > 0 ? 'onlyHidden' : 'noRows')));
    else show(chosen);
  };
  tick.addEventListener('change', start);
  // A form begins anew with other rows: what was typed must not be lost.
  body.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.closest('.form') !== null) tick.disabled = true;
  });
  fill(
    room,
    names,
    given.hidden.length === 0
      ? null
      : node('label', { class: 'tick' }, tick, say(here, 'includeHidden', { n: given.hidden.length })),
    given.others === 0 ? null : quiet(say(here, 'otherRows', { n: given.others })),
    body,
  );
  start();
};

const VIEWS: Readonly<Record<DialogView, () => void>> = {
  changeStatus: () =>
    rowsView((rows) => {
      const [only, ...more] = rows;
      if (only !== undefined && more.length === 0) changeOne(only.id, given.to);
      else
        void withTeam(() =>
          fill(body, changeManyView(here, sender, { rows, to: given.to, close, cancel: closeWindow })),
        );
    }),
  logContact: () =>
    rowsView((rows) => {
      const [only, ...more] = rows;
      if (only !== undefined && more.length === 0) logOne(only);
      else void withTeam(() => logMany(rows));
    }),
  recordCheck: () => rowsView(checkMany),
  lookUp: () => {
    fill(room, body);
    lookUp(given.name);
  },
  register: () => {
    fill(room, body);
    registerNew(given.name);
  },
  import: () => {
    fill(room, importView(here, closeWindow));
  },
  leads: () => {
    fill(room, leadsView(here));
  },
};

VIEWS[given.view]();
