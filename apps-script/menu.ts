/** The menu of the sheet, and what each item does. */
import { HELP_TAB } from '../functions/domain/register-tabs';
import { STATUS } from '../functions/domain/statuses';
import { type Text, text } from '../functions/domain/text';
import { automatic, startAutomatic, stopAutomatic } from './automatic';
import { findDuplicates, showDuplicates } from './duplicates';
import { give } from './give';
import { forgetLast, lastChange, undoWishes } from './last';
import { lastSync, type Refreshed, refresh } from './refresh';
import { openRegister } from './register';
import { selectedAccounts } from './selection';
import { sendUnsent } from './send';
import { askTeam, rememberedTeam, todayIn } from './team';
import type { DialogView, SelectedRow, SendReport, Trouble } from './told';
import { countUnsent } from './unsent';
import { showDialog, showSidebar } from './windows';
import { count, MENU, personsLanguage, SAYS } from './words';

const NAME = 'Hachi';
/** Accounts that one dialog handles: as many as one call. */
const MOST_ACCOUNTS = 200;
/** Seconds. */
const TOAST = 8;

export const makeMenu = (): void => {
  const language = personsLanguage();
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(NAME);
  const item = (key: keyof typeof MENU, functionName: string): void =>
    void menu.addItem(MENU[key][language], functionName);
  item('changeStatus', 'menuChangeStatus');
  item('logContact', 'menuLogContact');
  item('recordCheck', 'menuRecordCheck');
  menu.addSeparator();
  item('lookUp', 'menuLookUp');
  item('register', 'menuRegister');
  item('open', 'menuOpenAccount');
  item('history', 'menuHistory');
  menu.addSeparator();
  item('send', 'menuSend');
  item('refresh', 'menuRefresh');
  item('undo', 'menuUndo');
  menu.addSeparator();
  item('import', 'menuImport');
  item('leads', 'menuLeads');
  item('duplicates', 'menuDuplicates');
  item('auto', 'menuAutomatic');
  item('help', 'menuHelp');
  item('about', 'menuAbout');
  menu.addToUi();
};

const say = (message: Text): void => {
  SpreadsheetApp.getUi().alert(NAME, message[personsLanguage()], SpreadsheetApp.getUi().ButtonSet.OK);
};

const tell = (message: Text): void =>
  SpreadsheetApp.getActiveSpreadsheet().toast(message[personsLanguage()], NAME, TOAST);

const asks = (question: Text): boolean => {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(NAME, question[personsLanguage()], ui.ButtonSet.YES_NO) === ui.Button.YES;
};

const sayTrouble = ({ message }: Trouble): void => say(message);

/** For the rows that are selected, whatever is done with them while the dialog is open. */
export const dialogOnSelection = (view: DialogView): void => {
  const selected = selectedAccounts();
  if (selected === null || selected.rows.length + selected.hidden.length === 0) {
    say(SAYS.selectAccounts);
    return;
  }
  const { rows, hidden, others } = selected;
  if (rows.length > MOST_ACCOUNTS) {
    say(SAYS.tooMany);
    return;
  }
  openDialog(view, { rows, hidden, others });
};

export const openDialog = (
  view: DialogView,
  {
    rows = [],
    hidden = [],
    others = 0,
    to = null,
    name = '',
  }: Partial<{
    rows: readonly SelectedRow[];
    hidden: readonly SelectedRow[];
    others: number;
    to: SelectedRow['status'] | null;
    name: string;
  }> = {},
): void =>
  showDialog({
    view,
    language: personsLanguage(),
    today: todayIn(rememberedTeam()),
    rows,
    hidden,
    others,
    to,
    name,
  });

export const openSidebar = (tab: 'account' | 'history'): void => showSidebar(personsLanguage(), tab);

/** What lacks data is asked for at once. */
export const sendFromMenu = (): void => {
  tell(text('送信しています…', 'Sending…'));
  const report = sendUnsent({ channel: 'menu', drafts: true });
  if ('trouble' in report) sayTrouble(report.trouble);
  else tellReport(report.told);
};

const tellReport = ({ message, ask }: SendReport): void => {
  tell(message);
  if (ask !== null) openDialog('changeStatus', { rows: [ask.row], to: ask.to });
};

export const refreshFromMenu = (): void => {
  tell(text('台帳を更新しています…', 'Refreshing the register…'));
  let answer = refresh();
  if ('trouble' in answer && answer.trouble.code === 'REGISTER_RESTORED') {
    const { message } = answer.trouble;
    const question = text(
      `${message.ja}\n\n待っている申請を捨てて、台帳をすべて最新にしますか?`,
      `${message.en}\n\nDrop the waiting requests and refresh the whole register?`,
    );
    if (!asks(question)) return;
    answer = refresh(true);
  }
  if ('trouble' in answer) sayTrouble(answer.trouble);
  else tell(refreshed(answer.told));
};

const refreshed = ({ written, appended, pending, toCheck }: Refreshed): Text => {
  const parts: [string, string, number][] = [
    ['更新 {n} 行', '{n} rows updated', written],
    ['追加 {n} 行', '{n} added', appended],
    ['未送信 {n} 件', '{n} not sent', pending],
    ['要確認 {n} 件(「要確認」のシート)', '{n} to check (see the tab "To check")', toCheck],
  ];
  const told = parts.filter(([, , n]) => n > 0).map(([ja, en, n]) => count(ja, en, { n }));
  return told.length === 0
    ? text('台帳は最新です。', 'The register is up to date.')
    : text(told.map(({ ja }) => ja).join('・'), told.map(({ en }) => en).join(', '));
};

