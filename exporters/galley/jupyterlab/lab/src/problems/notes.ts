/** What colleagues said in Word: marked as done, and taken back. */

import { LiveArticle } from '../shared/article';
import { ask, IFinding, Refusal } from '../shared/server';
import { ProblemWords } from './words';
import { IDone } from './workshop';

/** Mark what a colleague said as done; it is not told again. */
export async function finishNote(
  article: LiveArticle,
  finding: IFinding,
  words: ProblemWords
): Promise<IDone> {
  const { panel } = article;
  if (!panel) {
    throw new Refusal(words.noProblemsYet, 400);
  }
  const { path } = panel.context;
  const mark = async (isDone: boolean): Promise<void> => {
    const body = JSON.stringify({ path, note: finding.note, is_done: isDone });
    await ask('notes/done', { method: 'POST', body });
    article.refresh();
  };
  await mark(true);
  const undo = (): string => {
    void mark(false);
    return words.noteOpen;
  };
  return { said: words.noteDone, undo, files: [] };
}
