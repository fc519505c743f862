/** What the server is asked about figures. */

import { NotebookPanel } from '@jupyterlab/notebook';

import { ask } from '../shared/server';

export interface IFigure {
  name: string;
  title: string;
  shows: string;
  /** data, model, schematic, synthetic, or table: then the author says what it is. */
  evidence: string;
  parameters: { name: string; legal: string }[];
}

export interface IPicture {
  alt: string;
  caption: string;
  svg: { light: string; dark: string };
}

export type Value = string | number | boolean | null;

export interface IField {
  name: string;
  label: string;
  control: 'number' | 'choice' | 'switch' | 'text' | 'long-text' | 'list' | 'code';
  value: Value;
  /** A list, as it is written in a box. */
  text: string;
  code: string;
  is_given: boolean;
  is_optional: boolean;
  default: Value | [];
  unit: string;
  low: number | null;
  high: number | null;
  step: number | null;
  choices: [Value, string][];
}

export interface ICall {
  figure: string;
  title: string;
  shows: string;
  evidence: string;
  is_explored: boolean;
  fields: IField[];
}

export interface IForm {
  calls: ICall[];
  options: { label?: string; caption?: string };
  /** Cells that have to run before this one. */
  needs: string[];
  problem: string;
}

export interface IChange {
  name: string;
  value: Value;
  /** Which of the cell's figures; null for the cell's label and caption. */
  call: number | null;
}

export async function askFigures(): Promise<IFigure[]> {
  return ((await ask('figures', {})) as { figures: IFigure[] }).figures;
}

export async function askPicture(name: string): Promise<IPicture> {
  return (await ask(`figures/picture?name=${name}`, {})) as IPicture;
}

export async function askForm(panel: NotebookPanel, cell: string): Promise<IForm> {
  return (await post('read', { cells: cellsOf(panel), cell })) as IForm;
}

export async function askChange(
  panel: NotebookPanel,
  cell: string,
  change: IChange
): Promise<{ source: string; form: IForm }> {
  const { path } = panel.context;
  const asked = { cells: cellsOf(panel), cell, path, ...change };
  return (await post('rewrite', asked)) as { source: string; form: IForm };
}

export async function askNewCell(
  panel: NotebookPanel,
  cell: string,
  name: string,
  articleLang: string
): Promise<{ source: string; after: string }> {
  const { path } = panel.context;
  const asked = { cells: cellsOf(panel), cell, name, path, article_lang: articleLang };
  return (await post('insert', asked)) as { source: string; after: string };
}

function post(route: string, asked: object): Promise<unknown> {
  return ask(`figures/${route}`, { method: 'POST', body: JSON.stringify(asked) });
}

function cellsOf(panel: NotebookPanel): object[] {
  return panel.content.widgets.map(({ model }) => ({
    id: model.id,
    type: model.type,
    source: model.sharedModel.getSource(),
    tags: model.getMetadata('tags') ?? []
  }));
}
