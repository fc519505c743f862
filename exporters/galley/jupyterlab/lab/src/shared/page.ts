/** The page of an article in its parts, of which the server sends those that are new. */

import { INotebookModel } from '@jupyterlab/notebook';

import { Asking } from './asking';

/** The page itself, its entry in a feed reader, a link to it in a messenger. */
export type View = 'page' | 'feed' | 'card';

export interface IWish {
  edition: string;
  view: View;
}

/** One piece of the body, with its digest and the number of its elements. */
export interface IBlock {
  name: string;
  elements: number;
  html: string;
}

export interface IPage {
  title: string;
  lang: string;
  editions: string[];
  head: string;
  /** What stands before the body, and what comes after it. */
  around: [string, string];
  /** Null where the body cannot be divided. */
  blocks: IBlock[] | null;
}

interface IAnswer {
  title: string;
  lang: string;
  editions: string[];
  head: string;
  top: string;
  blocks: [string, number][] | null;
  end: string;
  parts: Record<string, string>;
}

/** Return the whole document. */
export function documentOf(page: IPage): string {
  const [before, after] = page.around;
  return [page.head, before, ...(page.blocks ?? []).map(block => block.html), after].join('');
}

/** Asks for pages, and keeps the parts of the last one. */
export class PageAsking {
  async ask(path: string, model: INotebookModel, wish: IWish): Promise<IPage> {
    const have = Object.keys(this.parts);
    const answer = await this.asking.ask(path, model, { ...wish, have });
    const parts = { ...this.parts, ...answer.parts };
    const { title, lang, editions, head, top, end } = answer;
    const blocks =
      answer.blocks?.map(([name, elements]) => ({ name, elements, html: parts[name] })) ?? null;
    const names = [head, top, end, ...(blocks ?? []).map(block => block.name)];
    this.parts = Object.fromEntries(names.map(name => [name, parts[name]]));
    const around: [string, string] = [parts[top], parts[end]];
    return { title, lang, editions, head: parts[head], around, blocks };
  }

  private readonly asking = new Asking<IAnswer>('page');
  private parts: Record<string, string> = {};
}
