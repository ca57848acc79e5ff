/** The tests of a worker share the modules of the functions and of the local suite: these keep nothing but what can be made again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../emulator/project-folder';

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(projectFolder(), folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));

/** What is kept from one call to the next: made once, or under a key that is all it is made of. */
const KEPT = {
  'emulator/apps-script/compile-programs.ts': ['compiling'],
  'emulator/apps-script/time-zone.ts': ['formats', 'offsets'],
  'emulator/apps-script/worker.ts': ['codeScript'],
  'emulator/page/assets.ts': ['assetsPromise'],
  // By the row, which never changes.
  'emulator/page/tab-view.ts': ['rowDropdowns'],
  'emulator/sheet-script.ts': ['loading'],
  'emulator/sheets-api/schemas.ts': ['parsed'],
  'emulator/workbook/formula-engine.ts': ['started'],
  'functions/company-list/header-fields.ts': ['meanings'],
  'functions/company-list/text-composition.ts': ['kinds'],
  'functions/domain/account/team.ts': ['calendars'],
  'functions/domain/calendar/working-months.ts': ['allDays'],
  'functions/domain/company/duplicates.ts': ['traitsCache'],
  'functions/domain/company/name/company-name.ts': ['latestFolded'],
  'functions/domain/company/name/name-readings.ts': ['latestStored'],
  // By the Firestore that it was read from.
  'functions/store/team.ts': ['parsedTeams'],
};

/** What is under way: gone when it is over. */
const UNDER_WAY = {
  'emulator/data-folder/folder-lock.ts': ['heldLocks'],
  'functions/store/contention.ts': ['lastTurns'],
};

/** Of modules that no test loads: they run in a page, or inside a script. */
const ELSEWHERE = ['emulator/page/client/', 'emulator/apps-script/services/'];

const VARIABLE = /^(?:export )?let (\w+)/gm;
const EMPTY_COLLECTION =
  /^(?:export )?const (\w+)(?:: (?!readonly )[^=]+)? = (?:\[\]|new (?:Map|Set|WeakMap|WeakSet)(?:<.*>)?\(\))/gm;

test('no other module keeps anything from one call to the next', () => {
  const files = ['functions', 'emulator']
    .flatMap(sourcesIn)
    .filter((file) => !ELSEWHERE.some((folder) => file.startsWith(folder)));
  const kept = files.flatMap((file) => {
    const source = readFileSync(join(projectFolder(), file), 'utf8');
    const names = [VARIABLE, EMPTY_COLLECTION].flatMap((form) =>
      [...source.matchAll(form)].map(([, name = '']) => name),
    );
    return names.length === 0 ? [] : [[file, names.sort()] as const];
  });
  expect(Object.fromEntries(kept)).toEqual({ ...KEPT, ...UNDER_WAY });
});
