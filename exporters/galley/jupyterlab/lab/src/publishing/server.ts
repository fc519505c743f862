/** What the server is asked about publishing. */

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

import { ask, IFinding } from '../shared/server';

export interface IRunning {
  file: string;
  edition: string;
  /** Which of its cells an article has reached, from 1; 0 where none has started. */
  cell: number;
  cells: number;
}

export interface IProgress {
  step: string;
  done: number;
  total: number;
  left_s: number | null;
  running: IRunning[];
}

export interface IEnded {
  state:
    | 'published'
    | 'look'
    | 'errors'
    | 'draft'
    | 'scheduled'
    | 'unpublished'
    | 'failed'
    | 'held_back'
    | 'stopped'
    | 'fault';
  /** The page's path inside the site. */
  address?: string;
  counts?: Record<string, number>;
  findings?: (IFinding & { file: string })[];
  message?: string;
  /** The day that is still to come. */
  day?: string;
  /** Where the site was sent to; empty where nowhere. */
  sent?: string;
  /** Where readers find the page. */
  url?: string;
}

export interface IBuild {
  id: number;
  /** The notebook; empty where all articles are published. */
  article: string;
  progress: IProgress;
  ended: IEnded | null;
  /** The key under which the server shows the site. */
  site: string;
  /** The site's folder on this computer. */
  place: string;
}

export interface IOrder {
  article?: string;
  folder?: string;
  send: boolean;
  /** Whether the author has seen what leaves this computer, and agreed. */
  looked?: boolean;
}

export const startBuild = async (order: IOrder): Promise<IBuild> =>
  (await ask('publish', { method: 'POST', body: JSON.stringify(order) })) as IBuild;

export const followBuild = async (id: number): Promise<IBuild> =>
  (await ask(`publish?id=${id}`, {})) as IBuild;

export const stopBuild = async (id: number): Promise<IBuild> =>
  (await ask(`publish?id=${id}`, { method: 'DELETE' })) as IBuild;

/** Return where `[publish]` in site.toml sends the site; empty where nowhere. */
export const askTarget = async (folder: string): Promise<string> =>
  ((await ask(`publish-target?folder=${encodeURIComponent(folder)}`, {})) as { target: string })
    .target;

/** Return the address at which the server shows a page of a site. */
export function pageUrl(site: string, address: string): string {
  const { baseUrl } = ServerConnection.makeSettings();
  return URLExt.join(baseUrl, 'galley', 'site', site, URLExt.encodeParts(address));
}

/** Return the address at which the server makes one file of an article, to be downloaded. */
export function fileUrl(path: string): string {
  const { baseUrl } = ServerConnection.makeSettings();
  return `${URLExt.join(baseUrl, 'nbconvert', 'article', URLExt.encodeParts(path))}?download=true`;
}
