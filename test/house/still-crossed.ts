/** What the borders do not hold yet. */

/** Imports against a border that are still there. They are to be cut: nothing is added, and what is cut is deleted. */
export const STILL_CROSSED: readonly string[] = [
  'apps-script/windows/kit/command-sender.ts → apps-script/windows/companies/register-command.ts',
  'apps-script/windows/kit/form-control.ts → apps-script/windows/companies/lookup.ts',
  'apps-script/windows/kit/refusal-view.ts → apps-script/windows/companies/register-command.ts',
];

/** Circles that are still there, as for STILL_CROSSED. */
export const STILL_CIRCLES: readonly string[] = [];
