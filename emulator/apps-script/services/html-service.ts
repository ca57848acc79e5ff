/** `HtmlService`: pages from text, from files beside the code, and from templates with scriptlets. */
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost } from './host-bridge';

type HtmlService = GoogleAppsScript.HTML.HtmlService;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlTemplate = GoogleAppsScript.HTML.HtmlTemplate;

class LocalHtmlOutput implements Emulates<LocalHtmlOutput, HtmlOutput> {
  private title = '';
  private width = 0;
  private height = 0;

  constructor(private content: string) {}

  getContent(): string {
    return this.content;
  }
  setContent(content: string): HtmlOutput {
    this.content = content;
    return asGoogle<HtmlOutput>(this);
  }
  append(content: string): HtmlOutput {
    this.content += content;
    return asGoogle<HtmlOutput>(this);
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): HtmlOutput {
    this.title = title;
    return asGoogle<HtmlOutput>(this);
  }
  getWidth(): number {
    return this.width;
  }
  setWidth(width: number): HtmlOutput {
    this.width = width;
    return asGoogle<HtmlOutput>(this);
  }
  getHeight(): number {
    return this.height;
  }
  setHeight(height: number): HtmlOutput {
    this.height = height;
    return asGoogle<HtmlOutput>(this);
  }
}

const SCRIPTLET = /<\?(!?=)?([\s\S]*?)\?>/g;
const TEMPLATE_SOURCES = new WeakMap<object, string>();

/** As in Google, the properties of the template are the variables of its scriptlets. */
class LocalHtmlTemplate
  implements Emulates<LocalHtmlTemplate, Pick<HtmlTemplate, 'evaluate' | 'getRawContent'>>
{
  evaluate(): HtmlOutput {
    const names = Object.keys(this);
    const values = names.map((name) => Reflect.get(this, name));
    const render = new Function('__escape', ...names, compileTemplate(this.getRawContent()));
    const html: unknown = Reflect.apply(render, null, [escapeHtml, ...values]);
    return newHtmlOutput(String(html));
  }
  getRawContent(): string {
    return TEMPLATE_SOURCES.get(this) ?? '';
  }
}

function compileTemplate(template: string): string {
  let code = 'var __html="";';
  let at = 0;
  for (const match of template.matchAll(SCRIPTLET)) {
    const [whole, mark, body = ''] = match;
    code += `__html+=${JSON.stringify(template.slice(at, match.index))};`;
    if (mark === undefined) code += `${body}\n`;
    else code += mark === '=' ? `__html+=__escape(${body});` : `__html+=(${body});`;
    at = (match.index ?? 0) + whole.length;
  }
  return `${code}__html+=${JSON.stringify(template.slice(at))};return __html;`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (value: unknown): string =>
  String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

class LocalHtmlService implements Emulates<LocalHtmlService, HtmlService> {
  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return newHtmlOutput(String(html));
  }
  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return newHtmlOutput(callHost('HtmlService.file', filename));
  }
  createTemplate(html: unknown): HtmlTemplate {
    return newHtmlTemplate(String(html));
  }
  createTemplateFromFile(filename: string): HtmlTemplate {
    return newHtmlTemplate(callHost('HtmlService.file', filename));
  }
}

const newHtmlOutput = (html: string): HtmlOutput => asGoogle<HtmlOutput>(new LocalHtmlOutput(html));

function newHtmlTemplate(html: string): HtmlTemplate {
  const template = new LocalHtmlTemplate();
  TEMPLATE_SOURCES.set(template, html);
  return asGoogle<HtmlTemplate>(template);
}

emulates('HtmlService', LocalHtmlService);
emulates('HtmlOutput', LocalHtmlOutput);
emulates('HtmlTemplate', LocalHtmlTemplate);

export const makeHtmlService = (): HtmlService => asGoogle<HtmlService>(new LocalHtmlService());
