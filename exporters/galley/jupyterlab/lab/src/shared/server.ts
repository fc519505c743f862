/** What the server is asked, and what it answers. */

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

export const SEVERITIES = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface IFinding {
  rule: string;
  severity: Severity;
  message: string;
  fix: string;
  cell: string | null;
  line: number | null;
}

export interface IPreview {
  html: string;
  title: string;
  lang: string;
  editions: string[];
  findings: IFinding[];
  counts: Record<Severity, number>;
}

export interface IRule {
  what: string;
  why: string;
}

/** Return the page of a notebook as it is in memory; nothing is run for it. */
export async function askPreview(
  path: string,
  notebook: unknown,
  edition: string
): Promise<IPreview> {
  const body = JSON.stringify({ path, notebook, edition });
  return (await ask('preview', { method: 'POST', body })) as IPreview;
}

/** Return what each rule is there for. */
export async function askRules(): Promise<Record<string, IRule>> {
  return ((await ask('rules', {})) as { rules: Record<string, IRule> }).rules;
}

/** A refusal in the server's own words; they are empty where it has none for people. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }

  /** Somebody asked for a newer page of the same article meanwhile. */
  get isOutrun(): boolean {
    return this.status === 409;
  }
}

/** Ask one of Galley's routes; its refusals are thrown as `Refusal`. */
export async function ask(route: string, init: RequestInit): Promise<unknown> {
  const settings = ServerConnection.makeSettings();
  const url = URLExt.join(settings.baseUrl, 'galley', route);
  const answer = await ServerConnection.makeRequest(url, init, settings);
  if (!answer.ok) {
    throw new Refusal(await reason(answer), answer.status);
  }
  return answer.json();
}

async function reason(answer: Response): Promise<string> {
  try {
    const { message } = (await answer.json()) as { message?: string };
    return answer.status === 404 && message === 'Not Found' ? '' : message ?? '';
  } catch {
    return '';
  }
}