export const duplicatesFromMenu = (): void => {
  tell(text('重複を調べています…', 'Looking for duplicates…'));
  const answer = findDuplicates((read) =>
    tell(count('重複を調べています… {read} 社', 'Looking for duplicates… {read} accounts', { read })),
  );
  if ('trouble' in answer) {
    sayTrouble(answer.trouble);
    return;
  }
  const { number, likely, name } = answer.told.groups;
  showDuplicates();
  tell(
    number + likely + name === 0
      ? text('重複候補はありません。', 'No possible duplicates.')
      : count(
          '重複候補:同じ法人番号 {number} 組・おそらく同じ {likely} 組・同名 {name} 組',
          'Possible duplicates: {number} with one number, {likely} likely, {name} of one name',
          { number, likely, name },
        ),
  );
};

export const undoFromMenu = (): void => {
  const changes = lastChange();
  if (changes.length === 0) {
    say(SAYS.nothingToUndo);
    return;
  }
  const names = changes.flatMap(({ name }) => (name === '' ? [] : [name]));
  const what = names.length > 0 ? names.join(', ') : '';
  const question = count(
    what === '' ? '直前の変更 {n} 件を元に戻しますか?' : `直前の変更を元に戻しますか?\n${what}`,
    what === '' ? 'Take back your last change of {n} accounts?' : `Take back your last change?\n${what}`,
    { n: changes.length },
  );
  if (!asks(question)) return;
  const answer = give(undoWishes(changes), 'menu');
  if ('trouble' in answer) {
    sayTrouble(answer.trouble);
    return;
  }
  forgetLast();
  const refused = answer.told.flatMap(({ refusal, row }) => (refusal === null ? [] : [{ refusal, row }]));
  const done = count('{n} 件を元に戻しました。', '{n} taken back.', {
    n: answer.told.length - refused.length,
  });
  if (refused.length === 0) {
    tell(done);
    return;
  }
  const lines = (language: keyof Text): string =>
    refused
      .slice(0, MOST_LINES)
      .map(({ refusal, row }) => `${row?.name ?? ''}: ${refusal.message[language]}`)
      .join('\n');
  say(text(`${done.ja}\n${lines('ja')}`, `${done.en}\n${lines('en')}`));
};

const MOST_LINES = 10;

export const automaticFromMenu = (): void => {
  const { installer, mine } = automatic();
  if (mine) {
    const stop = text(
      'あなたの名前で10分ごとに未送信の申請を送っています。止めますか?',
      'Requests are sent every 10 minutes in your name. Stop it?',
    );
    if (asks(stop)) stopAutomatic();
    return;
  }
  const others =
    installer === null
      ? text('', '')
      : text(
          `\n(いまは ${installer} の名前で送られています。)`,
          `\n(Now they are sent in the name of ${installer}.)`,
        );
  const start = text(
    `未送信の申請を、10分ごとにあなたの名前で送りますか? スマートフォンでの編集も送られます。マネージャーの承認が必要なことは行いません。${others.ja}`,
    `Send pending requests every 10 minutes in your name? Edits on phones are sent, too. Nothing that needs a manager is done.${others.en}`,
  );
  if (!asks(start)) return;
  startAutomatic();
  tell(text('自動送信を始めました。', 'Automatic sending has begun.'));
};

export const helpFromMenu = (): void => {
  const tab = SpreadsheetApp.getActiveSpreadsheet().getSheetById(HELP_TAB);
  if (tab === null) say(SAYS.noHelp);
  else tab.activate();
};

/** Who you are, how far the sheet is, who sends: what a colleague asks for on the phone. */
export const aboutFromMenu = (): void => {
  const asked = askTeam();
  const unsent = countUnsent();
  const { installer, lastRun } = automatic();
  const synced = lastSync();
  const zone = rememberedTeam()?.zone ?? 'Asia/Tokyo';
  const at = (instant: string | null, never: string): string =>
    instant === null ? never : Utilities.formatDate(new Date(instant), zone, 'yyyy-MM-dd HH:mm');
  const server = 'trouble' in asked ? asked.trouble.message : text('接続できます', 'reachable');
  const you =
    'trouble' in asked
      ? Session.getEffectiveUser().getEmail()
      : `${asked.told.you.name} <${asked.told.you.email}>`;
  const statuses = Object.keys(STATUS).length;
  say(
    text(
      [
        `Hachi — ${statuses}つのアカウントステータス`,
        `あなた: ${you}`,
        `サーバー: ${server.ja}`,
        `最終更新: ${at(synced, 'まだありません')}`,
        `未送信: ${unsent} 件`,
        `自動送信: ${installer === null ? 'なし' : `${installer}(最終 ${at(lastRun, 'まだありません')})`}`,
        `台帳の列: ${openRegister() === null ? '見つかりません' : '正常'}`,
      ].join('\n'),
      [
        `Hachi — ${statuses} account statuses`,
        `You: ${you}`,
        `Server: ${server.en}`,
        `Last sync: ${at(synced, 'not yet')}`,
        `Not sent: ${unsent}`,
        `Automatic sending: ${installer === null ? 'off' : `${installer} (last ${at(lastRun, 'not yet')})`}`,
        `Columns of the register: ${openRegister() === null ? 'missing' : 'fine'}`,
      ].join('\n'),
    ),
  );
};
