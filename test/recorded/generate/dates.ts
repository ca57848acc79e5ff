/** Calendar days as YYYY-MM-DD. */

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Monday to Friday, far from the holidays of the new year and of May. */
export const plainWorkday = (day: string, ahead: number): string => {
  let date = addDays(day, ahead);
  while (
    /-(01-0|04-29|04-3|05-0|12-2[89]|12-3)/.test(date) ||
    [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
  )
    date = addDays(date, 1);
  return date;
};
