/** What each window of the page runs. */
import type { TeamPageInput, TeamPageView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { neverBusy } from '../kit/closing';
import { isMembersBusy, membersTakeBack, startMembers, updateMembers } from './members';
import { MembersView } from './members-view';
import { startSettings, updateSettings } from './settings';
import { SettingsView } from './settings-view';

export const TEAM_PROGRAMS: Readonly<Record<TeamPageView, ClosableProgram<TeamPageInput>>> = {
  members: closable({
    start: () => startMembers(),
    update: updateMembers,
    isBusy: isMembersBusy,
    takeBack: membersTakeBack,
    View: MembersView,
  }),
  settings: closable({
    start: () => startSettings(),
    update: updateSettings,
    isBusy: neverBusy,
    View: SettingsView,
  }),
};
