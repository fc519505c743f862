/** Every label of the tour. */

import { SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  tour: 'A tour of Galley',
  tourHint: 'Try everything once, in an article that is no part of your site',
  notMade: 'The tour could not be opened'
};

const ID: typeof EN = {
  tour: 'Tur Galley',
  tourHint: 'Coba semuanya sekali, dalam artikel yang bukan bagian dari situs Anda',
  notMade: 'Tur tidak dapat dibuka'
};

export type TourWords = typeof EN & SharedWords;

export const tourWords = (languageCode: string): TourWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
