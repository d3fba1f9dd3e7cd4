import { hasData } from '../empty.js';
import { drawnBy } from './drawn-by.js';
import type { View } from './view.js';

/** Figures over time, and counts. */
export const chart: View = {
  id: 'chart',
  title: { vi: 'Biểu đồ', en: 'Chart' },
  canShow: ({ answer }, offer) => hasData(answer) && (offer?.values ?? true),
  needs: {
    vi: 'các số liệu, như series của một chỉ tiêu, hoặc các nhóm của groups',
    en: 'figures, such as the series of an indicator, or the groups of groups',
  },
  ...drawnBy(() => import('./chart-view.js')),
};
