/** What the server is asked about articles as a whole. */

import { ask } from '../shared/server';

export interface IChoices {
  folder: string;
  /** Whether there is a site already; else its name and the author's are asked for. */
  hasSite: boolean;
  title: string;
  language: string;
  languages: string[];
  categories: Record<string, string[]>;
}

export interface IWish {
  title: string;
  lang: string;
  category: string;
  site_title: string;
  name: string;
}

export const askChoices = async (folder: string): Promise<IChoices> =>
  (await ask(`new-article?folder=${encodeURIComponent(folder)}`, {})) as IChoices;

/** Make an article; return the path of its notebook. */
export async function makeArticle(folder: string, wish: IWish): Promise<string> {
  const body = JSON.stringify({ folder, ...wish });
  return ((await ask('new-article', { method: 'POST', body })) as { path: string }).path;
}
