import { hasData } from '../empty.js';
import { drawnBy } from './drawn-by.js';
import type { View } from './view.js';

/** The dates and intervals of an answer, at their precision. */
export const timeline: View = {
  id: 'timeline',
  title: { vi: 'Dòng thời gian', en: 'Timeline' },
  canShow: ({ answer }, offer) => hasData(answer) && (offer?.dates ?? true),
  needs: { vi: 'một ngày tháng, như concludedOn của một văn kiện', en: 'a date, such as concludedOn of an agreement' },
  ...drawnBy(() => import('./timeline-view.js')),
};
