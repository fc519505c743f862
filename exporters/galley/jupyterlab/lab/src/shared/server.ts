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
  /** Names the finding as long as nothing about it changes. */
  key: string;
  words: IWords | null;
  can_be_mended: boolean;
  /** Whether it may be set aside with a reason. */
  may_stay: boolean;
  /** What was probably meant in place of the words. */
  suggestion: string;
  /** By which what a colleague said is marked as done; empty for all other findings. */
  note: string;
}

/** A part of a cell's text, with what stands there. */
export interface IWords {
  start: number;
  end: number;
  text: string;
  is_whole_line: boolean;
}

/** What is to be mended in an article. */
export interface IPreview {
  findings: IFinding[];
  /** Which findings are told together, by their numbers; the first come before all others. */
  groups: { first: number[][]; rest: number[][] };
  /** Whether the notebook says of itself that it is an article. */
  is_article: boolean;
  counts: Record<Severity, number>;
}

export interface IRule {
  what: string;
  why: string;
  cost: string;
  group: string;
  /** What it objects to, and how that can be said instead. */
  bad?: string;
  good?: string;
}

/** One change, with the words around it. */
export interface IExcerpt {
  head: string;
  before: string;
  after: string;
  tail: string;
}

/** How problems are mended. */
export interface IMending {
  steps: { key: string; cell: string | null; file: string | null; excerpt: IExcerpt | null }[];
  cells: { cell: string; before: string; after: string }[];
  files: string[];
  /** Files that somebody else changed meanwhile, and that are as that left them. */
  changed: string[];
}

/** Return what each rule is there for. */
export async function askRules(): Promise<Record<string, IRule>> {
  return (await ask<{ rules: Record<string, IRule> }>('rules', {})).rules;
}

/** Return how problems of a notebook in memory would be mended; or write the files beside it. */
export async function askMending(
  path: string,
  notebook: unknown,
  keys: string[],
  writesFiles = false
): Promise<IMending> {
  const body = JSON.stringify({ path, notebook, keys });
  return ask<IMending>(writesFiles ? 'mend/files' : 'mend', { method: 'POST', body });
}

/** Return the text of the cell with the front matter, in which a rule is set aside. */
export async function askException(source: string, rule: string, reason: string): Promise<string> {
  const body = JSON.stringify({ source, rule, reason });
  return (await ask<{ source: string }>('except', { method: 'POST', body })).source;
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

export const NOT_MODIFIED = 304;

let language = 'en';

/** Ask one of Galley's routes; its refusals are thrown as `Refusal`. */
export async function ask<Answer = unknown>(route: string, init: RequestInit): Promise<Answer> {
  return (await (await send(route, init)).json()) as Answer;
}

/** Return the answer of a route; also the one that says that nothing has changed. */
export async function send(
  route: string,
  init: RequestInit,
  query: Record<string, string> = {}
): Promise<Response> {
  const settings = ServerConnection.makeSettings();
  const headers = { 'Accept-Language': language, ...(init.headers as Record<string, string>) };
  const url = URLExt.join(settings.baseUrl, 'galley', route);
  const asked = Object.keys(query).length ? url + URLExt.objectToQueryString(query) : url;
  const answer = await ServerConnection.makeRequest(asked, { ...init, headers }, settings);
  if (!answer.ok && answer.status !== NOT_MODIFIED) {
    throw await refusal(answer);
  }
  return answer;
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
