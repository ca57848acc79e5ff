import { dateParts, weekday } from '../../../../functions/domain/calendar/calendar-date';

/** The writings of a day that name it beyond doubt; serials reach from 1954 to 2119 only. */
export function writings(date: string): string[] {
  const { year, month, day } = dateParts(date);
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const texts = [
    date,
    date.replaceAll('-', ''),
    `${year}/${month}/${day}`,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
    `${year}/${month}/${day}(${'日月火水木金土'[weekday(date)]})`,
  ];
  const english = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(date));
  const kanji = (number: number): string =>
    new Intl.NumberFormat('ja-u-nu-hanidec', { useGrouping: false }).format(number);
  const tens = (number: number): string =>
    `${number < 10 ? '' : `${number < 20 ? '' : kanji(Math.floor(number / 10))}十`}${number % 10 === 0 ? '' : kanji(number % 10)}`;
  texts.push(
    `${english} ${day}, ${year}`,
    `${day} ${english.slice(0, 3)} ${year}`,
    `${String(day).padStart(2, '0')}-${english.slice(0, 3).toUpperCase()}-${year}`,
    `${kanji(year)}年${tens(month)}月${tens(day)}日`,
    `${year}年${month}月${day}日(${'日月火水木金土'[weekday(date)]}) 午後3時`,
    `${year}/${month}/${day} 23:59:59`,
  );
  if (date >= '2019-05-01') {
    texts.push(
      `R${year - 2018}.${month}.${day}`,
      `令和${year === 2019 ? '元' : tens(year - 2018)}年${tens(month)}月${tens(day)}日`,
      `令和${year === 2019 ? '元' : year - 2018}年${month}月${day}日`,
    );
  }
  return [...texts, ...texts.map(fullWidth)];
}
