import { lazy } from 'react';
import { hasData } from '../empty.js';
import type { View } from './view.js';

/** The dates and intervals of an answer, at their precision. */
export const timeline: View = {
  id: 'timeline',
  title: { vi: 'Dòng thời gian', en: 'Timeline' },
  canShow: ({ answer }, offer) => hasData(answer) && (offer?.dates ?? true),
  needs: { vi: 'một ngày tháng, như concludedOn của một văn kiện', en: 'a date, such as concludedOn of an agreement' },
  isPicture: true,
  Component: lazy(() => import('./timeline-view.js')),
};
