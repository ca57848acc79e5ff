/** Why the local suite does not start or does not do as it was told, in both languages; the codes are stable. */
import { type Text, text } from '../../functions/domain/text/text';

const listed = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')}, … (${names.length})`;

export const SUITE_PROBLEM_TEXTS = {
  DATA_NAME_EMPTY: () =>
    text('--data にはフォルダの名前が要ります。', '--data takes the name of a folder; it is empty.'),
  DATA_NOT_A_FOLDER: (path: string) =>
    text(
      `${path} はフォルダではありません。--data で別のフォルダを選んでください。`,
      `${path} is not a folder. Choose another one with --data.`,
    ),
  DATA_NOT_OURS: (folder: string, names: readonly string[]) =>
    text(
      `${folder} は Hachi のデータのフォルダではありません(中にあるもの: ${listed(names)})。何も変えていません。--data で空のフォルダか新しい名前を選んでください。`,
      `${folder} is not a data folder of Hachi (it holds ${listed(names)}). Nothing was changed. Choose an empty folder or a new name with --data.`,
    ),
  DATA_HOLDS_MORE: (folder: string, names: readonly string[]) =>
    text(
      `${folder} には Hachi のものではないファイルがあります(${listed(names)})。--reset は何も消していません。それらを移してからもう一度実行してください。`,
      `${folder} also holds what is not of Hachi (${listed(names)}). --reset has removed nothing. Move that elsewhere and try again.`,
    ),
  DATA_IN_USE: (folder: string, lockFile: string, processId: number) =>
    text(
      `${folder} のデータはプロセス ${processId} が使っています。先にそれを終えるか、--data で別のフォルダ、--port で別のポートを選んでください。そのプロセスが Hachi でなければ、${lockFile} を消してください。`,
      `The data in ${folder} are in use by process ${processId}. Stop it first, or choose another folder with --data and another port with --port. If that process is not Hachi, remove ${lockFile}.`,
    ),
  DATA_NEWER: (folder: string) =>
    text(
      `${folder} はより新しい版の Hachi のデータです。何も変えていません。Hachi を更新するか、--data で別のフォルダを選んでください。`,
      `${folder} was written by a newer version of Hachi. Nothing was changed. Update Hachi, or choose another folder with --data.`,
    ),
  /** `place` is a line, or what the whole file should be. */
  DATA_DAMAGED: (path: string, place: string) =>
    text(
      `${path} が壊れています(${place})。何も変えていません。控えから戻すか、--reset で最初からやり直してください。`,
      `${place} of ${path} is damaged; nothing was changed. Put back a copy, or start afresh with --reset.`,
    ),
  DATA_UNUSABLE: (path: string, reason: string) =>
    text(
      `${path} を読み書きできません(${reason})。権限を確かめるか、--data で別のフォルダを選んでください。`,
      `${path} cannot be read or written (${reason}). Check its permissions, or choose another folder with --data.`,
    ),
  DISK_FULL: (reason: string) =>
    text(
      `ディスクに空きがありません(${reason})。書きかけのものは残っていません。空きを作ってからもう一度実行してください。`,
      `The disk is full (${reason}). Nothing was written by halves. Make room and try again.`,
    ),
  PORT_IN_USE: (port: number) =>
    text(
      `ポート ${port} は使われています。もう Hachi が動いているのかもしれません(http://127.0.0.1:${port}/)。--port で別のポートを、空いているどれかなら --port 0 を選んでください。`,
      `Port ${port} is taken, perhaps by Hachi itself (http://127.0.0.1:${port}/). Choose another one with --port, or --port 0 for any free one.`,
    ),
  PORT_FORBIDDEN: (port: number) =>
    text(
      `ポート ${port} を開く権限がありません。--port で 1024 以上のポートを選んでください。`,
      `Port ${port} may not be opened without special rights. Choose one from 1024 on with --port.`,
    ),
  PORT_INVALID: (value: string) =>
    text(`--port は 0 から 65535 です:「${value}」`, `--port takes 0 to 65535, not "${value}".`),
  FIRESTORE_INVALID: (value: string) =>
    text(
      `--firestore は embedded、official、HOST:PORT のどれかです:「${value}」`,
      `--firestore takes embedded, official or HOST:PORT, not "${value}".`,
    ),
  FIRESTORE_NOT_FOUND: () =>
    text(
      'Google の Firestore エミュレータが見つかりません。Google Cloud SDK の cloud-firestore-emulator と Java を入れるか、--firestore を外してください。',
      'The official Firestore emulator was not found: install the Google Cloud SDK component cloud-firestore-emulator and Java, or leave --firestore out.',
    ),
  CLOCK_MALFORMED: (value: string) =>
    text(
      `日付でも日時でもありません:「${value}」。例: 2026-12-01、2026-12-01T07:00:00+09:00`,
      `Not a day or an instant: "${value}". Write 2026-12-01 or 2026-12-01T07:00:00+09:00.`,
    ),
  CLOCK_OUT_OF_RANGE: (first: string, last: string) =>
    text(
      `時計は ${first} から ${last} までです。その先は祝日が分かりません。`,
      `The clock can be set from ${first} to ${last}; public holidays are not known beyond.`,
    ),
  CLOCK_NOT_SAID: () =>
    text(
      '{"now": "2026-12-01T07:00:00+09:00"}、日付、または null を送ってください。',
      'Send {"now": "2026-12-01T07:00:00+09:00"}, a day, or null.',
    ),
  EMAIL_NOT_SAID: () =>
    text('だれのトークンか、?email=… で指定してください。', 'Say whose token, with ?email=….'),
  BODY_MALFORMED: () => text('本文が JSON ではありません。', 'The body is not JSON.'),
  BODY_TOO_LARGE: (bytes: number) =>
    text(`本文は ${bytes} バイトまでです。`, `The body may have ${bytes} bytes.`),
  HELPER_UNKNOWN: () =>
    text(
      'ここには何もありません。一覧は GET /local/ です。',
      'Nothing is here. GET /local/ lists the helpers.',
    ),
  INTERNAL: (reason: string) => text(`失敗しました: ${reason}`, `It failed: ${reason}`),
  IMPORT_UNREADABLE: (path: string, reason: string) =>
    text(
      `${path} を読めません(${reason})。--import には会社リストのファイルを指定してください。`,
      `${path} cannot be read (${reason}). --import takes the file of a company list.`,
    ),
  OPTION_UNKNOWN: (reason: string) => text(`オプションが正しくありません: ${reason}`, reason),
} as const satisfies Record<string, (...facts: never[]) => Text>;
