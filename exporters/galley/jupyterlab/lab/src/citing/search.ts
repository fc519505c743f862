/** Finding works by what an author remembers: key, name, year, words of the title. */

import { IWork } from './references';

// Letters that no accent makes of a plain one.
const PLAIN: Record<string, string> = {
  ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i',
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', κ: 'kappa', λ: 'lambda', μ: 'mu', τ: 'tau'
};

/** Return the works that have all words of a query, the likeliest first. */
export function findWorks(works: readonly IWork[], query: string): IWork[] {
  const key = query.replace(/^\{/, '').trim().toLowerCase();
  const words = plainWords(query);
  if (!words.length) {
    return key ? [] : [...works];
  }
  const ranked: [number, IWork][] = [];
  for (const work of works) {
    const rank = rankOf(work, key, words);
    if (rank !== null) {
      ranked.push([rank, work]);
    }
  }
  // The server's order, by name and year, stands within a rank.
  return ranked.sort(([one], [other]) => one - other).map(([, work]) => work);
}

function rankOf(work: IWork, key: string, words: string[]): number | null {
  const own = work.key.toLowerCase();
  if (own === key) {
    return 0;
  }
  if (own.startsWith(key)) {
    return 1;
  }
  const text = ` ${work.words}`;
  const isThere = (word: string): boolean =>
    text.includes(` ${word}`) || (word.length > 2 && own.includes(word));
  if (!words.every(isThere)) {
    return null;
  }
  return work.words.startsWith(words[0]) ? 2 : 3;
}

/** Return small letters and digits without accents, as the server writes a work's words. */
function plainWords(text: string): string[] {
  const spelt = text.toLowerCase().replace(/[^\x00-\x7f]/g, char => PLAIN[char] ?? char);
  const plain = spelt.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
