/** What the server tells of the first cell of a notebook. */

import { ask } from '../shared/server';

export interface IPersonKnown {
  id: string;
  name: string;
  credentials: string;
}

export interface IKnown {
  people: IPersonKnown[];
  languages: string[];
  categories: string[];
  tags: string[];
}

export interface IAbout {
  state: 'ready' | 'none' | 'broken' | 'elsewhere';
  /** Why it cannot be read. */
  message?: string;
  /** Field → its value, with Galley's names. */
  values: Record<string, unknown>;
  /** Field → its first and last line in the cell. */
  lines: Record<string, [number, number]>;
  /** What the site has already, to choose from. */
  known: IKnown;
}

export const askAbout = (path: string, kind: string, source: string): Promise<IAbout> =>
  ask<IAbout>('about', {
    method: 'POST',
    body: JSON.stringify({ path, kind, source, known: true })
  });
