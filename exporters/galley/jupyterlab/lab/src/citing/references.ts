/** The works that can be cited in a notebook, as the server knows them. */

import { ask, NOT_MODIFIED, send } from '../shared/server';

/** One work of the bibliography. */
export interface IWork {
  key: string;
  /** How the key is written: `@huang2001`. */
  cite: string;
  names: string;
  year: string;
  title: string;
  /** `retraction`, `expression of concern`, `correction` or nothing. */
  notice: '' | 'retraction' | 'expression of concern' | 'correction';
  /** What an author may type to find it: plain small letters. */
  words: string;
}

/** Words, and whether they are slanted. */
export type Run = [string, boolean];

/** A work that is in the bibliography already. */
export interface ISame {
  key: string;
  cite: string;
  why: string;
}

export interface IRemark {
  severity: string;
  message: string;
  fix: string;
}

/** What was pasted, as the server read it. */
export interface IPasted {
  works: {
    key: string;
    text: string;
    reference: Run[];
    same: ISame | null;
    remarks: IRemark[];
  }[];
  /** What can be looked up. */
  number: string;
  same: ISame | null;
  problems: IRemark[];
  file: string;
  isNew: boolean;
}

export interface IAdded {
  file: string;
  keys: string[];
  cites: string[];
}

interface IKept {
  stamp: string;
  works: IWork[];
  formatted: Map<string, Promise<Run[]>>;
}

export class References {
  /** Return the works that are known already, and ask whether that is still all. */
  known(path: string, onNews: () => void): IWork[] | null {
    const kept = this.kept(path);
    void this.refresh(path).then(isNew => isNew && kept && onNews(), () => undefined);
    return kept;
  }

  /** Return the works that are known already. */
  kept(path: string): IWork[] | null {
    return this.shelves.get(path)?.works ?? null;
  }

  /** Return the works, asking the server if they are not known. */
  async works(path: string): Promise<IWork[]> {
    await this.refresh(path);
    return this.kept(path) ?? [];
  }

  /** Return how a work looks in the list of references. */
  formatted(path: string, key: string, lang: string): Promise<Run[]> {
    const kept = this.shelves.get(path)?.formatted ?? new Map<string, Promise<Run[]>>();
    const name = `${lang} ${key}`;
    let found = kept.get(name);
    if (!found) {
      found = this.format(path, key, lang);
      kept.set(name, found);
      found.catch(() => kept.delete(name));
    }
    return found;
  }

  read(path: string, text: string, lang: string): Promise<IPasted> {
    return post('references/read', { path, text, lang }) as Promise<IPasted>;
  }

  lookUp(path: string, text: string, lang: string): Promise<IPasted> {
    return post('references/lookup', { path, text, lang }) as Promise<IPasted>;
  }

  async add(path: string, works: { text: string; key: string }[]): Promise<IAdded> {
    const added = (await post('references', { path, works })) as IAdded;
    void this.refresh(path);
    return added;
  }

  private async format(path: string, key: string, lang: string): Promise<Run[]> {
    const answer = await post('references/formatted', { path, keys: [key], lang });
    return (answer as { works: Record<string, Run[]> }).works[key] ?? [];
  }

  /** Ask for the works; questions that are asked meanwhile are answered together. */
  private refresh(path: string): Promise<boolean> {
    let coming = this.coming.get(path);
    if (!coming) {
      coming = this.fetch(path).finally(() => this.coming.delete(path));
      this.coming.set(path, coming);
    }
    return coming;
  }

  private async fetch(path: string): Promise<boolean> {
    const kept = this.shelves.get(path);
    const headers: Record<string, string> = kept ? { 'If-None-Match': kept.stamp } : {};
    const answer = await send('references', { headers }, { path });
    if (answer.status === NOT_MODIFIED) {
      return false;
    }
    const { works } = (await answer.json()) as { works: IWork[] };
    const stamp = answer.headers.get('ETag') ?? '';
    this.shelves.set(path, { stamp, works, formatted: new Map() });
    return true;
  }

  private readonly shelves = new Map<string, IKept>();
  private readonly coming = new Map<string, Promise<boolean>>();
}

function post(route: string, body: object): Promise<unknown> {
  return ask(route, { method: 'POST', body: JSON.stringify(body) });
}
