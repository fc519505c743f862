/** What the server is asked about articles as a whole. */

import { ask, Severity } from '../shared/server';

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

export interface IArticle {
  file: string;
  slug: string;
  lang: string;
  title: string;
  state: 'failing' | 'held back' | 'published' | 'scheduled' | 'draft' | 'withdrawn';
  is_overdue: boolean;
  reviewed: string | null;
  review_by: string | null;
  findings: Record<Severity, number>;
  /** Why it cannot be read. */
  problem: string | null;
  /** What was published about works that it cites. */
  notices: { key: string; kind: string; date: string | null }[];
  has_newer_text: boolean;
  behind_original: string | null;
  no_longer_signed: unknown[];
  /** The page's path inside the site; empty where it was never published. */
  page: string;
}

export interface IArticles {
  folder: string;
  /** The key under which the server shows the site. */
  site: string;
  articles: IArticle[];
}

export const askArticles = async (folder: string): Promise<IArticles> =>
  (await ask(`articles?folder=${encodeURIComponent(folder)}`, {})) as IArticles;
