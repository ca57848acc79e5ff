/** What each window of the page runs. */
import type { TeamPageInput, TeamPageView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { startMembers, updateMembers } from './members';
import { MembersView } from './members-view';
import { startSettings, updateSettings } from './settings';
import { SettingsView } from './settings-view';

export const TEAM_PROGRAMS: Readonly<Record<TeamPageView, ClosableProgram<TeamPageInput>>> = {
  members: closable(() => startMembers(), updateMembers, MembersView),
  settings: closable(() => startSettings(), updateSettings, SettingsView),
};
