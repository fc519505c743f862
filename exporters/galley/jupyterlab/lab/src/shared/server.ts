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

/** What is to be mended in an article. */
export interface IPreview {
  findings: IFinding[];
  counts: Record<Severity, number>;
}

export interface IRule {
  what: string;
  why: string;
}

/** Return what each rule is there for. */
export async function askRules(): Promise<Record<string, IRule>> {
  return (await ask<{ rules: Record<string, IRule> }>('rules', {})).rules;
}

/** A refusal in the server's own words; they are empty where it has none for people. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** The server tries again then, and no sooner. */
    readonly againAfterSeconds: number | null = null
  ) {
    super(message);
  }

  /** Somebody asked for a newer page of the same article meanwhile. */
  get isOutrun(): boolean {
    return this.status === 409;
  }
}

/** Let the server answer in JupyterLab's own language. */
export function answerIn(languageCode: string): void {
  language = languageCode.replace('_', '-');
}

let language = 'en';

/** Ask one of Galley's routes; its refusals are thrown as `Refusal`. */
export async function ask<Answer = unknown>(route: string, init: RequestInit): Promise<Answer> {
  const settings = ServerConnection.makeSettings();
  const headers = { 'Accept-Language': language };
  const url = URLExt.join(settings.baseUrl, 'galley', route);
  const answer = await ServerConnection.makeRequest(url, { ...init, headers }, settings);
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return (await answer.json()) as Answer;
}

async function refusal(answer: Response): Promise<Refusal> {
  try {
    const told = (await answer.json()) as { message?: string; again_after_s?: number };
    const isOurs = answer.status !== 404 || told.message !== 'Not Found';
    return new Refusal((isOurs && told.message) || '', answer.status, told.again_after_s ?? null);
  } catch {
    return new Refusal('', answer.status);
  }
}
