/** A digest as a mail: plain text, and HTML without scripts, style sheets or anything to load. */
import type { DigestItem, DigestMessage, DigestSection } from './digest-message';

/** Lines end with CRLF, as mail requires. */
export const mailText = ({ title, sections, moreItems, footer }: DigestMessage): string =>
  [title, ...sections.flatMap((section) => ['', ...textLines(section, moreItems)]), '', ...footer, ''].join(
    '\r\n',
  );

const textLines = (
  { title, items, left }: DigestSection,
  moreItems: DigestMessage['moreItems'],
): string[] => [
  `■ ${title}`,
  ...items.flatMap(({ company, link, detail }) => [
    `・${company} ${detail}`,
    ...(link === null ? [] : [`  ${link}`]),
  ]),
  ...(left === 0 ? [] : [moreItems(left)]),
];

export const mailHtml = (
  { title, sections, moreItems, footer }: DigestMessage,
  language: 'ja' | 'en',
): string =>
  [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body style="font: 15px/1.6 sans-serif; color: #222">',
    `<p><strong>${escapeHtml(title)}</strong></p>`,
    ...sections.flatMap((section) => [
      `<h3 style="font-size: 15px; margin: 1.2em 0 .3em">${escapeHtml(section.title)}</h3>`,
      `<ul style="margin: 0; padding-left: 1.4em">${section.items.map(htmlItem).join('')}</ul>`,
      ...(section.left === 0 ? [] : [`<p>${escapeHtml(moreItems(section.left))}</p>`]),
    ]),
    ...footer.map((line) => `<p style="color: #666; font-size: 13px">${escapeHtml(line)}</p>`),
    '</body></html>',
    '',
  ].join('\r\n');

const htmlItem = ({ company, link, detail }: DigestItem): string => {
  const name = escapeHtml(company);
  // The functions make all links; one that is no web address would be a fault, and is left out.
  const shown =
    link !== null && /^https?:\/\//.test(link) ? `<a href="${escapeHtml(link)}">${name}</a>` : name;
  return `<li>${shown} ${escapeHtml(detail)}</li>`;
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text between tags and within quoted attributes. */
export const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
